/** Which release was asked for: the input `release` of fetch-updates and `updates.release` of a template. */

import { UserError } from '../errors.ts';
import type { Channel } from '../template/template.ts';
import { compareText } from './compare-text.ts';

export type ReleaseRequest =
  | { readonly kind: 'latest' }
  /** Servicing month `2026-11`; of it only what was out on the ISO date `until`, where there is one. */
  | { readonly kind: 'month'; readonly month: string; readonly until?: string }
  /** The newest that was out on this ISO date. */
  | { readonly kind: 'until'; readonly date: string }
  /** Exactly these, `KB5005112`. */
  | { readonly kind: 'kbs'; readonly kbs: readonly string[] };

/**
 * Reads `latest`, `2026-11`, `2026-11-15` or a list of KB numbers.
 * @param what the input or key, for the message
 * @throws UserError input-invalid
 */
export function parseRelease(values: readonly string[], what: string): ReleaseRequest {
  const [first, ...rest] = values;
  if (first !== undefined && rest.length === 0) {
    if (first.toLowerCase() === 'latest') return { kind: 'latest' };
    if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(first)) return { kind: 'month', month: first };
    if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(first)) return { kind: 'until', date: first };
  }
  const kbs = values.map(readKb);
  if (values.length > 0 && kbs.every((kb) => kb !== undefined)) return { kind: 'kbs', kbs: sortedOnce(kbs) };
  throw new UserError(
    'input-invalid',
    `${what}: "${values.join(', ')}" is not a release`,
    'Write latest, a month such as 2026-11, a date such as 2026-11-15, or KB numbers such as KB5005112.',
  );
}

/**
 * Reads `KB5005112` or `5005112`.
 * @returns each once, in order
 * @throws UserError input-invalid
 */
export function parseKbs(values: readonly string[]): readonly string[] {
  return sortedOnce(
    values.map((value) => {
      const kb = readKb(value);
      if (kb !== undefined) return kb;
      const hint = 'Write KB numbers such as KB5005112, one per line or with commas between them.';
      throw new UserError('input-invalid', `"${value}" is not a KB number`, hint);
    }),
  );
}

function readKb(value: string): string | undefined {
  const digits = /^(?:kb)?(\d{6,8})$/i.exec(value)?.[1];
  return digits === undefined ? undefined : `KB${digits}`;
}

function sortedOnce(kbs: readonly string[]): readonly string[] {
  return [...new Set(kbs)].sort(compareText);
}

/**
 * Patience: of what is asked for as the latest, only what was out on a day. Who names a month, a day or KBs has chosen already.
 * @param until ISO date; undefined: all that is out counts
 */
export function latestUntil(release: ReleaseRequest, until: string | undefined): ReleaseRequest {
  return release.kind === 'latest' && until !== undefined ? { kind: 'until', date: until } : release;
}

/** The request as an input writes it. */
export function releaseTexts(request: ReleaseRequest): readonly string[] {
  if (request.kind === 'kbs') return request.kbs;
  if (request.kind === 'month') return [request.month];
  return [request.kind === 'until' ? request.date : 'latest'];
}

export function describeRelease(request: ReleaseRequest): string {
  if (request.kind === 'latest') return 'the latest release';
  if (request.kind === 'month') return `the release of ${request.month}`;
  return request.kind === 'until' ? `the newest release of ${request.date} or before` : request.kbs.join(', ');
}

/** The second Tuesday of a month `2026-11`, ISO date. */
export function patchTuesday(month: string): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  const day = 1 + ((2 - first.getUTCDay() + 7) % 7) + 7;
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** The channel a release letter belongs to; C and D are previews. */
export function channelOfLetter(letter: string): Channel {
  if (letter === 'B') return 'regular';
  return letter === 'OOB' ? 'out-of-band' : 'preview';
}
