/** Comparisons, arithmetic, assignments with an operator, and `!`. */

import type { Change } from '../mutant.ts';
import type { Node, Place } from '../syntax.ts';

const OTHER: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['<<'],
  '&': ['|'],
  '|': ['&'],
  '^': ['&'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
  '|=': ['&='],
  '&=': ['|='],
  '^=': ['&='],
  '<<=': ['>>='],
  '>>=': ['<<='],
  '++': ['--'],
  '--': ['++'],
};

export function* changeOperators({ node }: Place, source: string): Iterable<Change> {
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    yield { ...replace(node, slice(source, node.argument)), what: '! removed' };
  } else if (node.type === 'UpdateExpression') {
    yield* exchange(node, source, node.prefix ? node.start : node.argument.end);
  } else if (node.type === 'BinaryExpression' || node.type === 'AssignmentExpression') {
    // Joining text with `-` is NaN at once: no test could miss it.
    if (node.operator.startsWith('+') && (isText(node.left) || isText(node.right))) return;
    yield* exchange(node, source, source.indexOf(node.operator, node.left.end));
  }
}

function* exchange(node: Node, source: string, at: number): Iterable<Change> {
  const operator: string = node.operator;
  for (const other of OTHER[operator] ?? []) {
    const replacement = source.slice(node.start, at) + other + source.slice(at + operator.length, node.end);
    yield { ...replace(node, replacement), what: `${operator} became ${other}` };
  }
}

function isText(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

function replace(node: Node, replacement: string): Omit<Change, 'what'> {
  return { start: node.start, end: node.end, wrapping: 'expression', replacement };
}

function slice(source: string, node: Node): string {
  return source.slice(node.start, node.end);
}
