/** What the offline check and convert-ova say of disks from public reports, made by foreign tools. */

import { readFile, truncate, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putPart, takePart } from '../../judges/disk-part.ts';
import { makeFieldDisk, makeMbrDisk, makeNative4k, putBootStore } from '../../media/field-disks.ts';
import { tools } from '../../media/media-tools.ts';
import { copySparse } from '../../media/sparse-file.ts';
import { CONVERT, codes, type FieldResult, type FieldRun, openFieldRun } from '../disk/field-run.ts';

const MIB = 2 ** 20;
/** Where makeFieldDisk puts Windows without a Recovery partition in front, in MiB. */
const WINDOWS_AT = 49;
let field: FieldRun;
let at: FieldRun['at'];
let act: FieldRun['act'];
let refused: FieldRun['refused'];

beforeAll(async () => {
  field = await openFieldRun();
  ({ at, act, refused } = field);
  await makeFieldDisk(at('plain.raw'), { size: 90, recovery: 'none' });
  await copySparse(at('plain.raw'), at('sound.raw'));
  await putBootStore(at('sound.raw'));
  expect((await check(at('sound.raw'))).exitCode).toBe(0);
});
afterAll(() => field.close());

const check = (image: string): Promise<FieldResult> => act('verify-quiesce', { image });
const seen = ({ report }: FieldResult, code: string): string =>
  report.findings.find((finding) => finding.code === code)?.seen ??
  `no ${code} among ${JSON.stringify(report.findings)}`;

/** A copy of the sound disk whose Windows volume a foreign tool has changed. */
async function withVolume(name: string, change: (volume: string) => Promise<unknown>): Promise<string> {
  const [raw, volume] = [at(`${name}.raw`), at(`${name}.ntfs`)];
  await copySparse(at('sound.raw'), raw);
  const place = { offset: WINDOWS_AT * MIB, size: 40 * MIB };
  await takePart(raw, place, volume);
  await change(volume);
  await putPart(volume, raw, place);
  return raw;
}

describe('a disk of a BIOS machine', () => {
  it('C.19 has a layout, type 27 included, and no false error', async () => {
    await makeMbrDisk(at('mbr.raw'));
    const run = await check(at('mbr.raw'));
    expect(codes(run)).toEqual(['disk-not-gpt']);
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'unproven' } });
    expect(seen(run, 'disk-not-gpt')).toContain('partition 2 of type 0x27 (Windows recovery)');
  });
});

describe('a disk of 4096-byte sectors', () => {
  it('C.19 is refused by its table', async () => {
    await makeNative4k(at('4k.raw'));
    const reason = { code: 'disk-format-unsupported', message: /4096-byte sectors/ };
    await refused('convert-ova', at('4k.raw'), reason);
    expect(seen(await check(at('4k.raw')), 'sector-size-4096')).toContain('a disk of 4096-byte sectors');
  });

  it.each([
    ['native_4k', 'ddb.native_4k = "1"'],
    ['logicalSectorSize', 'ddb.logicalSectorSize = "4096"'],
  ])('C.19 is refused by what its VMDK says: %s', async (name, line) => {
    const vmdk = at(`${name}.vmdk`);
    const extent = `RW ${90 * 2048} FLAT "sound.raw" 0`;
    const head = '# Disk DescriptorFile\nversion=1\nCID=11111111\nparentCID=ffffffff\ncreateType="monolithicFlat"';
    await writeFile(vmdk, `${head}\n${extent}\n${line}\n`);
    await refused('convert-ova', vmdk, { code: 'disk-format-unsupported', message: /4096-byte sectors/ });
    expect(codes(await check(vmdk))).toContain('sector-size-4096');
  });
});

describe('a volume that no template should have', () => {
  it('C.19 is found when BitLocker encrypts it', async () => {
    const raw = await withVolume('bitlocker', async (volume) => {
      const bytes = await readFile(volume);
      bytes.write('-FVE-FS-', 3, 'latin1');
      await writeFile(volume, bytes);
    });
    const run = await check(raw);
    expect(seen(run, 'bitlocker-volume')).toBe('Partition 3 is encrypted by BitLocker');
    expect(run.exitCode).toBe(1);
  });

  it('C.19 is found when Windows is hibernated', async () => {
    const raw = await withVolume('hibernated', async (volume) => {
      await writeFile(at('hiberfil.sys'), Buffer.concat([Buffer.from('HIBR'), Buffer.alloc(8188)]));
      await tools.run('ntfscp', [volume, at('hiberfil.sys'), 'hiberfil.sys']);
    });
    const run = await check(raw);
    expect(seen(run, 'windows-hibernated')).toBe('Windows is hibernated on partition 3');
    expect(run.exitCode).toBe(1);
  });

  it('C.19 is found when its NTFS is dirty, as ntfsresize leaves one', async () => {
    const raw = await withVolume('dirty', (volume) => tools.run('ntfsresize', ['-f', '-f', '-s', '36M', volume]));
    expect(seen(await check(raw), 'ntfs-dirty')).toBe('The NTFS volume of partition 3 is marked dirty');
  });

  it('C.19 is found when its partition is marked as required, whatever it is', async () => {
    await makeFieldDisk(at('msr.raw'), { size: 90, recovery: 'none', msrBits: [0] });
    expect(seen(await check(at('msr.raw')), 'partition-protected')).toContain(
      'Partition 2 (msr) is marked as required',
    );
    expect(codes(await check(at('sound.raw')))).not.toContain('partition-protected');
  });

  it('C.19 is told of by convert-ova too', async () => {
    const raw = await withVolume('told', (volume) => tools.run('ntfsresize', ['-f', '-f', '-s', '36M', volume]));
    const run = await act('convert-ova', { ...CONVERT, disk: raw, ova: at('told.ova') });
    expect(codes(run)).toContain('ntfs-dirty');
  });
});

describe('the boot store', () => {
  it('C.19 says which partition is Windows, not the size of the NTFS volumes', async () => {
    const raw = at('data.raw');
    await copySparse(at('plain.raw'), raw);
    await truncate(raw, 180 * MIB);
    await tools.run('sgdisk', ['-e', '-n', '4:0:0', '-t', '4:0700', raw]);
    const { stdout } = await tools.run('sgdisk', ['-i', '4', raw]);
    const first = Number(/First sector: (\d+)/.exec(stdout)?.[1]);
    const count = Number(/Partition size: (\d+)/.exec(stdout)?.[1]);
    const volume = at('data.ntfs');
    await writeFile(volume, '');
    await truncate(volume, count * 512);
    await tools.run('mkntfs', ['-Q', '-F', '-s', '512', '-p', String(first), '-H', '255', '-S', '63', volume]);
    const place = ['oflag=seek_bytes', `seek=${first * 512}`, 'conv=notrunc,sparse', 'status=none'];
    await tools.run('dd', [`if=${volume}`, `of=${raw}`, 'bs=1M', ...place]);
    await putBootStore(raw);
    const layout = JSON.parse(
      (await act('repair-template', { image: raw, 'dry-run': 'true' })).outputs['layout-before'] ?? '{}',
    ) as {
      partitions: { index: number; type: string }[];
    };
    expect(layout.partitions.map(({ index, type }) => `${index} ${type}`)).toEqual([
      '1 esp',
      '2 msr',
      '3 windows',
      '4 basic-data',
    ]);
  });

  it('D.24 is understood when it looks for Windows (locate), as Convert-WindowsImage writes it, and reported', async () => {
    const raw = at('located.raw');
    await copySparse(at('plain.raw'), raw);
    await putBootStore(raw, { locate: true });
    const run = await check(raw);
    expect(codes(run)).toEqual(['bcd-loader-located']);
    expect(run.report.findings[0]).toMatchObject({ severity: 'info', seen: expect.stringContaining('(locate)') });
    expect(run.exitCode).toBe(0);
  });
});
