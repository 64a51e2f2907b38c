/** Checks the workflows, those that users copy, and the actions with actionlint and zizmor, both installed into .cache at a fixed version. */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goTool } from '../test/fakes/runner/go-tool.ts';
import { kindOfBlock, yamlBlocks } from './docs/yaml-blocks.ts';
import { ROOT } from './root.ts';

const ACTIONLINT = 'v1.7.12';
const ZIZMOR = '1.32.0';

const actionlint = await goTool('github.com/rhysd/actionlint/cmd/actionlint', ACTIONLINT);
const python = join(ROOT, '.cache', 'python', `zizmor-${ZIZMOR}`);
if (!existsSync(python)) {
  execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', python, `zizmor==${ZIZMOR}`], {
    stdio: 'inherit',
  });
}

const others = ['.github/dependabot.yml', 'action.yml'];
const actions = readdirSync(join(ROOT, 'actions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join('actions', name, 'action.yml'));

/** A repository that has taken over the examples and the workflows of the pages: a workflow that calls another is found only at its place. */
const copied = join(ROOT, '.cache', 'copied-workflows');
rmSync(copied, { recursive: true, force: true });
mkdirSync(join(copied, '.git'), { recursive: true });
cpSync(join(ROOT, 'examples', 'workflows'), join(copied, '.github', 'workflows'), { recursive: true });
cpSync(join(ROOT, 'examples', 'workflows', 'zizmor.yml'), join(copied, '.github', 'zizmor.yml'));
rmSync(join(copied, '.github', 'workflows', 'zizmor.yml'));

// Known to github.com since May 2026, not to actionlint 1.7.
const ignore = 'unexpected key "queue" for "concurrency" section';
writeFileSync(
  join(copied, '.github', 'actionlint.yaml'),
  `paths:\n  .github/workflows/**/*.yml:\n    ignore: ['${ignore}']\n`,
);

// zizmor reads whole workflows; pieces of them are for actionlint, in test/integration/house/yaml-blocks.itg.test.ts.
const whole = yamlBlocks(ROOT).filter((block) => kindOfBlock(block) === 'workflow');
if (whole.length === 0) throw new Error('no page has a workflow');
for (const [index, { text }] of whole.entries()) {
  writeFileSync(join(copied, '.github', 'workflows', `page-${index}.yml`), text);
}

const results = [
  spawnSync(actionlint, ['-color'], { cwd: ROOT, stdio: 'inherit' }),
  spawnSync(join(python, 'bin', 'zizmor'), ['--offline', '--no-progress', '.github/workflows', ...others, ...actions], {
    cwd: ROOT,
    stdio: 'inherit',
  }),
  spawnSync(actionlint, ['-color'], { cwd: copied, stdio: 'inherit' }),
  spawnSync(join(python, 'bin', 'zizmor'), ['--offline', '--no-progress', '.'], { cwd: copied, stdio: 'inherit' }),
];
process.exitCode = results.every(({ status }) => status === 0) ? 0 : 1;
