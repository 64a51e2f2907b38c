/**
 * What a repair in the guest writes into its VM, so that a run elsewhere knows what it finds: a template cannot carry it, but the VM does
 * that was made of it. It stays in the finished template, as nobody may change the settings of one.
 */

import type { CardState } from '../../vsphere/vm/vm-network.ts';

/** Key of the setting among those of the .vmx file. */
export const REPAIR_KEY = 'stillframe.repair';

export interface RepairMark {
  /** config.instanceUuid of the VM: a clone inherits the setting, and is another. */
  readonly vm: string;
  /** Of the run, 8 hexadecimal digits. */
  readonly run: string;
  /** `running`: cards are cut off and it may be started. `over`: it is as it was, but for what was repaired. */
  readonly state: 'running' | 'over';
  /** It was a template, and is to be one again. */
  readonly template: boolean;
  /** Its network cards as they were, and shall be again. */
  readonly cards: readonly CardState[];
  /** When it was over, by the server's clock, as ISO 8601. */
  readonly ended?: string;
}

/** One line without quotes, which .vmx files would escape. */
export function formatRepairMark(mark: RepairMark): string {
  return Buffer.from(JSON.stringify(mark)).toString('base64url');
}

/** Undefined for anything that formatRepairMark does not write. */
export function parseRepairMark(text: string): RepairMark | undefined {
  try {
    const mark = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Partial<RepairMark> | null;
    const texts = [mark?.vm, mark?.run].every((one) => typeof one === 'string' && one !== '');
    const state = mark?.state === 'running' || mark?.state === 'over';
    const rest = typeof mark?.template === 'boolean' && Array.isArray(mark.cards);
    return texts && state && rest ? (mark as RepairMark) : undefined;
  } catch {
    return undefined;
  }
}
