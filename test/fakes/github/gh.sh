#!/usr/bin/env bash
# A double of GitHub's command line, as far as the workflows that users copy call it. What GitHub would know lies in $GH_DOUBLE: `head` the
# commit of the open pull request, `calls` every call, `commit.json` what was committed last. It refuses what it does not know, and a call
# without a token.
set -euo pipefail
printf '%s\n' "$*" >>"$GH_DOUBLE/calls"
if [ -z "${GH_TOKEN-}" ]; then
  echo 'gh: set GH_TOKEN' >&2
  exit 4
fi
call=$*
case $call in
  'auth setup-git') ;;
  'api repos/'*' --jq .visibility') cat "$GH_DOUBLE/visibility" 2>/dev/null || echo private ;;
  'attestation trusted-root') echo '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}' ;;
  'pr list --head stillframe/locks --state open --json headRefOid --jq .[0].headRefOid // ""')
    if [ -e "$GH_DOUBLE/head" ]; then cat "$GH_DOUBLE/head"; else echo; fi
    ;;
  'api repos/'*'/git/ref/heads/main --jq .object.sha') git -C "$GH_DOUBLE/remote" rev-parse main ;;
  'api --silent --method DELETE repos/'*'/git/refs/heads/stillframe/locks') exit 1 ;;
  'api --silent repos/'*'/git/refs -f ref=refs/heads/stillframe/locks -f sha='*)
    git -C "$GH_DOUBLE/remote" branch -f stillframe/locks "${call##*sha=}"
    ;;
  'api --silent graphql --input -')
    cat >"$GH_DOUBLE/commit.json"
    # What GitHub does with it: the files are committed on the branch, when its head is the one that was expected.
    node "$GH_DOUBLE/commit.mjs"
    ;;
  'api repos/'*'/actions/workflows/'*'.yml --jq .state')
    workflow=${call#*workflows/}
    cat "$GH_DOUBLE/state-${workflow%% *}" 2>/dev/null || echo active
    ;;
  'api --silent --method PUT repos/'*'/actions/workflows/'*'/enable')
    workflow=${call#*workflows/}
    echo active >"$GH_DOUBLE/state-${workflow%/enable}"
    ;;
  'pr create --base main --head stillframe/locks --title '*)
    git -C "$GH_DOUBLE/remote" rev-parse stillframe/locks >"$GH_DOUBLE/head"
    ;;
  *)
    echo "gh: the double does not know: $*" >&2
    exit 1
    ;;
esac
