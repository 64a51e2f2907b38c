import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type BundledModule, licensesOf, modulePaths, packagesOf } from '../../../scripts/build/licenses.ts';
import { ROOT } from '../../../scripts/root.ts';

const module = (path: string | null, ...modules: BundledModule[]): BundledModule => ({
  nameForCondition: () => (path === null ? null : join(ROOT, path)),
  ...(modules.length > 0 && { modules }),
});

it('finds the file of each module, in modules within modules too', () => {
  const inner = module('node_modules/@actions/core/lib/core.js', module(null), module('src/units.js'));
  expect(modulePaths([module('.cache/build/a.js', inner), module(null)])).toEqual(
    ['.cache/build/a.js', 'node_modules/@actions/core/lib/core.js', 'src/units.js'].map((path) => join(path)),
  );
});

it('finds each package once, sorted, with those that stand within another', () => {
  const paths = [
    '.cache/build/src/units.js',
    'node_modules/yaml/dist/index.js',
    'node_modules/yaml/dist/log.js',
    '.cache/build/node_modules/@actions/core/lib/core.js',
    'node_modules\\@actions\\core\\node_modules\\undici\\index.js',
  ];
  expect(packagesOf(paths)).toEqual(['@actions/core', '@actions/core/node_modules/undici', 'yaml']);
});

it('gives name, licence and text, also where a package brings no text', async () => {
  const text = await licensesOf(['@actions/core', 'saxes']);
  expect(text).toMatch(/^@actions\/core\nMIT\nThe MIT License \(MIT\)\n[\s\S]+\n\nsaxes\nISC\n\n$/);
});

it('says of a package that names none that it names none', async () => {
  expect(await licensesOf(['buffers'])).toBe(
    'buffers\nNo licence is named by this package (James Halliday, github.com/substack/node-buffers)\n\n',
  );
});
