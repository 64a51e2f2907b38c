/** PowerShell as the grammar of tree-sitter reads it: what does not parse there does not parse in Windows, and rules are asked of the tree, not of the text. */

import { join } from 'node:path';
// biome-ignore lint/correctness/noUnresolvedImports: its declarations stand in a "declare module", which the linter does not read.
import { Language, type Node, Parser } from 'web-tree-sitter';
import { ROOT } from '../../scripts/root.ts';

export type PowerShellNode = Node;

let parser: Promise<Parser> | undefined;

async function makeParser(): Promise<Parser> {
  await Parser.init();
  const made = new Parser();
  made.setLanguage(await Language.load(join(ROOT, 'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm')));
  return made;
}

export async function parsePowerShell(text: string): Promise<PowerShellNode> {
  parser ??= makeParser();
  const tree = (await parser).parse(text);
  if (tree === null) throw new Error('the parser gave up');
  return tree.rootNode;
}

/** All nodes of a kind, in the order of the text. */
export function nodesOf(root: PowerShellNode, ...kinds: readonly string[]): readonly PowerShellNode[] {
  return root.descendantsOfType([...kinds]).filter((node): node is PowerShellNode => node !== null);
}
