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

/** Every node that runs, outer ones first, in the order of the text. A list of what is to come: a generator in each other would hand every node up through all. */
export function* walk(root: Node): Generator<Place> {
  const toCome: Place[] = [{ node: root, field: '', parent: undefined }];
  for (let place = toCome.pop(); place; place = toCome.pop()) {
    if (isOnlyType(place.node)) continue;
    yield place;
    toCome.push(...childrenOf(place).reverse());
  }
}

function isOnlyType({ type, declare }: Node): boolean {
  if (type.startsWith('TS') && !ERASED_AROUND.has(type)) return true;
  return declare === true || NOT_RUN.has(type);
}

function childrenOf(parent: Place): Place[] {
  const children: Place[] = [];
  for (const [field, value] of Object.entries(parent.node)) {
    if (typeof value !== 'object' || ONLY_TYPES.has(field)) continue;
    for (const node of Array.isArray(value) ? value : [value]) {
      if (isNode(node)) children.push({ node, field, parent });
    }
  }
  return children;
}

/** TypeScript's nodes that hold an expression: `x as T`, `x satisfies T`, `x!`. */
const ERASED_AROUND = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
const NOT_RUN = new Set(['ImportDeclaration', 'ExportAllDeclaration']);
const ONLY_TYPES = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'implements']);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
