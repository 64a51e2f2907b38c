/** Elements of lists, and options handed to a call, that go away. */

import type { Change } from '../mutant.ts';
import type { Place } from '../syntax.ts';

export function* changeCollections({ node, field, parent }: Place, source: string): Iterable<Change> {
  if (field === 'elements' && parent?.node.type === 'ArrayExpression') {
    if (node.type === 'SpreadElement') return;
    yield { start: node.start, end: node.end, wrapping: 'element', what: `element ${show(source, node)} removed` };
  }
  if (field === 'properties' && parent?.node.type === 'ObjectExpression' && parent.field === 'arguments') {
    if (node.type !== 'Property' || node.kind !== 'init' || node.method) return;
    yield { start: node.start, end: node.end, wrapping: 'property', what: `option ${show(source, node)} removed` };
  }
}

function show(source: string, { start, end }: { start: number; end: number }): string {
  const line = source.slice(start, end).replaceAll(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
}
