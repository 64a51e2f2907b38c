/** Calls of well-known methods that mean something else, or nothing. */

import type { Change } from '../mutant.ts';
import type { Place } from '../syntax.ts';

const OTHER: Readonly<Record<string, string>> = {
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
};

const REMOVED = new Set([
  ...['trim', 'trimEnd', 'trimStart', 'toLowerCase', 'toUpperCase'],
  ...['filter', 'toSorted', 'sort', 'toReversed', 'reverse', 'slice', 'subarray'],
]);

export function* changeCalls({ node, field, parent }: Place, source: string): Iterable<Change> {
  const callee = node.type === 'CallExpression' ? node.callee : undefined;
  if (callee?.type !== 'MemberExpression' || callee.computed || insideChain({ node, field, parent })) return;
  const name: string = callee.property.name;
  const { start, end } = node;
  const other = Object.hasOwn(OTHER, name) ? OTHER[name] : undefined;
  if (other !== undefined) {
    const replacement = source.slice(start, callee.property.start) + other + source.slice(callee.property.end, end);
    yield { start, end, wrapping: 'expression', replacement, what: `${name} became ${other}` };
  }
  if (REMOVED.has(name)) {
    const replacement = source.slice(start, callee.object.end);
    const what = `${source.slice(callee.object.end, end).replaceAll(/\s+/g, ' ').slice(0, 50)} removed`;
    yield { start, end, wrapping: 'expression', replacement, what };
  }
}

/** A link of an optional chain cannot be replaced alone: what follows it would no longer be skipped. */
function insideChain({ node, parent }: Place): boolean {
  let child = node;
  for (let at = parent; at; at = at.parent) {
    if (at.node.type === 'ChainExpression') return true;
    if (at.node.object !== child && at.node.callee !== child && at.node.type !== 'TSNonNullExpression') return false;
    child = at.node;
  }
  return false;
}
