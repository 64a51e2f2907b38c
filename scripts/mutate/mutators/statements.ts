/** Statements that go away: calls, assignments, throws, early returns, breaks. */

import type { Change } from '../mutant.ts';
import type { Node, Place } from '../syntax.ts';

export function* changeStatements({ node, field, parent }: Place, source: string): Iterable<Change> {
  const what = removed(node, field, parent);
  if (what === undefined) return;
  const text = source.slice(node.start, node.end).replaceAll(/\s+/g, ' ');
  const shown = text.length > 50 ? `${text.slice(0, 49)}…` : text;
  yield { start: node.start, end: node.end, wrapping: 'statement', what: `${what} removed: ${shown}` };
}

function removed(node: Node, field: string, parent: Place | undefined): string | undefined {
  switch (node.type) {
    case 'ExpressionStatement':
      return removedExpression(node.expression);
    case 'ThrowStatement':
      return 'throw';
    case 'BreakStatement':
    case 'ContinueStatement':
      return node.type === 'BreakStatement' && parent?.node.type === 'SwitchCase' ? undefined : 'jump';
    case 'ReturnStatement':
      return isEarly(field, parent) ? 'early return' : undefined;
    default:
      return undefined;
  }
}

function removedExpression(expression: Node): string | undefined {
  if (expression.type === 'CallExpression') return expression.callee.type === 'Super' ? undefined : 'call';
  if (expression.type === 'AwaitExpression' || expression.type === 'YieldExpression') return 'call';
  if (expression.type === 'AssignmentExpression') return 'assignment';
  return undefined;
}

/** A return that something follows: inside an `if`, alone or as the last of its block. */
function isEarly(field: string, parent: Place | undefined): boolean {
  if (field === 'consequent' && parent?.node.type === 'IfStatement') return true;
  return parent?.node.type === 'BlockStatement' && parent.parent?.node.type === 'IfStatement';
}
