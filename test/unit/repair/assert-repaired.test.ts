import { describe, expect, it } from 'vitest';
import { readSystemLayout } from '../../../src/bcd/boot-store.ts';
import { crc32 } from '../../../src/disk/crc32.ts';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { type Gpt, readGpt } from '../../../src/disk/gpt/gpt.ts';
import { movePartitionEnd, removePartitions } from '../../../src/disk/gpt/gpt-edit.ts';
import { encodeGptHeader, type GptHeader } from '../../../src/disk/gpt/gpt-header.ts';
import { parseGuid } from '../../../src/disk/guid.ts';
import { assertRepaired, type RepairClaim } from '../../../src/repair/assert-repaired.ts';
import { cleanBootStores } from '../../../src/repair/clean-boot-store.ts';
import { planRepair } from '../../../src/repair/plan-repair.ts';
import { sampleStore } from '../bcd/sample-store.ts';
import { makeFat32 } from '../disk/make-fat.ts';
import { resizedDisk } from '../disk/memory-disk.ts';
import { GUIDS, sampleDisk } from '../disk/sample-disk.ts';

const MIB = 2 ** 20;
const SECTOR = 512;
const OTHER = 'ffffffff-0000-4000-8000-00000000000f';

interface Case {
  readonly disk: WritableDisk;
  claim: RepairClaim;
}

/** A disk that was repaired well: ESP 1, MSR 2, Windows 3; Recovery 4 is gone. */
async function repaired(): Promise<Case> {
  const disk = await sampleDisk({ order: ['esp', 'msr', 'windows', 'recovery'] });
  const before = await readSystemLayout(disk);
  const gpt = await readGpt(disk);
  const plan = planRepair(before, gpt, false);
  await cleanBootStores(disk, before, plan.remove);
  await removePartitions(disk, [4]);
  const after = await readSystemLayout(disk);
  return {
    disk,
    claim: { before, after, plan, gpt, tableWritten: true, loadedFrom: new Map([[GUIDS.esp, [GUIDS.windows]]]) },
  };
}

/** Changes entries and headers of both copies, as a faulty writer would: with valid checksums. */
async function rewrite(
  disk: WritableDisk,
  change: (entries: Buffer, header: GptHeader) => Partial<GptHeader> | undefined,
  copies: readonly ('primary' | 'backup')[] = ['primary', 'backup'],
): Promise<void> {
  const gpt: Gpt = await readGpt(disk);
  for (const name of copies) {
    const copy = gpt[name];
    if (!copy.valid) throw new Error(`the ${name} copy is damaged`);
    const entries = Buffer.from(copy.entries);
    const header = { ...copy.header, ...change(entries, copy.header) };
    await disk.write(header.entriesLba * SECTOR, entries);
    await disk.write(header.currentLba * SECTOR, encodeGptHeader({ ...header, entriesCrc: crc32(entries) }, SECTOR));
  }
}

const entry = (index: number): number => (index - 1) * 128;
const inEntry =
  (index: number, change: (bytes: Buffer) => void) =>
  ({ disk }: Case): Promise<void> =>
    rewrite(disk, (entries) => void change(entries.subarray(entry(index), entry(index) + 128)));
const shift = (at: number, sectors: bigint) => (bytes: Buffer) =>
  bytes.writeBigUInt64LE(bytes.readBigUInt64LE(at) + sectors, at);
const inHeader =
  (change: Partial<GptHeader>, copies?: readonly ('primary' | 'backup')[]) =>
  ({ disk }: Case): Promise<void> =>
    rewrite(disk, () => change, copies);

async function withStore({ disk, claim }: Case, store: Buffer | undefined): Promise<void> {
  const esp = claim.before.partitions.find(({ type }) => type === 'esp');
  const files = {
    'EFI/Boot/bootx64.efi': Buffer.alloc(3000, 'boot'),
    ...(store && { 'EFI/Microsoft/Boot/BCD': store }),
  };
  for (const { offset, content } of makeFat32(files).pieces) {
    if (content instanceof Uint8Array) await disk.write((esp?.offset ?? 0) + offset, content);
  }
}

const { disk: diskGuid, esp, windows, recovery } = GUIDS;
const TYPE = { esp: 0, windows: 3 };

const WRONG: readonly (readonly [string, (subject: Case) => void | Promise<void>, RegExp])[] = [
  [
    'still has its Recovery partition',
    ({ disk }) =>
      rewrite(disk, (entries) => {
        entries.copy(entries, entry(4), entry(2), entry(3));
        parseGuid('de94bba4-06d1-4d40-a16a-bfd50179d6ac').copy(entries, entry(4));
        parseGuid(recovery).copy(entries, entry(4) + 16);
        entries.writeBigUInt64LE(BigInt(200 * 2048), entry(4) + 32);
        entries.writeBigUInt64LE(BigInt(201 * 2048), entry(4) + 40);
        return undefined;
      }),
    /repair Recovery partition 4 is still there/,
  ],
  ['has lost Windows', inEntry(3, (bytes) => bytes.fill(0)), /partition 3 is gone/],
  ['has lost the MSR', inEntry(2, (bytes) => bytes.fill(0)), /partition 2 is gone/],
  [
    'has a partition more',
    ({ disk }) =>
      rewrite(disk, (entries) => {
        entries.copy(entries, entry(5), entry(2), entry(3));
        parseGuid(OTHER).copy(entries, entry(5) + 16);
        entries.writeBigUInt64LE(BigInt(200 * 2048), entry(5) + 32);
        entries.writeBigUInt64LE(BigInt(201 * 2048), entry(5) + 40);
        return undefined;
      }),
    /partition 5 is new/,
  ],
  [
    'has turned the MSR into a Recovery partition',
    inEntry(2, (bytes) => parseGuid('de94bba4-06d1-4d40-a16a-bfd50179d6ac').copy(bytes)),
    /partition 2 has the typeGuid de94bba4.*partition 2 has the type recovery, not msr.*partition 2 is a Recovery partition/,
  ],
  [
    'has Windows one MiB further on',
    inEntry(3, (bytes) => {
      shift(32, 2048n)(bytes);
      shift(40, 2048n)(bytes);
    }),
    /partition 3 has the offset 60817408, not 59768832/,
  ],
  ['has Windows a sector shorter', inEntry(3, shift(40, -1n)), /partition 3 has the size 67108352, not 67108864/],
  ['has Windows a sector longer', inEntry(3, shift(40, 1n)), /partition 3 has the size 67109376, not 67108864/],
  [
    'has the ESP over the MSR',
    inEntry(1, shift(40, 2048n)),
    /partition 1 has the size.*partition 2 overlaps partition 1/,
  ],
  [
    'has another GUID for Windows',
    inEntry(3, (bytes) => parseGuid(OTHER).copy(bytes, 16)),
    /partition 3 has the guid ffffffff/,
  ],
  [
    'has another name for Windows',
    inEntry(3, (bytes) => bytes.write('X', 56, 'utf16le')),
    /partition 3 has the name Xasic/,
  ],
  [
    'has other attributes for Windows',
    inEntry(3, (bytes) => bytes.writeUInt8(1, 48)),
    /partition 3 has the attributes 0x0000000000000001, not 0x0000000000000000/,
  ],
  [
    'has another type for the ESP',
    inEntry(1, (bytes) => parseGuid('ebd0a0a2-b9e5-4433-87c0-68b6b72699c7').copy(bytes)),
    /partition 1 has the typeGuid ebd0a0a2/,
  ],
  [
    'has no file system in Windows any more',
    async ({ disk, claim }) => {
      await disk.write(claim.before.partitions[TYPE.windows - 1]?.offset ?? 0, Buffer.alloc(512));
    },
    /partition 3 has the fileSystem none, not ntfs/,
  ],
  ['has a damaged primary table', ({ disk }) => disk.write(512 + 60, Buffer.from('x')), /the primary GPT is damaged/],
  [
    'has a damaged backup table',
    ({ disk }) => disk.write(disk.size - 512 + 60, Buffer.from('x')),
    /the backup GPT is damaged/,
  ],
  [
    'has copies that differ',
    ({ disk }) => rewrite(disk, (entries) => void entries.write('Y', entry(2) + 56, 'utf16le'), ['backup']),
    /the copies of the GPT differ/,
  ],
  ['has another disk GUID', inHeader({ diskGuid: OTHER }), /the disk's GUID is ffffffff/],
  ['has another first usable block', inHeader({ firstUsableLba: 40 }), /the first usable block is 40/],
  ['has another last usable block', inHeader({ lastUsableLba: 400_000 }), /the last usable block is 400000/],
  [
    'has a hybrid MBR',
    ({ disk }) => disk.write(446 + 16 + 4, Buffer.from([7])),
    /the MBR is hybrid, it was protective/,
  ],
  ['has no boot store any more', (subject) => withStore(subject, undefined), /the boot store is gone/],
  [
    'has a boot store that cannot be read',
    (subject) => withStore(subject, Buffer.from('regf')),
    /the boot store cannot be read/,
  ],
  [
    'has a boot store that names what went',
    (subject) => withStore(subject, sampleStore({ disk: diskGuid, esp, windows, recovery })),
    /the boot store still names the removed partition 4/,
  ],
  [
    'has a boot store that starts something else',
    (subject) => withStore(subject, sampleStore({ disk: diskGuid, esp, windows: OTHER })),
    /the boot store does not start partition 317d0000/,
  ],
  [
    'was to have its backup table at the end',
    async (subject) => {
      const grown = await resizedDisk(subject.disk, subject.disk.size + MIB);
      Object.assign(subject, { disk: grown });
      subject.claim = { ...subject.claim, plan: { ...subject.claim.plan, moveBackup: true } };
    },
    /the backup GPT is not at the end of the disk/,
  ],
  [
    'was to have a larger Windows',
    (subject) => {
      subject.claim = { ...subject.claim, grownTo: 80 * MIB };
    },
    /partition 3 has the size 67108864, not 83886080/,
  ],
];

describe('assertRepaired', () => {
  it('is content with a disk that was repaired', async () => {
    const { disk, claim } = await repaired();
    await expect(assertRepaired(disk, claim)).resolves.toBeUndefined();
  });

  it('is content with Windows grown to the size it was to have', async () => {
    const { disk, claim } = await repaired();
    const size = 70 * MIB;
    const start = claim.before.partitions[2]?.offset ?? 0;
    await movePartitionEnd(disk, start, start + size);
    const after = await readSystemLayout(disk);
    await expect(assertRepaired(disk, { ...claim, after, grownTo: size })).resolves.toBeUndefined();
    await expect(assertRepaired(disk, { ...claim, after })).rejects.toThrow('partition 3 has the size');
  });

  it.each(WRONG)('refuses a disk that %s', async (_, spoil, reason) => {
    const subject = await repaired();
    await spoil(subject);
    const claim = { ...subject.claim, after: await readSystemLayout(subject.disk) };
    await expect(assertRepaired(subject.disk, claim)).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringMatching(reason),
      hint: expect.stringContaining('Restore the image'),
    });
  });

  it('refuses a table that is not numbered anew where Recovery stood in front', async () => {
    const disk = await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] });
    const before = await readSystemLayout(disk);
    const gpt = await readGpt(disk);
    const plan = planRepair(before, gpt, false);
    await cleanBootStores(disk, before, plan.remove);
    await rewrite(disk, (entries) => void entries.fill(0, entry(1), entry(2)));
    const after = await readSystemLayout(disk);
    const claim: RepairClaim = { before, after, plan, gpt, tableWritten: true, loadedFrom: new Map() };
    await expect(assertRepaired(disk, claim)).rejects.toThrow(/partition 2 is gone.*partition 4 is new/);
  });

  it('leaves tables alone that the repair had no cause to write', async () => {
    const disk = await sampleDisk();
    await disk.write(disk.size - 512, Buffer.alloc(512));
    const before = await readSystemLayout(disk);
    const gpt = await readGpt(disk);
    const plan = planRepair(before, gpt, false);
    const claim: RepairClaim = { before, after: before, plan, gpt, tableWritten: false, loadedFrom: new Map() };
    await expect(assertRepaired(disk, claim)).resolves.toBeUndefined();
    await expect(assertRepaired(disk, { ...claim, tableWritten: true })).rejects.toThrow('the backup GPT is damaged');
  });
});
