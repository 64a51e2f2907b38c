/** What is written beside a kept file: of what it was made, by which run, and what the stage told besides. */

import { timingSafeEqual } from 'node:crypto';
import { type KeptPart, keyed } from './stage.ts';

export interface StageEntry {
  readonly action: string;
  readonly name: string;
  readonly parts: readonly KeptPart[];
  /** The workflow run. */
  readonly run: string;
  /** ISO 8601. */
  readonly at: string;
  /** Of the kept file. */
  readonly sha256: string;
  /** JSON: what else came of the stage. */
  readonly result: unknown;
}

/** In front of the JSON stands its HMAC under the secret of the cache: what is damaged, or of another hand, is none of ours. */
export function encodeEntry(entry: StageEntry, secret: Buffer): string {
  const json = JSON.stringify(entry);
  return `${keyed(secret, json)}\n${json}\n`;
}

/** Undefined for everything that `encodeEntry` did not write with this secret. */
export function decodeEntry(text: string, secret: Buffer): StageEntry | undefined {
  const [seal = '', json = ''] = text.split('\n');
  const expected = keyed(secret, json);
  if (seal.length !== expected.length || !timingSafeEqual(Buffer.from(seal), Buffer.from(expected))) return undefined;
  return JSON.parse(json) as StageEntry;
}
