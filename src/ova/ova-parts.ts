/** All that an OVA follows from, one by one: what is on the disk, and everything that writeOva is told. */

import type { StagePart } from '../reuse/stage.ts';
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
  /** Its zlib compresses: `24.4.1`. */
  readonly node: string;
}

export async function ovaParts(sources: OvaSources): Promise<readonly StagePart[]> {
  const { vm, level, manifest, modified, toolsInstalled, skipFreeSpace, signer } = sources;
  // Key and certificate in one, and the key itself nowhere: this text is signed by nobody else.
  const signature = await signer?.sign('stillframe', 'Which key signs?', manifest);
  return [
    hidden('disk', 'the content of the disk', `${sources.content} ${sources.contentId}`),
    ...machineParts(vm),
    shown('settings', 'compression-level', level),
    shown('settings', 'skip-free-space', skipFreeSpace),
    shown('settings', 'manifest', manifest),
    shown('settings', 'VMware Tools on the disk', toolsInstalled ?? false),
    shown('settings', 'the date', new Date(modified * 1000).toISOString()),
    hidden('signature', 'the key that signs', signature ?? ''),
    shown('programs', 'Node', sources.node),
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
    ...Object.entries(rest).map(([name, value]) => shown('machine', `${name} of the machine`, value)),
    shown('machine', 'memory of the machine', exactSize(memory)),
    hidden('machine', 'the guest', JSON.stringify([guest, product])),
    // Both may be anything, and hold anything.
    hidden('machine', 'the annotation', annotation ?? ''),
    ...Object.entries(extraConfig).map(([key, value]) => hidden('machine', `extra-config ${key}`, value)),
  ];
}

function hidden(kind: string, name: string, value: string): StagePart {
  return { kind, name, value };
}

function shown(kind: string, name: string, value: string | number | boolean): StagePart {
  return { kind, name, value: String(value), shown: true };
}
