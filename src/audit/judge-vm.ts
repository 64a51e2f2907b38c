/** What a VM's disks and settings come to, by the rules of the offline check. */

import { DATA_DISK_RULES, IMAGE_RULES } from '../check/image-rules.ts';
import { MACHINE_RULES } from '../check/machine-rules.ts';
import { applyRules, bySeverity } from '../check/rule.ts';
import { STANDING_RULES } from '../check/state-rules.ts';
import { judgeGuids } from '../check/unique-guids.ts';
import { factsForRules } from '../check/vsphere-settings.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import type { VmFacts } from '../vsphere/vm/vm-facts.ts';
import type { DiskReading, ReadDisk } from './disk-reading.ts';
import { unreadableFinding } from './unreadable.ts';

/** Worst first; what could not be looked at is among them. */
export function judgeVm(facts: VmFacts, disks: readonly ReadDisk[]): QuiesceFinding[] {
  const system = systemDisk(facts, disks);
  const ofDisks = disks.flatMap((one) => {
    const { label, file } = one.disk;
    if (one.unread) return [unreadableFinding(`${label} (${file})`, one.unread.reason, one.unread.tried)];
    if (one === system) return one.reading ? judgeDisk(one.reading, true) : [];
    return (one.reading ? judgeDisk(one.reading, false) : []).map((finding) => ({
      ...finding,
      seen: `${label} (${file}): ${finding.seen}`,
    }));
  });
  const known = disks.flatMap(({ disk, reading }) =>
    reading ? [{ name: `${disk.label} (${disk.file})`, image: reading.evidence }] : [],
  );
  return bySeverity([...ofDisks, ...judgeGuids(known), ...judgeSettings(facts, system?.reading)]);
}

/** The one that the machine starts from: by EFI the first with an EFI system partition, else the first of all. */
export function systemDisk({ firmware }: VmFacts, disks: readonly ReadDisk[]): ReadDisk | undefined {
  const starts = ({ reading }: ReadDisk): boolean =>
    firmware !== 'bios' && reading?.evidence.layout.partitions.some(({ type }) => type === 'esp') === true;
  return disks.find(starts) ?? disks[0];
}

function judgeDisk({ evidence }: DiskReading, system: boolean): QuiesceFinding[] {
  // Rules are silent about what is not in the evidence, such as the boot files in an export.
  return applyRules(system ? IMAGE_RULES : DATA_DISK_RULES, evidence);
}

function judgeSettings(facts: VmFacts, system: DiskReading | undefined): QuiesceFinding[] {
  const told = factsForRules(facts);
  // vSphere knows of Tools only once they have run: those that the disk has, or that the first boot brings, are there for every clone.
  const brought = system?.tools === true || told.firstBootExpected;
  const known = told.toolsInstalled === false && brought ? { ...told, toolsInstalled: undefined } : told;
  return [...applyRules(STANDING_RULES, known), ...applyRules(MACHINE_RULES, told.settings)];
}
