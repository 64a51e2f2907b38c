import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';

/** All that may lie at the top; what runs leave there is ignored by git, or a fault. */
const TOP = {
  /** In the archive that a runner downloads of an action. */
  shipped: [
    ...['actions', 'dist', 'docs', 'examples', 'schema'],
    ...['action.yml', 'package.json', '.gitattributes', '.gitignore'],
    ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'SECURITY.md'],
  ],
  /** For who works on it. */
  left: [
    ...['src', 'test', 'scripts', 'bench', 'wasm', '.ci', '.github'],
    ...['package-lock.json', '.node-version', 'biome.json', 'biome.rooms.json', 'tsconfig.json', 'tsconfig.build.json'],
    ...['vitest.config.ts', 'vitest.config.itg.ts', 'vitest.config.win.ts'],
  ],
} as const;

function git(...args: readonly string[]): string[] {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).split('\0').slice(0, -1);
}

it('has nothing at the top but what is listed, committed or not yet', () => {
  const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard');
  const top = new Set(files.map((file) => file.split('/', 1)[0]));
  expect(top).toEqual(new Set([...TOP.shipped, ...TOP.left]));
});

it('leaves out of what a runner downloads all that is for who works on it', () => {
  // Name, attribute and value in turns.
  const told = git('check-attr', '-z', 'export-ignore', '--', ...TOP.shipped, ...TOP.left);
  const left = told.filter((_name, index) => index % 3 === 0 && told[index + 2] === 'set');
  expect(new Set(left)).toEqual(new Set(TOP.left));
});
