/** Numbers, booleans, regular expressions, and the strings that decide something. */

import type { Change } from '../mutant.ts';
import type { Node, Place } from '../syntax.ts';

export function* changeLiterals({ node, field, parent }: Place): Iterable<Change> {
  if (node.type !== 'Literal' || isName(field, parent?.node)) return;
  const raw: string = node.raw;
  if (typeof node.value === 'boolean') {
    yield { ...replace(node, String(!node.value)), what: `${raw} became ${!node.value}` };
  } else if (typeof node.value === 'number') {
    yield { ...replace(node, `${raw} + 1`), what: `${raw} became ${raw} + 1` };
  } else if (typeof node.value === 'bigint') {
    yield { ...replace(node, `${raw} + 1n`), what: `${raw} became ${raw} + 1n` };
  } else if (node.regex) {
    yield* changeAnchors(node);
  } else if (typeof node.value === 'string' && decides(field, parent?.node)) {
    if (node.value === '') yield { ...replace(node, "'mutant'"), what: "'' became 'mutant'" };
    else yield { ...replace(node, "''"), what: `${raw} became ''` };
  }
}

function* changeAnchors(node: Node): Iterable<Change> {
  const { pattern, flags } = node.regex as { pattern: string; flags: string };
  if (pattern.startsWith('^') && !pattern.includes('|')) {
    yield { ...replace(node, `/${pattern.slice(1)}/${flags}`), what: '^ removed' };
  }
  if (pattern.endsWith('$') && !pattern.endsWith('\\$') && pattern.length > 1 && !pattern.includes('|')) {
    yield { ...replace(node, `/${pattern.slice(0, -1)}/${flags}`), what: '$ removed' };
  }
  if (flags.includes('i')) {
    yield { ...replace(node, `/${pattern}/${flags.replace('i', '')}`), what: 'flag i removed' };
  }
}

/** A property's name, not a value. */
function isName(field: string, parent: Node | undefined): boolean {
  return field === 'key' && parent?.computed !== true;
}

/** Strings that are compared or listed; those of messages are held by the tests of messages. */
function decides(field: string, parent: Node | undefined): boolean {
  if (parent?.type === 'BinaryExpression') return /^[!=]==?$/.test(parent.operator);
  if (parent?.type === 'ArrayExpression') return true;
  return parent?.type === 'SwitchCase' && field === 'test';
}

function replace(node: Node, replacement: string): Omit<Change, 'what'> {
  return { start: node.start, end: node.end, wrapping: 'expression', replacement };
}
