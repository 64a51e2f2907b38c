/** All the changes that can be made to a file. */

import type { Change } from './mutant.ts';
import { changeCalls } from './mutators/calls.ts';
import { changeChains } from './mutators/chains.ts';
import { changeCollections } from './mutators/collections.ts';
import { changeConditions } from './mutators/conditions.ts';
import { changeLiterals } from './mutators/literals.ts';
import { changeOperators } from './mutators/operators.ts';
import { changeStatements } from './mutators/statements.ts';
import { type Place, parseSource, walk } from './syntax.ts';

/** Proposes changes of one node; most nodes get none. */
export type Mutator = (place: Place, source: string) => Iterable<Change>;

const MUTATORS: readonly Mutator[] = [
  changeOperators,
  changeConditions,
  changeStatements,
  changeLiterals,
  changeCollections,
  changeChains,
  changeCalls,
];

/** In the order of the text. @throws Error when the text is not TypeScript. */
export function findChanges(file: string, source: string): Change[] {
  const changes: Change[] = [];
  for (const place of walk(parseSource(file, source))) {
    if (isCosmetic(place)) continue;
    for (const mutator of MUTATORS) changes.push(...mutator(place, source));
  }
  return changes;
}

/** What is only said at debug level is nobody's promise. */
function isCosmetic(place: Place): boolean {
  for (let at: Place | undefined = place; at; at = at.parent) {
    if (at.node.type === 'CallExpression' && at.node.callee.property?.name === 'debug') return true;
    if (at.node.type === 'ExpressionStatement' && at.node.expression.callee?.property?.name === 'debug') return true;
  }
  return false;
}
