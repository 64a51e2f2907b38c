/** The notes that people find at what was published: what was proven, of which OVA. */

import type { Verification } from '../../src/publish/verification.ts';
import { BAKE_KEY, parseBakeMark } from '../../src/vsphere/vm/bake-mark.ts';
import type { ReleaseMark } from '../../src/vsphere/vm/release-mark.ts';
import { formatToolsVersion } from '../../src/vsphere/vm/tools-version.ts';
import type { VmFacts } from '../../src/vsphere/vm/vm-facts.ts';

export function publishNotes(
  notes: string | undefined,
  { ova, run }: ReleaseMark,
  { verdict, writers }: Verification,
  { extraConfig }: VmFacts,
): string {
  const seen = parseBakeMark(extraConfig.get(BAKE_KEY) ?? '')?.seen;
  const baked = seen?.result && [
    `Windows ${seen.result.build}, VMware Tools ${formatToolsVersion(Number(seen.toolsVersion))}`,
  ];
  const proof = `Quiesced snapshot: ${verdict}${writers.length === 0 ? '' : `, ${writers.length} VSS writers took part`}`;
  return [
    ...(notes === undefined ? [] : [notes]),
    `Made by Stillframe in run ${run}`,
    ...(baked ?? []),
    proof,
    `OVA sha256:${ova}`,
  ].join('\n');
}
