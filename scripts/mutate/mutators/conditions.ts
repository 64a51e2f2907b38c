/** Conditions that always or never hold, and `&&`, `||`, `??` that lose a side. */

import type { Change } from '../mutant.ts';
import type { Node, Place } from '../syntax.ts';

export function* changeConditions({ node, field, parent }: Place, source: string): Iterable<Change> {
  if (field === 'test' && parent && DECIDES.has(parent.node.type)) {
    const text = shorten(source.slice(node.start, node.end));
    // A loop that always goes on is found by any test; one that never runs is the question.
    if (!LOOPS.has(parent.node.type)) yield { ...replace(node, 'true'), what: `(${text}) became true` };
    yield { ...replace(node, 'false'), what: `(${text}) became false` };
  }
  if (node.type !== 'LogicalExpression') return;
  const left = source.slice(node.left.start, node.left.end);
  const right = source.slice(node.right.start, node.right.end);
  if (node.operator === '??') {
    yield { ...replace(node, left), what: `?? ${shorten(right)} removed` };
  } else {
    const other = node.operator === '&&' ? '||' : '&&';
    yield { ...replace(node, `(${left}) ${other} (${right})`), what: `${node.operator} became ${other}` };
    yield { ...replace(node, left), what: `${node.operator} ${shorten(right)} removed` };
  }
}

const DECIDES = new Set(['IfStatement', 'ConditionalExpression', 'WhileStatement', 'DoWhileStatement', 'ForStatement']);
const LOOPS = new Set(['WhileStatement', 'DoWhileStatement', 'ForStatement']);

function replace(node: Node, replacement: string): Omit<Change, 'what'> {
  return { start: node.start, end: node.end, wrapping: 'expression', replacement };
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
}
