import { describe, expect, it } from 'vitest';
import { encodeBcdDevice } from '../../../../src/bcd/bcd-device.ts';
import { buildBcdStore } from '../../../../src/bcd/bcd-store.ts';
import { composedDisk } from '../../../../src/disk/composed-disk.ts';
import { buildGpt, type PlacedPartition } from '../../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, MSR_TYPE, RECOVERY_TYPE } from '../../../../src/disk/gpt/partition-types.ts';
import { parseGuid } from '../../../../src/disk/guid.ts';
import type { DiskLayout } from '../../../../src/disk/layout.ts';
import { FormatError, UserError } from '../../../../src/errors.ts';
import { binaryValue, dwordValue, multiStringValue, stringValue } from '../../../../src/registry/hive-tree.ts';
import { writeHive } from '../../../../src/registry/hive-writer.ts';
import { verifyImage } from '../../../../src/windows/verify/verify-image.ts';
import { makeFat32 } from '../../disk/make-fat.ts';
import { sampleNtfs } from '../../disk/sample-ntfs.ts';
import { samplePlan } from '../sample-plan.ts';
import {
  assemble,
  BOOTMGR,
  type DiskParts,
  LOADER,
  MISSING,
  PLAN,
  soundParts,
  withElement,
  withObject,
  withoutObject,
} from './wrong-disks.ts';

const MIB = 2 ** 20;
const OTHER = '01234567-89ab-4def-8123-456789abcdef';
const MANAGER = 'EFI/Microsoft/Boot/bootmgfw.efi';
const FALLBACK = 'EFI/Boot/bootx64.efi';

async function verdict(change: (parts: DiskParts) => void, plan = PLAN): Promise<unknown> {
  const parts = soundParts();
  change(parts);
  return verifyImage(assemble(parts), plan, []).catch((error: unknown) => error);
}

function device(partitionGuid: string, diskGuid = PLAN.diskGuid) {
  return binaryValue('Element', encodeBcdDevice({ diskGuid, partitionGuid }));
}

function bcd(object: string, id: string, value: Parameters<typeof withElement>[3]) {
  return (parts: DiskParts): void => {
    parts.bcd = withElement(parts.bcd, object, id, value);
  };
}

function partition(index: number, change: Partial<DiskParts['partitions'][number]>) {
  return (parts: DiskParts): void => {
    const found = parts.partitions[index];
    if (found) parts.partitions[index] = { ...found, ...change };
  };
}

function file(path: string, content: Buffer) {
  return (parts: DiskParts): void => {
    parts.files[path] = content;
  };
}

describe('a Recovery partition that was asked for', () => {
  const plan = samplePlan({ disk: { ...PLAN.disk, recovery: 'last' } });
  /** A sound disk of that plan: the parts of the other one at their places. */
  const judged = async (change: (partitions: PlacedPartition[]) => void, content = sampleNtfs()): Promise<unknown> => {
    const partitions = [...plan.partitions];
    change(partitions);
    const store = buildBcdStore({
      ...{ diskGuid: plan.diskGuid, espGuid: plan.esp.guid, windowsGuid: plan.windows.guid },
      ...{ loaderGuid: plan.loaderGuid, resumeGuid: plan.resumeGuid, description: 'x', loader: undefined },
      locale: 'en-US',
    });
    const { files } = soundParts();
    const fat = makeFat32({ ...files, 'EFI/Microsoft/Boot/BCD': Buffer.from(writeHive(store, 0n)) }).pieces;
    const disk = composedDisk(plan.disk.size, [
      ...buildGpt({ diskSize: plan.disk.size, diskGuid: plan.diskGuid, partitions }),
      ...fat.map((piece) => ({ ...piece, offset: plan.esp.offset + piece.offset })),
      { offset: plan.windows.offset, content: sampleNtfs() },
      { offset: plan.recovery?.offset ?? 0, content },
    ]);
    return verifyImage(disk, plan, []).catch((error: unknown) => error);
  };

  it('is there, formatted and protected', async () => {
    const layout = await judged(() => {});
    expect((layout as DiskLayout).partitions.map(({ type, attributes }) => [type, attributes]).at(-1)).toEqual([
      'recovery',
      '0x8000000000000001',
    ]);
  });

  it.each<[string, (partitions: PlacedPartition[]) => void, Buffer | undefined, string]>([
    ['missing', (all) => void all.pop(), undefined, 'the partitions are esp, msr, windows, not'],
    ['not protected', (all) => unprotect(all), undefined, 'partition recovery has the attributes 0x8000000000000000'],
    ['not formatted', () => {}, Buffer.alloc(512), 'partition recovery holds no file system, not ntfs'],
  ])('is refused when it is %s', async (_, change, content, message) => {
    expect(await judged(change, content)).toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining(message) as string,
    });
  });
});

function unprotect(partitions: PlacedPartition[]): void {
  const last = partitions.pop();
  if (last) partitions.push({ ...last, attributes: 1n << 63n });
}

it('takes the disk as it was planned, and tells its layout', async () => {
  const layout = await verdict(() => {});
  expect(layout).toMatchObject({ diskSize: PLAN.disk.size, sectorSize: 512 });
  expect((layout as { partitions: { type: string }[] }).partitions.map(({ type }) => type)).toEqual([
    'esp',
    'msr',
    'windows',
  ]);
});

it('looks for Remote Desktop in the registry where it was switched on', async () => {
  const found = verifyImage(assemble(soundParts()), PLAN, [{ kind: 'remote-desktop' }]);
  await expect(found).rejects.toMatchObject({
    code: 'layout-wrong',
    message: expect.stringContaining('has no Windows/System32/config/SYSTEM') as string,
  });
});

it('takes names and paths in any case, and other EFI programs beside the boot manager', async () => {
  const change = (parts: DiskParts): void => {
    bcd(LOADER, '22000002', stringValue('Element', '\\WINDOWS'))(parts);
    parts.files['EFI/Microsoft/Boot/memtest.efi'] = Buffer.from('MZ other');
  };
  expect(await verdict(change)).not.toBeInstanceOf(Error);
});

const WRONG_DISKS: readonly (readonly [string, (parts: DiskParts) => void, RegExp])[] = [
  [
    'larger than planned',
    (parts) => {
      parts.size += MIB;
    },
    /the disk has \d+ bytes, planned were \d+/,
  ],
  [
    'without Windows',
    (parts) => {
      parts.partitions.pop();
    },
    /partitions are esp, msr, not esp, msr, windows/,
  ],
  [
    'without MSR',
    (parts) => {
      parts.partitions.splice(1, 1);
    },
    /partitions are esp, windows, not/,
  ],
  [
    'without ESP',
    (parts) => {
      parts.partitions.shift();
    },
    /partitions are msr, windows, not/,
  ],
  [
    'with a Recovery partition',
    (parts) => {
      partition(2, { size: PLAN.windows.size - 64 * MIB })(parts);
      parts.partitions.push({
        typeGuid: RECOVERY_TYPE,
        guid: OTHER,
        name: 'Recovery',
        offset: PLAN.windows.offset + PLAN.windows.size - 64 * MIB,
        size: 64 * MIB,
      });
    },
    /esp, msr, windows, recovery, not/,
  ],
  [
    'with a second MSR',
    (parts) => {
      partition(2, { size: PLAN.windows.size - 64 * MIB })(parts);
      parts.partitions.push({
        typeGuid: MSR_TYPE,
        guid: OTHER,
        name: '',
        offset: PLAN.windows.offset + PLAN.windows.size - 64 * MIB,
        size: MIB,
      });
    },
    /esp, msr, windows, msr, not/,
  ],
  [
    'whose ESP is a data partition',
    partition(0, { typeGuid: BASIC_DATA_TYPE }),
    /partitions are basic-data, msr, windows/,
  ],
  [
    'whose Windows partition has another GUID',
    partition(2, { guid: OTHER }),
    /partition windows is 01234567.*planned was/,
  ],
  ['whose ESP has another GUID', partition(0, { guid: OTHER }), /partition esp is 01234567/],
  ['whose MSR is smaller', partition(1, { size: 8 * MIB }), /partition msr is .* with 8388608 bytes, planned was/],
  [
    'whose Windows partition ends early',
    partition(2, { size: PLAN.windows.size - MIB }),
    /partition windows is .* planned was/,
  ],
  [
    'whose MSR begins elsewhere',
    partition(1, { offset: PLAN.esp.offset + PLAN.esp.size + MIB, size: 15 * MIB }),
    /partition msr is .* at /,
  ],
  ['whose ESP gets a letter', partition(0, { attributes: 0n }), /partition esp has the attributes 0x0000000000000000/],
  [
    'whose Windows partition is required by the platform',
    partition(2, { attributes: 1n }),
    /partition windows has the attributes 0x0000000000000001/,
  ],
  [
    'whose Windows partition is not formatted',
    (parts) => {
      parts.windows = Buffer.alloc(512);
    },
    /partitions are esp, msr, basic-data/,
  ],
  [
    'whose MSR holds a file system',
    (parts) => {
      parts.msr = soundParts().windows.subarray(0, 512);
    },
    /partition msr holds ntfs, not none/,
  ],
  [
    'whose ESP is not formatted',
    (parts) => {
      parts.esp = Buffer.alloc(1024);
    },
    /partition esp holds no file system, not fat32/,
  ],
  ['without a boot manager', file(MANAGER, MISSING), /has no \/EFI\/Microsoft\/Boot\/bootmgfw\.efi/],
  ['without a fallback loader', file(FALLBACK, MISSING), /has no \/EFI\/Boot\/bootx64\.efi/],
  [
    'whose fallback loader is another program',
    file(FALLBACK, Buffer.from('MZ something else')),
    /bootx64\.efi differs from \/EFI\/Microsoft/,
  ],
  [
    'whose boot manager is no program',
    (parts) => {
      file(MANAGER, Buffer.from('text'))(parts);
      file(FALLBACK, Buffer.from('text'))(parts);
    },
    /bootmgfw\.efi is no program/,
  ],
  ['without a boot store', file('EFI/Microsoft/Boot/BCD', MISSING), /has no \/EFI\/Microsoft\/Boot\/BCD/],
  [
    'whose store has no boot manager',
    (parts) => {
      parts.bcd = withoutObject(parts.bcd, BOOTMGR);
    },
    /no object \{9dea862c/,
  ],
  ['whose boot manager has no default', bcd(BOOTMGR, '23000003', undefined), /the boot store has no object $/],
  [
    'whose default is no object',
    bcd(BOOTMGR, '23000003', stringValue('Element', `{${OTHER}}`)),
    /no object \{01234567/,
  ],
  [
    'whose boot manager names no partition',
    bcd(BOOTMGR, '11000001', undefined),
    /object \{9dea862c.*element 11000001 is missing/,
  ],
  [
    'whose boot manager is on Windows',
    bcd(BOOTMGR, '11000001', device(PLAN.windows.guid)),
    /\{9dea862c.* names partition/,
  ],
  [
    'whose loader starts from the ESP',
    bcd(LOADER, '11000001', device(PLAN.esp.guid)),
    /element 11000001 names partition/,
  ],
  [
    'whose Windows is on another partition',
    bcd(LOADER, '21000001', device(OTHER)),
    /element 21000001 names partition 01234567/,
  ],
  ['whose loader names another disk', bcd(LOADER, '11000001', device(PLAN.windows.guid, OTHER)), /of disk 01234567/],
  [
    'whose loader starts from no partition',
    bcd(LOADER, '11000001', binaryValue('Element', Buffer.alloc(88))),
    /element 11000001 names no partition \(type 0\)/,
  ],
  [
    'whose loader device is cut short',
    bcd(LOADER, '21000001', binaryValue('Element', Buffer.alloc(20))),
    /element 21000001 names no partition \(20 bytes\)/,
  ],
  ['whose loader has no Windows', bcd(LOADER, '21000001', undefined), /element 21000001 is missing/],
  [
    'whose loader starts another program',
    bcd(LOADER, '12000002', stringValue('Element', '\\Windows\\system32\\winload.exe')),
    /element 12000002 is ".*winload\.exe", not/,
  ],
  ['whose Windows is in another folder', bcd(LOADER, '22000002', undefined), /element 22000002 is "", not "\\Windows"/],
  [
    'whose loader has a recovery sequence',
    bcd(LOADER, '14000008', multiStringValue('Element', [`{${OTHER}}`])),
    /refers to a recovery environment/,
  ],
  [
    'whose loader has recovery switched on',
    bcd(LOADER, '16000009', binaryValue('Element', Buffer.from([1]))),
    /refers to a recovery environment/,
  ],
  [
    'whose store has a recovery loader on the Windows partition',
    (parts) => {
      parts.bcd = withObject(parts.bcd, {
        name: `{${OTHER}}`,
        values: [],
        keys: [
          { name: 'Description', values: [dwordValue('Type', 0x30000000)], keys: [] },
          {
            name: 'Elements',
            values: [],
            keys: [{ name: '31000003', values: [binaryValue('Element', parseGuid(PLAN.windows.guid))], keys: [] }],
          },
        ],
      });
    },
    /refers to a recovery environment/,
  ],
];

describe('a disk', () => {
  it.each(WRONG_DISKS)('%s is refused for that', async (_what, change, reason) => {
    const error = await verdict(change);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).code).toBe('layout-wrong');
    expect((error as UserError).message).toMatch(reason);
  });

  it('that is planned without a partition is refused too', async () => {
    const error = await verdict(() => {}, { ...PLAN, partitions: PLAN.partitions.slice(0, 2) });
    expect(error).toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining('no partition windows') as string,
    });
  });

  it.each([
    ['a store that is no hive', file('EFI/Microsoft/Boot/BCD', Buffer.from('regf but no more'))],
    [
      'a Windows volume that is only said to be one',
      (parts: DiskParts): void => {
        parts.windows = parts.windows.subarray(0, 512).fill(0, 11);
      },
    ],
  ])('with %s cannot be read', async (_what, change) => {
    expect(await verdict(change)).toBeInstanceOf(FormatError);
  });

  it('without a partition table cannot be read', async () => {
    const parts = soundParts();
    const disk = assemble(parts);
    const blank = { ...disk, read: (_offset: number, length: number) => Promise.resolve(Buffer.alloc(length)) };
    await expect(verifyImage(blank, PLAN, [])).rejects.toBeInstanceOf(FormatError);
  });
});
