import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composedDisk, type DiskPiece } from '../../../../../src/disk/composed-disk.ts';
import { readGpt } from '../../../../../src/disk/gpt/gpt.ts';
import { buildGpt, type PlacedPartition } from '../../../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, ESP_TYPE, MSR_TYPE, RECOVERY_TYPE } from '../../../../../src/disk/gpt/partition-types.ts';
import { openDisk } from '../../../../../src/disk/open-disk.ts';
import { openDiskForWriting } from '../../../../../src/disk/open-disk-for-writing.ts';
import { writeVhd } from '../../../../../src/disk/vhd/vhd-writer.ts';
import { layOutAnew } from '../../../../../src/windows/engines/convert-windowsimage/lay-out-anew.ts';
import { samplePlan } from '../../sample-plan.ts';

const MIB = 2 ** 20;
const PLAN = samplePlan();
const SIZE = PLAN.disk.size;
/** Where Windows' tools put the MSR of Initialize-Disk. */
const FIRST = 34 * 512;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-layout-'));
});
afterEach(() => rm(folder, { recursive: true }));

type Part = readonly [type: string, offset: number, end: number, attributes?: bigint];

/** The disks of the two variants: x0nn makes an MSR of its own besides that of Initialize-Disk. */
const GALLERY: readonly Part[] = [
  [MSR_TYPE, FIRST, 16 * MIB],
  [ESP_TYPE, 16 * MIB, 276 * MIB],
  [BASIC_DATA_TYPE, 276 * MIB, 2047 * MIB],
];
const X0NN: readonly Part[] = [
  [MSR_TYPE, FIRST, 16 * MIB],
  [ESP_TYPE, 16 * MIB, 216 * MIB],
  [MSR_TYPE, 216 * MIB, 344 * MIB],
  [BASIC_DATA_TYPE, 344 * MIB, 2047 * MIB],
];

async function disk(parts: readonly Part[], pieces: readonly DiskPiece[] = [], size = SIZE) {
  const partitions = parts.map(
    ([typeGuid, offset, end, attributes = 0n], index): PlacedPartition => ({
      ...{ typeGuid, offset, size: end - offset, attributes, name: `part ${index}` },
      guid: `00000000-0000-4000-8000-00000000000${index}`,
    }),
  );
  const path = join(folder, 'x.vhd');
  const table = buildGpt({ diskSize: size, diskGuid: '00000000-0000-4000-8000-0000000000ff', partitions });
  const { signal } = new AbortController();
  const options = { type: 'dynamic', signal, timestamp: 0, uuid: PLAN.fileGuid } as const;
  await writeVhd(composedDisk(size, [...table, ...pieces]), path, options);
  return path;
}

async function layOut(path: string) {
  const writable = await openDiskForWriting(path);
  try {
    return await layOutAnew(PLAN, writable);
  } finally {
    await writable.close();
  }
}

describe('layOutAnew', () => {
  it.each([
    ["of the gallery's module", GALLERY, 276],
    ['of x0nn', X0NN, 344],
    ['of a host whose Initialize-Disk makes no MSR', GALLERY.slice(1), 276],
    [
      'as it is planned',
      [
        [ESP_TYPE, MIB, 101 * MIB],
        [MSR_TYPE, 101 * MIB, 117 * MIB],
        [BASIC_DATA_TYPE, 117 * MIB, 2047 * MIB],
      ] as const,
      117,
    ],
  ])('makes ESP, MSR, Windows of a disk %s, and leaves Windows where it is', async (_, parts, at) => {
    const path = await disk(parts);
    const plan = await layOut(path);
    const end = parts.at(-1)?.[2] ?? 0;
    expect(plan.partitions.map(({ offset, size }) => [offset, size])).toEqual([
      [MIB, (at - 17) * MIB],
      [(at - 16) * MIB, 16 * MIB],
      [at * MIB, end - at * MIB],
    ]);
    expect([plan.esp, plan.windows]).toEqual([plan.partitions[0], plan.partitions[2]]);
    expect(plan.disk).toEqual({ ...PLAN.disk, esp: (at - 17) * MIB });
    expect({ ...plan, ...PLAN }).toEqual(PLAN);

    const made = await openDisk(path);
    const gpt = await readGpt(made);
    await made.close();
    expect([gpt.primary.valid, gpt.backup.valid, gpt.diskGuid]).toEqual([true, true, PLAN.diskGuid]);
    expect(gpt.partitions).toEqual(
      plan.partitions.map(({ typeGuid, guid, name, attributes = 0n, offset, size }, index) => ({
        ...{ index: index + 1, typeGuid, guid, name, attributes },
        ...{ firstLba: offset / 512, lastLba: (offset + size) / 512 - 1 },
      })),
    );
    expect(plan.partitions.map(({ guid, name }) => [guid, name])).toEqual(
      PLAN.partitions.map(({ guid, name }) => [guid, name]),
    );
  });

  it('leaves nothing of what was before Windows, and all of Windows', async () => {
    const noise = (length: number): Buffer => Buffer.alloc(length, 0xa5);
    const path = await disk(X0NN, [
      { offset: FIRST, content: noise(512) },
      { offset: 15 * MIB, content: noise(9 * MIB) },
      { offset: 344 * MIB - 512, content: noise(1024) },
      { offset: 2000 * MIB, content: noise(512) },
    ]);
    await layOut(path);
    const made = await openDisk(path);
    for (const [offset, length] of [
      [FIRST, 1024],
      [15 * MIB, 9 * MIB],
      [344 * MIB - 512, 512],
    ] as const) {
      expect((await made.read(offset, length)).equals(Buffer.alloc(length)), String(offset)).toBe(true);
    }
    expect((await made.read(344 * MIB, 512)).equals(noise(512))).toBe(true);
    expect((await made.read(2000 * MIB, 512)).equals(noise(512))).toBe(true);
    await made.close();
  });

  const changed = (index: number, part: Partial<Record<0 | 1 | 2 | 3, unknown>>): readonly Part[] =>
    GALLERY.map((one, at) => (at === index ? (Object.assign([...one], part) as unknown as Part) : one));
  const NO_ROOM: readonly Part[] = [
    [ESP_TYPE, MIB, 53 * MIB - 512],
    [BASIC_DATA_TYPE, 53 * MIB - 512, 2047 * MIB],
  ];
  it.each<readonly [string, readonly Part[], string]>([
    ['a Recovery partition before Windows', changed(0, { 0: RECOVERY_TYPE }), `types ${RECOVERY_TYPE}, ${ESP_TYPE}`],
    ['one after it', [...changed(2, { 2: 1000 * MIB }), [RECOVERY_TYPE, 1000 * MIB, 1100 * MIB]], 'types'],
    ['no ESP', changed(1, { 0: MSR_TYPE }), 'types'],
    ['two', changed(0, { 0: ESP_TYPE }), 'types'],
    ['no Windows', changed(2, { 0: MSR_TYPE }), 'types'],
    ['two volumes of data', changed(1, { 0: BASIC_DATA_TYPE }), 'types'],
    ['a protected Windows', changed(2, { 3: 1n }), 'partition 3 is protected'],
    ['no room before Windows', NO_ROOM, 'no room for an ESP'],
  ])('refuses a disk with %s', async (_, parts, message) => {
    const path = await disk(parts);
    await expect(layOut(path)).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining(message) as string,
    });
    const made = await openDisk(path);
    expect((await readGpt(made)).diskGuid).toBe('00000000-0000-4000-8000-0000000000ff');
    await made.close();
  });

  it('takes the least room that an ESP needs', async () => {
    const least = 36 * MIB + 17 * MIB;
    const plan = await layOut(
      await disk([
        [ESP_TYPE, MIB, least],
        [BASIC_DATA_TYPE, least, 2047 * MIB],
      ]),
    );
    expect(plan.esp.size).toBe(36 * MIB);
  });

  it('refuses a disk of another size', async () => {
    const path = await disk(GALLERY, [], SIZE + MIB);
    await expect(layOut(path)).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining(`planned were ${SIZE}`) as string,
    });
  });
});
