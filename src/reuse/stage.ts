/** A stage: work whose result follows from its parts and from nothing else, so that one that was kept stands for doing it again. */

import { createHmac } from 'node:crypto';

/** One thing that the result follows from. */
export interface StagePart {
  /** What it is one of, for people, as in "same ISO, updates, drivers". */
  readonly kind: string;
  /** Which one: `update KB5005112`. */
  readonly name: string;
  /** Its content, or a digest of that. */
  readonly value: string;
  /** May be shown and kept as it is; any other is kept as a keyed digest, since passwords are among them. */
  readonly shown?: boolean;
}

export interface ReusableStage {
  /** The action. */
  readonly action: string;
  /** The template or machine it is done for: on a miss its last result is what the parts are compared with. */
  readonly name: string;
  /** In an order that counts where it does for the result. */
  readonly parts: readonly StagePart[];
}

/** What may stand in logs and reports. */
export function shownPart(kind: string, name: string, value: string | number | boolean): StagePart {
  return { kind, name, value: String(value), shown: true };
}

/** What may be a secret, or be long: only that it differs is told. */
export function hiddenPart(kind: string, name: string, value: string): StagePart {
  return { kind, name, value };
}

/** A part as it is kept. */
export interface KeptPart {
  readonly kind: string;
  readonly name: string;
  /** As it is. */
  readonly value?: string;
  /** HMAC-SHA256 under the secret of the cache, in place of it: without that nobody can try passwords against it. */
  readonly digest?: string;
}

export function keptParts({ parts }: ReusableStage, secret: Buffer): readonly KeptPart[] {
  return parts.map(({ kind, name, value, shown }) => ({
    kind,
    name,
    ...(shown ? { value } : { digest: keyed(secret, JSON.stringify([kind, name, value])) }),
  }));
}

/** @returns 64 hexadecimal digits that another result of the same action has only when all its parts are the same, in the same order */
export function stageKey({ action, parts }: ReusableStage, secret: Buffer): string {
  return keyed(secret, JSON.stringify([action, parts.map(({ kind, name, value }) => [kind, name, value])]));
}

/** HMAC-SHA256, lower-case hexadecimal. */
export function keyed(secret: Buffer, text: string): string {
  return createHmac('sha256', secret).update(text).digest('hex');
}
