/**
 * All that an OVA follows from, one by one: what is on the disk, and everything that writeOva is told. Neither Node nor the machine is among them:
 * the compressor is part of the bundle, and gives the same bytes everywhere (docs/adr/0004-own-deflate.md).
 */

import { hiddenPart, type StagePart, shownPart } from '../reuse/stage.ts';
import { exactSize } from '../units.ts';
import type { Signer } from './signature.ts';
import type { VirtualMachine } from './virtual-machine.ts';
import type { OvaOptions } from './write-ova.ts';

export interface OvaSources extends Pick<OvaOptions, 'vm' | 'level' | 'manifest' | 'modified' | 'toolsInstalled'> {
  /** Digest of what is packed. */
  readonly content: string;
  /** Of identifyContent, which looks at places that may not be packed. */
  readonly contentId: string;
  readonly skipFreeSpace: boolean;
  /** One whose signature of a text is always the same. */
  readonly signer?: Signer;
}

export async function ovaParts(sources: OvaSources): Promise<readonly StagePart[]> {
  const { vm, level, manifest, modified, toolsInstalled, skipFreeSpace, signer } = sources;
  // Key and certificate in one, and the key itself nowhere: this text is signed by nobody else.
  const signature = await signer?.sign('stillframe', 'Which key signs?', manifest);
  return [
    hiddenPart('disk', 'the content of the disk', `${sources.content} ${sources.contentId}`),
    ...machineParts(vm),
    shownPart('settings', 'compression-level', level),
    shownPart('settings', 'skip-free-space', skipFreeSpace),
    shownPart('settings', 'manifest', manifest),
    shownPart('settings', 'VMware Tools on the disk', toolsInstalled ?? false),
    shownPart('settings', 'the date', new Date(modified * 1000).toISOString()),
    hiddenPart('signature', 'the key that signs', signature ?? ''),
  ];
}

function machineParts({
  memory,
  extraConfig,
  annotation,
  guest,
  product,
  ...rest
}: VirtualMachine): readonly StagePart[] {
  return [
    ...Object.entries(rest).map(([name, value]) => shownPart('machine', `${name} of the machine`, value)),
    shownPart('machine', 'memory of the machine', exactSize(memory)),
    hiddenPart('machine', 'the guest', JSON.stringify([guest, product])),
    // Both may be anything, and hold anything.
    hiddenPart('machine', 'the annotation', annotation ?? ''),
    ...Object.entries(extraConfig).map(([key, value]) => hiddenPart('machine', `extra-config ${key}`, value)),
  ];
}
