/** The disks of an OVA: which files they are is what its descriptor says, not how the files are called. */

import type { TarMember } from '../archives/tar/tar-index.ts';
import type { Disk } from '../disk/disk.ts';
import { openDiskIn } from '../disk/open-disk.ts';
import { recogniseFormat } from '../disk/recognise-format.ts';
import { FormatError, UserError } from '../errors.ts';
import { windowOf } from '../files/byte-source.ts';
import { findReferenced } from './member-name.ts';
import type { OvaContents } from './ova-package.ts';
import { NO_UNIT, type OvfDrive } from './ovf-hardware.ts';

/** Stands between the path of an archive and the name of a member. */
export const MEMBER_SEPARATOR = '!';

/** How disk images are called, where no descriptor says which files are. */
const DISK_NAMES = [/\.vmdk$/i, /\.vhdx?$/i, /\.(img|raw)$/i] as const;
/** 1.44 MB: what an image of that size is, is a floppy. */
const FLOPPY_BYTES = 1_474_560;

export interface OvaDisk {
  readonly member: TarMember;
  /** Controller and unit, for messages: `pvscsi 0:1`; empty where no descriptor says them. */
  readonly place: string;
}

/**
 * The disks of the machine, the one it starts from first. Without a readable descriptor: the archive's disk images, by their names.
 * @throws UserError ova-invalid when there is none, one is not in the archive, or the descriptor speaks of several machines
 */
export function disksOf(ova: OvaContents): [OvaDisk, ...OvaDisk[]] {
  const { ovf } = ova;
  const disks = ovf === undefined || ovf instanceof FormatError ? disksByName(ova) : disksByDescriptor(ova, ovf.drives);
  if (ovf !== undefined && !(ovf instanceof FormatError) && ovf.systems > 1) {
    throw invalid(
      ova,
      `the descriptor ${ovf.name} describes ${ovf.systems} virtual machines`,
      'Export each by itself.',
    );
  }
  const [first, ...others] = disks;
  if (first !== undefined) return [first, ...others];
  const names = [...ova.members.keys()].join(', ');
  throw invalid(ova, 'no disk of its machine is in it', `It holds: ${names === '' ? 'nothing' : names}.`);
}

/** The member of that name as a disk. @throws UserError ova-invalid when there is none */
export function diskNamed(ova: OvaContents, name: string): OvaDisk {
  const member = ova.members.get(name);
  if (member !== undefined) return { member, place: '' };
  throw invalid(ova, `there is no member "${name}"`, `It holds: ${[...ova.members.keys()].join(', ')}.`);
}

/** Reads the disk where it lies in the archive; closing it leaves the archive open. @throws UserError ova-invalid; as `openDiskIn` */
export async function openOvaDisk({ source }: OvaContents, { member }: OvaDisk): Promise<Disk> {
  const name = `${source.path}${MEMBER_SEPARATOR}${member.name}`;
  const window = { ...windowOf(source, member.offset, member.size, name), close: async () => {} };
  const format = await recogniseFormat(window);
  if (format === 'tar' || format === 'vmdk-descriptor') {
    throw new UserError(
      'ova-invalid',
      `${name} is no disk image of its own (${format === 'tar' ? 'an archive' : 'a VMDK made of several files'})`,
      'Export the VM again as OVA, with its disks as streamOptimized VMDK.',
    );
  }
  return openDiskIn(window);
}

function disksByDescriptor(ova: OvaContents, drives: readonly OvfDrive[]): OvaDisk[] {
  return drives.flatMap((drive) => {
    const { file, parent } = drive.disk;
    if (file === undefined) return [];
    const member = findReferenced(ova.members, file.href, ova.descriptor?.name);
    if (member !== undefined && parent !== undefined) {
      throw invalid(
        ova,
        `${member.name} only holds what changed against another disk (ovf:parentRef ${parent})`,
        'Consolidate the snapshots of the VM, or clone it, and export it again.',
      );
    }
    if (member !== undefined && file.compression === undefined) return [{ member, place: placeOf(drive) }];
    if (member !== undefined) {
      throw invalid(ova, `${member.name} is compressed by ${file.compression}`, 'Unpack it and make the OVA again.');
    }
    throw invalid(
      ova,
      `the descriptor names ${file.href}, which is not in the archive${file.chunkSize === undefined ? '' : ' as one file'}`,
      file.chunkSize === undefined
        ? 'Make the OVA again with convert-ova, or copy it again.'
        : 'The disk was cut into pieces (ovf:chunkSize): export the VM without them.',
    );
  });
}

/** Places of the disks that the machine gets empty: nothing in the archive holds them. */
export function emptyDisks({ ovf }: OvaContents): string[] {
  if (ovf === undefined || ovf instanceof FormatError) return [];
  return ovf.drives.filter(({ disk }) => disk.file === undefined).map(placeOf);
}

/** Names of the members that hold disks which the descriptor lists and the machine does not have. */
export function unusedDisks({ ovf, members, descriptor }: OvaContents): string[] {
  if (ovf === undefined || ovf instanceof FormatError) return [];
  const used = new Set(ovf.drives.map(({ disk }) => disk.file));
  return ovf.disks.flatMap(({ file }) => {
    if (file === undefined || used.has(file)) return [];
    return findReferenced(members, file.href, descriptor?.name)?.name ?? [];
  });
}

function placeOf({ controller, unit }: OvfDrive): string {
  return controller ? `${controller.kind} ${controller.bus}:${unit === NO_UNIT ? '?' : unit}` : '';
}

function disksByName({ members }: OvaContents): OvaDisk[] {
  const candidates = [...members.values()].filter(({ size }) => size !== FLOPPY_BYTES);
  return DISK_NAMES.flatMap((pattern) => candidates.filter(({ name }) => pattern.test(name))).map((member) => ({
    member,
    place: '',
  }));
}

function invalid({ path }: OvaContents, why: string, hint: string): UserError {
  return new UserError('ova-invalid', `${path}: ${why}`, hint);
}
