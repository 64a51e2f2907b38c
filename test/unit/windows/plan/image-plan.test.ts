import { describe, expect, it } from 'vitest';
import { BASIC_DATA_TYPE, ESP_TYPE, MSR_TYPE } from '../../../../src/disk/gpt/partition-types.ts';
import { UserError } from '../../../../src/errors.ts';
import type { ImagePlan } from '../../../../src/windows/plan/image-plan.ts';
import { sampleDriver, samplePlan, sampleRequest, sampleUpdate } from '../sample-plan.ts';

const MIB = 2 ** 20;
const DISK = sampleRequest().disk;
const NO_LETTER = 0x8000000000000000n;

function refusal(...args: Parameters<typeof samplePlan>): UserError | undefined {
  try {
    samplePlan(...args);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function identifiers({ diskGuid, fileGuid, partitions, loaderGuid, resumeGuid }: ImagePlan): readonly string[] {
  return [diskGuid, fileGuid, loaderGuid, resumeGuid, ...partitions.map(({ guid }) => guid)];
}

describe('the layout', () => {
  it('is ESP, MSR and Windows with all the rest, on whole MiB', () => {
    const { partitions, esp, windows } = samplePlan();
    expect(
      partitions.map(({ typeGuid, name, attributes, offset, size }) => [
        typeGuid,
        name,
        attributes,
        offset / MIB,
        size / MIB,
      ]),
    ).toEqual([
      [ESP_TYPE, 'EFI system partition', NO_LETTER, 1, 100],
      [MSR_TYPE, 'Microsoft reserved partition', NO_LETTER, 101, 16],
      [BASIC_DATA_TYPE, 'Basic data partition', undefined, 117, 1930],
    ]);
    expect(esp).toBe(partitions[0]);
    expect(windows).toBe(partitions[2]);
  });

  it('has Recovery behind Windows where it is asked for, as Windows Setup makes it', () => {
    const disk = { ...DISK, recovery: 'last' } as const;
    const { partitions, recovery, windows } = samplePlan({ disk });
    expect(partitions[3]).toBe(recovery);
    expect(recovery).toMatchObject({
      typeGuid: 'de94bba4-06d1-4d40-a16a-bfd50179d6ac',
      attributes: 0x8000000000000001n,
      offset: windows.offset + windows.size,
      size: 1000 * MIB,
    });
    expect(windows.size).toBe(930 * MIB);
    expect(samplePlan().recovery).toBeUndefined();
    expect(samplePlan({ disk }).diskGuid).not.toBe(samplePlan().diskGuid);
    const small = refusal({ disk: { ...disk, size: 1317 * MIB } }, { size: 100 * MIB, fileCount: 1024 });
    expect(small?.message).toContain('the image needs 1.3 GiB');
    expect(refusal({ disk: { ...disk, size: 1318 * MIB } }, { size: 100 * MIB, fileCount: 1024 })).toBeUndefined();
  });

  it('has the smallest ESP that FAT32 works on', () => {
    expect(refusal({ disk: { ...DISK, esp: 36 * MIB } })).toBeUndefined();
    const error = refusal({ disk: { ...DISK, esp: 36 * MIB - 1 } });
    expect(error?.code).toBe('input-invalid');
    expect(error?.message).toContain('Input esp');
    expect(error?.hint).toContain('at least 36 MiB');
  });

  it('needs room for the files of the image, a cluster for each, what is staged, and NTFS itself', () => {
    // 100 MiB + 1024 files of 4 KiB + 96 MiB = 200 MiB; ESP, MSR and 2 MiB for the tables beside.
    const image = { size: 100 * MIB, fileCount: 1024 };
    const disk = (size: number) => ({ ...DISK, size: size * MIB });
    expect(refusal({ disk: disk(318) }, image)).toBeUndefined();
    const error = refusal({ disk: disk(317) }, image);
    expect(error?.code).toBe('image-too-small');
    expect(error?.message).toContain('A disk of 317 MiB is too small: the image needs 318 MiB');
    expect(error?.hint).toContain('for example 40 GiB');
    const packages = [{ ...sampleUpdate('a.msu', 'cumulative'), size: MIB }];
    expect(refusal({ disk: disk(318), packages }, image)?.code).toBe('image-too-small');
    expect(refusal({ disk: disk(319), packages }, image)).toBeUndefined();
  });

  it('is no larger than its format holds', () => {
    const largest = { vhd: 2040 * 2 ** 30, vhdx: 64 * 2 ** 40 } as const;
    for (const format of ['vhd', 'vhdx'] as const) {
      const disk = { ...DISK, format, size: largest[format] };
      expect(refusal({ disk })).toBeUndefined();
      expect(refusal({ disk: { ...disk, size: disk.size + MIB } })?.code).toBe('disk-format-unsupported');
    }
  });

  it('has the same identifiers in every format', () => {
    const [one, two] = [samplePlan(), samplePlan({ disk: { ...DISK, format: 'vhdx', type: 'fixed' } })];
    expect(identifiers(two)).toEqual(identifiers(one));
  });

  it('says the same of a disk that has not even room for the small partitions', () => {
    expect(refusal({ disk: { ...DISK, size: 64 * MIB } })?.code).toBe('image-too-small');
    expect(refusal({ disk: { ...DISK, size: 64 * MIB } }, { size: 30 * 2 ** 30 })?.hint).toContain(
      'for example 61 GiB',
    );
  });
});

describe('identifiers', () => {
  const plan = samplePlan();

  it('differ from each other, and are the same for the same inputs from other places', () => {
    expect(new Set(identifiers(plan)).size).toBe(7);
    expect(identifiers(samplePlan())).toEqual(identifiers(plan));
    const packages = (path: string) => [{ ...sampleUpdate('a.msu', 'cumulative'), path }];
    expect(identifiers(samplePlan({ packages: packages('/x/a.msu') }))).toEqual(
      identifiers(samplePlan({ packages: packages('/y/a.msu') })),
    );
  });

  it.each([
    ['size', { disk: { ...DISK, size: DISK.size + MIB } }],
    ['esp', { disk: { ...DISK, esp: DISK.esp + MIB } }],
    ['msr', { disk: { ...DISK, msr: DISK.msr + MIB } }],
    ['drivers', { drivers: [sampleDriver('a')] }],
    ['packages', { packages: [sampleUpdate('a.msu', 'cumulative')] }],
    ['features', { features: ['TelnetClient'] }],
    ['remote desktop', { remoteDesktop: true }],
    ['cleanup', { cleanup: false }],
    ['answer file', { unattend: Buffer.from('other') }],
    ['installer', { toolsSetup: { path: 'x', sha256: '1' } }],
    ['date', { date: new Date(0) }],
  ])('change with the %s', (_what, changes) => {
    const others = identifiers(samplePlan(changes));
    for (const [index, guid] of identifiers(plan).entries()) expect(others[index]).not.toBe(guid);
  });

  it('change with the image, not with the type of the file', () => {
    expect(identifiers(samplePlan({}, { version: '10.0.17763.737' }))).not.toEqual(identifiers(plan));
    expect(identifiers(samplePlan({ disk: { ...DISK, type: 'fixed' } }))).toEqual(identifiers(plan));
  });
});

it('dates everything like the image, or as it is told', () => {
  expect(samplePlan().date).toEqual(new Date('2018-09-15T07:28:32Z'));
  expect(samplePlan({ date: new Date(5000) }).date).toEqual(new Date(5000));
});
