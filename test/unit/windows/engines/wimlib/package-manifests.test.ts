import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readFeatureNames } from '../../../../../src/windows/engines/wimlib/package-manifests.ts';
import { recordedTools } from '../../fake-tools.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-manifests-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** Tools that "extract" the files into the folder they are told. */
async function read(files: Readonly<Record<string, string>>) {
  const target = join(folder, 'packages');
  const tools = recordedTools();
  const run: typeof tools.run = async (tool, args, options) => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(target, name), text);
    return tools.run(tool, args, options);
  };
  const names = await readFeatureNames('i.wim', 4, target, { tools: { ...tools, run } });
  return { names, calls: tools.calls, target };
}

function manifest(...features: readonly string[]): string {
  return `<assembly xmlns="urn:schemas-microsoft-com:asm.v3"><package>${features.map((name) => `<update name="${name}"/>`).join('')}</package></assembly>`;
}

it('gathers the features of all manifests, each once, and clears away', async () => {
  const { names, calls, target } = await read({
    'b.mum': manifest('Two', 'One'),
    'a.mum': manifest('One'),
    'c.mum': 'DCM',
  });
  expect(names).toEqual(['One', 'Two']);
  expect(existsSync(target)).toBe(false);
  expect(calls).toEqual([
    {
      tool: 'wimlib-imagex',
      args: [
        'extract',
        'i.wim',
        '4',
        '/Windows/servicing/Packages/*.mum',
        '--nullglob',
        '--no-acls',
        '--no-attributes',
        `--dest-dir=${target}`,
      ],
      options: { env: { WIMLIB_IMAGEX_IGNORE_CASE: '1' } },
    },
  ]);
});

it('does not know where nothing can be read', async () => {
  expect((await read({})).names).toBeUndefined();
  await rm(join(folder, 'packages'), { recursive: true, force: true });
  expect((await read({ 'a.mum': 'DCM', 'b.mum': manifest() })).names).toBeUndefined();
});
