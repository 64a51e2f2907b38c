/** What the descriptor of an OVA says of disks, held against what lies in the archive. */

import type { Disk } from '../disk/disk.ts';
import { FormatError, UserError } from '../errors.ts';
import { findReferenced } from '../ova/member-name.ts';
import { openOvaDisk, unusedDisks } from '../ova/ova-disks.ts';
import type { OvaContents } from '../ova/ova-package.ts';
import type { OvfCapacity, OvfFile } from '../ova/ovf-hardware.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { formatSize } from '../units.ts';
import { type DeclaredFinding, found } from './rule.ts';

const UNUSED: DeclaredFinding = {
  code: 'ovf-disk-unused',
  severity: 'warning',
  remedy: 'Export the VM again with all its disks attached, or make the OVA without that file.',
  source: 'DSP0243, section 8.4; VMware-AIops issue 19',
};

const OTHER_CAPACITY: DeclaredFinding = {
  code: 'ovf-capacity-differs',
  severity: 'error',
  remedy: 'Make the OVA again with convert-ova, which takes the capacity from the disk, or export the VM again.',
  source: 'DSP0243, section 9.1; ESXi ends the transfer with "Capacity of uploaded disk is larger than requested"',
};

const OTHER_SIZE: DeclaredFinding = {
  code: 'ovf-size-differs',
  severity: 'warning',
  remedy:
    'Make the OVA again with convert-ova, or write the size of the file into the descriptor and the digest of the descriptor into the manifest.',
  source:
    'DSP0243, section 7.1; gardenlinux issue 2322 (vSphere ends the import), vic-product issue 1166 (ovftool warns), govmomi issue 3440',
};

const NOT_FIRST: DeclaredFinding = {
  code: 'ovf-not-first',
  severity: 'error',
  remedy:
    'Pack the files again with the descriptor first: tar --format=gnu -cf <ova> <descriptor>.ovf <the other files>.',
  source:
    'DSP0243, section 5.3; osbuild-composer issue 3926 (Workstation, ovftool), bottlerocket pull request 1719 (vSphere)',
};

const MISSING: DeclaredFinding = {
  code: 'ovf-file-missing',
  severity: 'error',
  remedy: 'Export the VM again, or take the file out of the descriptor, with what refers to it.',
  source: 'DSP0243, section 7.1; photon issue 777, vmware.vmware issue 257 (an NVRAM file that vSphere misses)',
};

/** Of no disk of an OVA by itself: what its descriptor says of them. */
export const OVF_DISK_FINDINGS: readonly DeclaredFinding[] = [UNUSED, OTHER_CAPACITY, OTHER_SIZE, NOT_FIRST, MISSING];

/** Reads the first blocks of each disk. A disk that cannot be read says nothing of its capacity; others tell that it cannot. */
export async function judgeOvfDisks(ova: OvaContents): Promise<QuiesceFinding[]> {
  const { ovf, members, descriptor } = ova;
  if (ovf === undefined || ovf instanceof FormatError) return [];
  const findings: QuiesceFinding[] = [
    ...notFirst(ova),
    ...unusedDisks(ova).map((name) => unused(ova.path, name)),
    ...ovf.files.flatMap((file) => [...missing(ova, file), ...otherSize(ova, file)]),
  ];
  for (const { file, capacity, parent } of ovf.drives.map(({ disk }) => disk)) {
    const member = file && findReferenced(members, file.href, descriptor?.name);
    if (!member || capacity === undefined || file.compression !== undefined || parent !== undefined) continue;
    const size = await openOvaDisk(ova, { member, place: '' }).then(sizeOf, unreadable);
    if (size !== undefined && differs(capacity, size)) findings.push(otherCapacity(member.name, capacity, size));
  }
  return findings;
}

/** Who streams a package from its beginning looks for the descriptor there alone. */
function notFirst({ path, members, descriptor }: OvaContents): QuiesceFinding[] {
  const [first] = members.keys();
  if (descriptor === undefined || first === descriptor.name) return [];
  const seen = `${path} begins with ${first}, not with its descriptor: vSphere refuses to fetch such an archive, and ovftool and Workstation to read it`;
  return [found(NOT_FIRST, seen)];
}

/** A reference may lead out of the package; one that is cut into pieces is called otherwise. */
function missing({ path, members, descriptor }: OvaContents, { href, chunkSize }: OvfFile): QuiesceFinding[] {
  const isElsewhere = /^[a-z][a-z0-9+.-]*:/i.test(href) || chunkSize !== undefined;
  if (isElsewhere || findReferenced(members, href, descriptor?.name) !== undefined) return [];
  return [found(MISSING, `The OVF descriptor of ${path} names the file ${href}, which is not in the archive`)];
}

/** Of a file that lies in the archive as it is. */
function otherSize({ path, members, descriptor }: OvaContents, file: OvfFile): QuiesceFinding[] {
  const member = findReferenced(members, file.href, descriptor?.name);
  if (member === undefined || file.size === undefined || file.compression !== undefined) return [];
  if (file.size === member.size) return [];
  const seen = `The OVF descriptor of ${path} says that ${member.name} has ${file.size} bytes, and it has ${member.size}`;
  return [found(OTHER_SIZE, seen)];
}

async function sizeOf(disk: Disk): Promise<number> {
  await disk.close();
  return disk.size;
}

function unreadable(error: unknown): undefined {
  if (!(error instanceof FormatError) && !(error instanceof UserError)) throw error;
}

/** A capacity in MiB or GiB was rounded up. */
function differs({ bytes, unit }: OvfCapacity, size: number): boolean {
  return size > bytes || bytes - size >= unit;
}

function unused(path: string, name: string): QuiesceFinding {
  return found(
    UNUSED,
    `The OVF descriptor of ${path} lists the disk ${name}, and no item of the machine uses it: who imports the OVA does not get it`,
  );
}

/** A disk that is smaller than it was told fits in all the same. */
function otherCapacity(name: string, { bytes }: OvfCapacity, size: number): QuiesceFinding {
  const isLarger = size > bytes;
  const seen = `The OVF descriptor gives ${name} a capacity of ${formatSize(bytes)} (${bytes} bytes), and the disk in it has ${formatSize(size)} (${size} bytes)${isLarger ? ': ESXi refuses to take a disk that is larger than it was told' : ''}`;
  return { ...found(OTHER_CAPACITY, seen), severity: isLarger ? 'error' : 'warning' };
}
