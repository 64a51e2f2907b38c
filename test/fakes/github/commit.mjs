/** Carries out createCommitOnBranch on the bare repository of the double, as GitHub's API does; run beside `commit.json`. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.GH_DOUBLE ?? '.';
const { input } = JSON.parse(readFileSync(join(folder, 'commit.json'), 'utf8')).variables;
const { branch, expectedHeadOid, message, fileChanges } = input;
const env = {
  ...process.env,
  GIT_INDEX_FILE: join(folder, 'index'),
  GIT_AUTHOR_NAME: 'app',
  GIT_AUTHOR_EMAIL: 'app@example.com',
  GIT_COMMITTER_NAME: 'app',
  GIT_COMMITTER_EMAIL: 'app@example.com',
};
const git = (args, text) =>
  execFileSync('git', args, { cwd: join(folder, 'remote'), env, encoding: 'utf8', input: text }).trim();

const head = git(['rev-parse', branch.branchName]);
if (head !== expectedHeadOid) throw new Error(`expected ${expectedHeadOid}, the head is ${head}`);
git(['read-tree', head]);
for (const { path, contents } of fileChanges.additions) {
  const blob = git(['hash-object', '-w', '--stdin'], Buffer.from(contents, 'base64').toString('utf8'));
  git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`]);
}
const commit = git(['commit-tree', git(['write-tree']), '-p', head, '-m', message.headline]);
git(['update-ref', `refs/heads/${branch.branchName}`, commit]);
if (existsSync(join(folder, 'head'))) writeFileSync(join(folder, 'head'), `${commit}\n`);
