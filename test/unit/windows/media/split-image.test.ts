import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkParts } from '../../../../src/windows/media/split-image.ts';
import { sampleWim } from '../../archives/wim/sample-wim.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-parts-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Head = NonNullable<Parameters<typeof sampleWim>[1]>;

async function check(...heads: readonly Head[]): Promise<void> {
  const names = heads.map((_, index) => `install${index === 0 ? '' : index + 1}.swm`);
  const files = names.map((name) => join(folder, name));
  for (const [index, head] of heads.entries()) await writeFile(files[index] ?? '', sampleWim('<WIM/>', head));
  await checkParts({ iso: '/x/w.iso', imageParts: names }, files);
}

it('takes a whole image, and a split one with all its parts', async () => {
  await check({});
  await check({ parts: 3 }, { part: 2, parts: 3 }, { part: 3, parts: 3 });
});

it.each<[string, readonly Head[]]>([
  ['3 parts, and part 2 is missing (it holds install.swm, install2.swm)', [{ parts: 3 }, { part: 3, parts: 3 }]],
  ['3 parts, and parts 2, 3 are missing (it holds install.swm)', [{ parts: 3 }]],
  ['2 parts, and part 1 is missing (it holds install.swm)', [{ part: 2, parts: 2 }]],
  ['2 parts, and install2.swm is of another image than install.swm', [{ parts: 2 }, { part: 2, parts: 2, guid: 9 }]],
  ['2 parts, and install2.swm is part 1 once more', [{ parts: 2 }, { parts: 2 }]],
  [
    '2 parts, and install.swm is part 2',
    [
      { part: 2, parts: 2 },
      { part: 1, parts: 2 },
    ],
  ],
])('refuses an image that is split into %s', async (words, heads) => {
  await expect(check(...heads)).rejects.toMatchObject({
    code: 'not-windows-media',
    message: `The image of the ISO /x/w.iso is split into ${words}`,
  });
});

it('refuses a part that is no WIM', async () => {
  const file = join(folder, 'install.swm');
  await writeFile(file, 'MSCF');
  await expect(checkParts({ iso: 'w.iso', imageParts: ['install.swm'] }, [file])).rejects.toMatchObject({
    code: 'not-windows-media',
    message: expect.stringContaining('cannot be read') as string,
  });
});
