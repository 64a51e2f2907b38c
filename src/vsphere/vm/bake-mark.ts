/**
 * What baking a candidate writes into it, so that whoever runs the same step again goes on instead of starting over, and publishing
 * can tell what is in the template.
 */

import type { FirstBootResult } from '../../products/guest-words.ts';
import type { CardState } from './vm-network.ts';

/** Key of the setting among those of the .vmx file. */
export const BAKE_KEY = 'stillframe.bake';

export interface BakeMark {
  /** When it was begun, by the server's clock, as ISO 8601. */
  readonly started: string;
  /** Its network cards as they were, and shall be again. */
  readonly cards: readonly CardState[];
  /** What was seen while it ran, written before the guest may end. */
  readonly seen?: BakeSight;
  /** When it was settled, by the server's clock, as ISO 8601: whoever starts it after that has another Windows than the one that was seen. */
  readonly ended?: string;
}

export interface BakeSight {
  /** The last status, `done` or `failed: …`. */
  readonly status: string;
  /** guest.toolsVersion and guest.toolsInstallType, as vSphere had them from running Tools. */
  readonly toolsVersion: string;
  readonly toolsType: string;
  readonly result?: FirstBootResult;
  /** SHA-256 of each script that was run in the guest after its first boot, in their order; left out where none was. */
  readonly scripts?: readonly string[];
  /** The end of the log, for a failure that the next run has to tell. */
  readonly tail?: string;
}

/** One line without quotes, which .vmx files would escape. */
export function formatBakeMark(mark: BakeMark): string {
  return Buffer.from(JSON.stringify(mark)).toString('base64url');
}

/** Undefined for anything that formatBakeMark does not write. */
export function parseBakeMark(text: string): BakeMark | undefined {
  try {
    const mark = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Partial<BakeMark> | null;
    const sound = typeof mark?.started === 'string' && !Number.isNaN(Date.parse(mark.started));
    return sound && Array.isArray(mark.cards) ? (mark as BakeMark) : undefined;
  } catch {
    return undefined;
  }
}
