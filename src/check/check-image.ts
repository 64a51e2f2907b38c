/** The offline check: judges a disk image or an OVA without starting it. */

import type { Disk } from '../disk/disk.ts';
import type { DiskLayout } from '../disk/layout.ts';
import { FormatError } from '../errors.ts';
import type { MachineSettings } from '../ova/machine-settings.ts';
import { type OpenedImage, openImageOrOva } from '../ova/open-system-disk.ts';
import { openOvaDisk } from '../ova/ova-disks.ts';
import { verifyManifest } from '../ova/verify-manifest.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { gatherImage } from './gather-image.ts';
import type { ImageEvidence } from './image-evidence.ts';
import { DATA_DISK_RULES, IMAGE_RULES } from './image-rules.ts';
import { MACHINE_RULES } from './machine-rules.ts';
import { judgeOvfDisks } from './ovf-disks.ts';
import { OVF_RULES } from './ovf-rules.ts';
import { applyRules, bySeverity, type DeclaredFinding, forLevel, found } from './rule.ts';
import { judgeGuids } from './unique-guids.ts';
import type { Level, Verdict } from './verdict.ts';

export interface ImageCheck {
  /** `failed` with an error among the findings, otherwise `unproven`: only a snapshot proves more. */
  readonly verdict: Verdict & ('failed' | 'unproven');
  readonly findings: readonly QuiesceFinding[];
  readonly layout: DiskLayout;
  /** Format of the disk, such as `vhd-dynamic`. */
  readonly format: string;
  /** The settings in the descriptor, for an OVA. */
  readonly machine?: MachineSettings;
  /** The other disks of an OVA; left out where there are none. */
  readonly others?: readonly CheckedDisk[];
}

interface CheckedDisk {
  /** Name in the archive. */
  readonly disk: string;
  readonly format: string;
  readonly layout: DiskLayout;
}

/** Files of an OVA are held against its manifest up to this much in all: the check of an image takes no longer for a larger one. */
const MAX_DIGEST_BYTES = 2 ** 20;

/**
 * Reads at most some 2 MiB whatever the size of the image.
 * @throws UserError file-missing, disk-format-unknown, disk-format-unsupported, ova-invalid; hash-mismatch where the manifest of an OVA
 *   disowns what was read; FormatError when the file is damaged so that no disk can be read
 */
export async function checkImage(path: string, level: Level): Promise<ImageCheck> {
  const opened = await openImageOrOva(path);
  try {
    if (opened.kind === 'ova') return await checkOva(opened, level);
    return judge({ disk: opened.disk, image: await gatherImage(opened.disk) }, [], level);
  } finally {
    await opened.close();
  }
}

/** Each disk of the machine: the one it starts from by all rules, the others by those for data disks. */
async function checkOva({ ova, disks, named }: OpenedImage & { kind: 'ova' }, level: Level): Promise<ImageCheck> {
  const unread = await verifyManifest(ova, new AbortController().signal, MAX_DIGEST_BYTES);
  const findings: QuiesceFinding[] = unread.length === 0 ? [] : [digestsUnread(ova.path, unread)];
  const [first, ...others] = disks;
  const attached: CheckedDisk[] = [];
  const disk = await openOvaDisk(ova, first);
  const system = { disk, image: await gatherImage(disk) };
  const gathered = [{ name: first.member.name, image: system.image }];
  for (const other of others) {
    const opened = await openOvaDisk(ova, other);
    const image = await gatherImage(opened);
    gathered.push({ name: other.member.name, image });
    attached.push({ disk: other.member.name, format: opened.format, layout: image.layout });
    findings.push(
      ...applyRules(DATA_DISK_RULES, image).map((finding) => ({
        ...finding,
        seen: `Disk ${other.member.name}${other.place === '' ? '' : ` (${other.place})`}: ${finding.seen}`,
      })),
    );
  }
  if (!named) findings.push(...judgeGuids(gathered), ...(await judgeOvfDisks(ova)));
  const machine = ova.ovf instanceof FormatError ? ova.ovf : ova.ovf?.machine;
  const check = judge(system, findings, level, named ? 'disk' : { machine });
  return attached.length === 0 ? check : { ...check, others: attached };
}

/** @param ovf `disk` for a disk by itself */
function judge(
  { disk, image }: { readonly disk: Disk; readonly image: ImageEvidence },
  others: readonly QuiesceFinding[],
  level: Level,
  ovf: { machine: MachineSettings | FormatError | undefined } | 'disk' = 'disk',
): ImageCheck {
  const machine = ovf === 'disk' || ovf.machine instanceof FormatError ? undefined : ovf.machine;
  const findings = [
    ...applyRules(IMAGE_RULES, image),
    ...(ovf === 'disk' ? [] : applyRules(OVF_RULES, { image, machine: ovf.machine })),
    ...(machine === undefined ? [] : applyRules(MACHINE_RULES, machine)),
    ...others,
  ];
  const ranked = bySeverity(forLevel(findings, level));
  return {
    verdict: ranked.some(({ severity }) => severity === 'error') ? 'failed' : 'unproven',
    findings: ranked,
    layout: image.layout,
    format: disk.format,
    ...(machine && { machine }),
  };
}

export const DIGESTS_UNREAD: DeclaredFinding = {
  code: 'digests-not-checked',
  severity: 'info',
  remedy:
    'Nothing needs to be done: upload-esxi, convert-ova and repair-template check every digest before they use the OVA.',
  source: 'DSP0243, section 5.1 (manifest)',
};

function digestsUnread(path: string, names: readonly string[]): QuiesceFinding {
  return found(
    DIGESTS_UNREAD,
    `The manifest of ${path} was not held against ${names.join(', ')}: that would read all of it`,
  );
}
