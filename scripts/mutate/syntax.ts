/** The syntax tree of a TypeScript file (ESTree with TypeScript's own nodes), walked without what is only types. */

import { parseSync } from 'vite';

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  // A node's fields depend on its type; a mutator asks for the type first.
  // biome-ignore lint/suspicious/noExplicitAny: the tree is foreign data of a hundred shapes
  readonly [field: string]: any;
}

/** A node with the way to it; `field` is the parent's field that holds it. */
export interface Place {
  readonly node: Node;
  readonly field: string;
  readonly parent: Place | undefined;
}

/** @throws Error when the text is not TypeScript. */
export function parseSource(file: string, text: string): Node {
  const { program, errors } = parseSync(file, text, { lang: 'ts' });
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  return program as unknown as Node;
}

/** Every node that runs, outer ones first. */
export function* walk(node: Node, field = '', parent?: Place): Generator<Place> {
  if (node.type.startsWith('TS') && !ERASED_AROUND.has(node.type)) return;
  if (node.declare === true || NOT_RUN.has(node.type)) return;
  const place: Place = { node, field, parent };
  yield place;
  for (const [name, value] of Object.entries(node)) {
    if (ONLY_TYPES.has(name)) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* walk(child, name, place);
    }
  }
}

/** TypeScript's nodes that hold an expression: `x as T`, `x satisfies T`, `x!`. */
const ERASED_AROUND = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
const NOT_RUN = new Set(['ImportDeclaration', 'ExportAllDeclaration']);
const ONLY_TYPES = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'implements']);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
