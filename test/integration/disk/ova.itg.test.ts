/** The disk inside an OVA that GNU tar packed, in each of its formats. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readLayout } from '../../../src/disk/layout.ts';
import { openSystemDisk } from '../../../src/ova/open-system-disk.ts';
import { ovfOf } from '../../unit/ova/sample-ova.ts';
import { run } from './sample-images.ts';

const folder = await mkdtemp(join(tmpdir(), 'stillframe-ova-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

async function fixture(name: string): Promise<Buffer> {
  return gunzipSync(await readFile(new URL(`../../fixtures/disk/${name}.gz`, import.meta.url)));
}

test('the disk inside an OVA is read where it lies, the one at the lowest unit or the one named', async () => {
  await writeFile(
    join(folder, 'a.ovf'),
    ovfOf({ drives: ['a-disk1.vmdk', 'a-disk2.vmdk'].map((href, unit) => ({ href, unit })) }),
  );
  await writeFile(join(folder, 'a-disk1.vmdk'), await fixture('gpt-stream.vmdk'));
  await writeFile(join(folder, 'a-disk2.vmdk'), await fixture('gpt-sparse.vmdk'));
  const ova = join(folder, 'a.ova');
  for (const format of ['gnu', 'ustar', 'pax']) {
    await run('tar', `--format=${format}`, '-cf', ova, '-C', folder, 'a.ovf', 'a-disk1.vmdk', 'a-disk2.vmdk');
    for (const [path, kind] of [
      [ova, 'vmdk-streamOptimized'],
      [`${ova}!a-disk2.vmdk`, 'vmdk-monolithicSparse'],
    ] as const) {
      const disk = await openSystemDisk(path);
      expect(disk.format).toBe(kind);
      expect((await readLayout(disk)).partitions).toHaveLength(3);
      await disk.close();
    }
  }
  await expect(openSystemDisk(`${ova}!other.vmdk`)).rejects.toMatchObject({ code: 'ova-invalid' });
  await expect(openSystemDisk(join(folder, 'none.ova'))).rejects.toMatchObject({ code: 'file-missing' });
});
