/** `?.` that no longer stops at nothing. */

import type { Change } from '../mutant.ts';
import type { Node, Place } from '../syntax.ts';

export function* changeChains({ node }: Place, source: string): Iterable<Change> {
  if (node.type !== 'ChainExpression') return;
  for (const link of links(node.expression)) {
    if (link.optional !== true) continue;
    const at = source.indexOf('?.', (link.object ?? link.callee).end);
    const dot = link.type === 'MemberExpression' && !link.computed ? '.' : '';
    const replacement = source.slice(node.start, at) + dot + source.slice(at + 2, node.end);
    const what = `?. of ${source.slice(node.start, node.end).replaceAll(/\s+/g, ' ').slice(0, 50)} removed`;
    yield { start: node.start, end: node.end, wrapping: 'expression', replacement, what };
  }
}

/** The links of a chain, the last first. */
function* links(node: Node | undefined): Generator<Node> {
  for (let at = node; at; at = at.object ?? at.callee ?? at.expression) {
    if (at.type === 'ChainExpression') return;
    yield at;
  }
}
