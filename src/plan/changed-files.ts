/** What changed since a base ref, asked of git. */

import { join, resolve } from 'node:path';
import { ToolError, UserError } from '../errors.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';

export interface Changes {
  /** Absolute paths of what was added, changed or removed, in commits and in the work tree. */
  readonly files: ReadonlySet<string>;
  /** The commit that is compared with. */
  readonly base: string;
  /** A file as it was in the base; undefined when it was not there. @param path absolute */
  before(path: string): Promise<string | undefined>;
}

/** What `github.event.before` is for the first push of a branch: there is nothing to compare with. */
const NO_COMMIT = /^0{40,64}$/;

/**
 * @param base a branch, tag or commit; the point where this branch left it is compared with
 * @returns undefined when the base says that there is nothing before
 * @throws UserError input-invalid that says what the clone lacks; tool-missing
 */
export async function changesSince(base: string, workspace: string, tools: ToolRunner): Promise<Changes | undefined> {
  if (NO_COMMIT.test(base)) return undefined;
  const git = createGit(workspace, tools);
  // Relative: the same folder as the workspace, however that is written.
  const root = resolve(workspace, (await git(['rev-parse', '--show-cdup'], [0])).trim());
  const start = await forkPoint(base, git);
  const tracked = await git(['diff', '--name-only', '--no-renames', '-z', start, '--'], [0]);
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z'], [0]);
  const names = `${tracked}${untracked}`.split('\0').filter((name) => name !== '');
  return {
    files: new Set(names.map((name) => join(root, name))),
    base: start,
    before: async (path) => {
      const name = path.slice(root.length + 1).replaceAll('\\', '/');
      const there = await git(['ls-tree', '--name-only', '-z', '--full-tree', start, '--', name], [0]);
      return there === '' ? undefined : git(['show', `${start}:${name}`], [0]);
    },
  };
}

type Git = (args: readonly string[], okExitCodes: readonly number[]) => Promise<string>;

function createGit(cwd: string, tools: ToolRunner): Git {
  return async (args, okExitCodes) => {
    try {
      const { stdout, exitCode } = await tools.run('git', args, { cwd, okExitCodes, encoding: 'utf-8' });
      return exitCode === 0 ? stdout : '';
    } catch (error) {
      if (!(error instanceof ToolError)) throw error;
      const hint = /dubious ownership/.test(error.tail)
        ? 'Run: git config --global --add safe.directory "$GITHUB_WORKSPACE" in a step before.'
        : 'Leave only-changed out, or run where the repository is; a workflow has to check it out in a step before (actions/checkout).';
      throw new UserError('input-invalid', `Input only-changed: git could not answer: ${error.tail}`, hint, {
        cause: error,
      });
    }
  };
}

async function forkPoint(base: string, git: Git): Promise<string> {
  const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`], [0, 1, 128]);
  const shallow = (await git(['rev-parse', '--is-shallow-repository'], [0])).trim() === 'true';
  const whole = 'Set "fetch-depth: 0" of actions/checkout, so that the history is there.';
  if (commit.trim() === '') {
    throw new UserError(
      'input-invalid',
      `Input only-changed: git does not know "${base}" here${shallow ? ', where the clone is shallow' : ''}`,
      `${whole} For a pull request write origin/\${{ github.base_ref }}.`,
    );
  }
  const fork = (await git(['merge-base', commit.trim(), 'HEAD'], [0, 1])).trim();
  if (fork !== '') return fork;
  throw new UserError(
    'input-invalid',
    `Input only-changed: there is no commit that "${base}" and this branch have in common${shallow ? ' in this shallow clone' : ''}`,
    shallow ? whole : 'Name a branch that this one comes from.',
  );
}
