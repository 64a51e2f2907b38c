#!/usr/bin/env bash
# Commits the locks below a folder to the branch of one pull request, and opens it where it is not open. Through the API, so that GitHub
# signs the commit. GH_TOKEN, GITHUB_REPOSITORY and BASE come from the workflow.
set -euo pipefail
# actions/download-artifact makes no folder where there is no artifact to take.
mkdir -p "$1"
cd "$1"
export GH_REPO=$GITHUB_REPOSITORY
branch=stillframe/locks
title='Update the locks of the templates'

mapfile -t locks < <(find . -name '*.lock.json' -printf '%P\n' | sort)
if [ ${#locks[@]} -eq 0 ]; then
  echo 'No lock has changed.'
  exit 0
fi

head=$(gh pr list --head "$branch" --state open --json headRefOid --jq '.[0].headRefOid // ""')
open=$head
if [ -z "$open" ]; then
  head=$(gh api "repos/$GH_REPO/git/ref/heads/$BASE" --jq .object.sha)
  # A branch whose pull request was merged or closed begins anew.
  gh api --silent --method DELETE "repos/$GH_REPO/git/refs/heads/$branch" 2>/dev/null || true
  gh api --silent "repos/$GH_REPO/git/refs" -f "ref=refs/heads/$branch" -f "sha=$head"
fi

for lock in "${locks[@]}"; do
  base64 -w0 <"$lock" | jq -R --arg path "$lock" '{ path: $path, contents: . }'
done | jq -s --arg repository "$GH_REPO" --arg branch "$branch" --arg head "$head" --arg title "$title" '{
  query: "mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { url } } }",
  variables: { input: {
    branch: { repositoryNameWithOwner: $repository, branchName: $branch },
    expectedHeadOid: $head,
    message: { headline: $title },
    fileChanges: { additions: . }
  } }
}' | gh api --silent graphql --input -

if [ -z "$open" ]; then
  gh pr create --base "$BASE" --head "$branch" --title "$title" \
    --body 'These templates were built with these updates, proven and published. Merging records it; until then no run builds them again.'
fi
