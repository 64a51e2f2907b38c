/** Says in words what two runs have in common, and what differs. */

import type { KeptPart } from './stage.ts';

/** More than these are counted alone. */
const MOST_TOLD = 5;

/** "same ISO, updates, drivers" */
export function sameParts(parts: readonly { readonly kind: string }[]): string {
  return `same ${[...new Set(parts.map(({ kind }) => kind))].join(', ')}`;
}

/**
 * What is another than before, each in a clause: `size of the disk: 40 GiB -> 60 GiB`, `the ISO has changed`. Only what may be shown is.
 * @returns at least one clause when the two differ
 */
export function changedParts(before: readonly KeptPart[], now: readonly KeptPart[]): readonly string[] {
  const old = byName(before);
  const current = byName(now);
  const clauses: string[] = [];
  for (const [name, parts] of current) {
    const earlier = old.get(name);
    if (earlier === undefined) clauses.push(`${name} is new${shownValue(parts)}`);
    else if (texts(earlier) !== texts(parts)) clauses.push(change(name, earlier, parts));
  }
  for (const [name, parts] of old) if (!current.has(name)) clauses.push(`${name} is gone${shownValue(parts)}`);
  if (clauses.length === 0 && texts(before) !== texts(now))
    clauses.push(`the order is another: ${reordered(before, now)}`);
  const more = clauses.length - MOST_TOLD;
  return more > 0 ? [...clauses.slice(0, MOST_TOLD), `and ${more} more`] : clauses;
}

function change(name: string, [before]: readonly KeptPart[], [now]: readonly KeptPart[]): string {
  if (before?.value === undefined || now?.value === undefined) return `${name} has changed`;
  return `${name}: ${before.value || 'none'} -> ${now.value || 'none'}`;
}

function shownValue([part]: readonly KeptPart[]): string {
  return part?.value ? ` (${part.value})` : '';
}

/** The first that stands where another one stood. */
function reordered(before: readonly KeptPart[], now: readonly KeptPart[]): string {
  return now.find((part, index) => texts([part]) !== texts(before.slice(index, index + 1)))?.name ?? '';
}

/** Two updates may have one name; they are compared together. */
function byName(parts: readonly KeptPart[]): ReadonlyMap<string, readonly KeptPart[]> {
  const found = new Map<string, KeptPart[]>();
  for (const part of parts) {
    const known = found.get(part.name);
    if (known) known.push(part);
    else found.set(part.name, [part]);
  }
  return found;
}

function texts(parts: readonly KeptPart[]): string {
  return JSON.stringify(parts.map(({ kind, name, value, digest }) => [kind, name, value, digest]));
}
