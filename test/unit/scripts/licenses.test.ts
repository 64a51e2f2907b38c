import { expect, it } from 'vitest';
import { licensesOf, packagesOf } from '../../../scripts/build/licenses.ts';

it('finds each package once, in modules within modules too', () => {
  const modules = [
    { name: './.cache/build/src/units.js' },
    { name: './node_modules/yaml/dist/index.js' },
    { name: './node_modules/yaml/dist/log.js' },
    { modules: [{ name: '../node_modules/@actions/core/lib/core.js' }, {}] },
    { name: './node_modules/@actions/core/node_modules/undici/index.js' },
    { name: 'external "node:fs"' },
  ];
  expect(packagesOf({ modules })).toEqual(['@actions/core', '@actions/core/node_modules/undici', 'yaml']);
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
