/** What is asked of every PowerShell text that runs on a user's machine, each rule by itself: what it finds is what is wrong. */

import { nodesOf, type PowerShellNode } from './powershell-tree.ts';

type Rule = (root: PowerShellNode) => readonly string[];

/** Cmdlets that take a pattern where they are given a path by its place or by -Path: `a[1]` is another folder than the one of that name. */
const PATH_CMDLETS =
  /^(?:Test-Path|Resolve-Path|Get-(?:Item|ItemProperty|ChildItem|Content|FileHash|Acl|AuthenticodeSignature)|Set-(?:Item|ItemProperty|Content|Acl)|Add-Content|Clear-Content|(?:Copy|Move|Remove|Rename)-Item|Remove-ItemProperty)$/i;
/** Cmdlets whose -Path is none of the file system's patterns. */
const PLAIN_PATH = /^(?:Join-Path|New-Item|Add-VMHardDiskDrive)$/i;

const words = (node: PowerShellNode): string => node.text.replaceAll(/\s+/g, ' ').slice(0, 80);

interface Command {
  readonly node: PowerShellNode;
  /** As it is written; empty where `&` or a dot calls what an expression says. */
  readonly name: string;
  /** `&` or `.` */
  readonly operator: string;
  readonly called: PowerShellNode | undefined;
  readonly parameters: readonly string[];
  readonly elements: readonly PowerShellNode[];
}

function commandsOf(root: PowerShellNode): readonly Command[] {
  return nodesOf(root, 'command').map((node) => {
    const called = node.childForFieldName('command_name') ?? undefined;
    const elements = node.childForFieldName('command_elements')?.namedChildren ?? [];
    const own = elements.filter((element): element is PowerShellNode => element !== null);
    return {
      node,
      called,
      elements: own,
      name: called?.type === 'command_name' ? called.text : '',
      operator: node.children.find((child) => child?.type === 'command_invokation_operator')?.text ?? '',
      parameters: own.filter(({ type }) => type === 'command_parameter').map(({ text }) => text.replace(/:$/, '')),
    };
  });
}

/** Names of functions that a text declares itself. */
const ownFunctions = (root: PowerShellNode): readonly string[] =>
  nodesOf(root, 'function_name').map(({ text }) => text.toLowerCase());

/** The one thing that may be called by `&`: a path of literals, held by a variable of this text or said on the spot. */
function isPlainProgram(called: PowerShellNode | undefined, root: PowerShellNode): boolean {
  const literal = /^\(?\s*Join-Path \$env:\w+ '[^']*'\s*\)?$/;
  if (called === undefined) return false;
  if (called.text.startsWith('(')) return literal.test(called.text);
  if (!/^\$\w+$/.test(called.text)) return false;
  const written = nodesOf(root, 'assignment_expression').filter((node) => node.text.startsWith(`${called.text} `));
  return (
    written.length > 0 && written.every((node) => literal.test(node.text.slice(node.text.indexOf('=') + 1).trim()))
  );
}

function isNative({ name, operator }: Command): boolean {
  return operator !== '' || /\.exe$/i.test(name);
}

const first = (root: PowerShellNode): string =>
  nodesOf(root, 'statement_list')[0]?.namedChildren.find((node) => node?.type !== 'comment')?.text ?? '';

export const POWERSHELL_RULES: Readonly<Record<string, Rule>> = {
  parses: (root) => {
    const broken = nodesOf(root, 'ERROR').map((node) => `line ${node.startPosition.row + 1}: ${words(node)}`);
    const missing: string[] = [];
    const walk = (node: PowerShellNode): void => {
      if (node.isMissing) missing.push(`line ${node.startPosition.row + 1}: ${node.type} is missing`);
      for (const child of node.children) if (child !== null) walk(child);
    };
    walk(root);
    return [...broken, ...missing];
  },
  'stops at the first error': (root) =>
    first(root) === "$ErrorActionPreference = 'Stop'" ? [] : [`it begins with ${first(root).slice(0, 60)}`],
  'says how its output is encoded': (root) =>
    nodesOf(root, 'assignment_expression').some((node) => node.text.startsWith('[Console]::OutputEncoding ='))
      ? []
      : ['the console of a runner may have any code page'],
  'runs no text': (root) => [
    ...commandsOf(root).flatMap(({ node, name, operator, called }) => {
      if (/^(?:Invoke-Expression|iex|Add-Type|Start-Process|powershell(?:\.exe)?)$/i.test(name)) return [words(node)];
      // In a session that was opened before, and a block that stands there.
      if (/^Invoke-Command$/i.test(name) && !/ -Session .* -ScriptBlock \{/s.test(node.text)) return [words(node)];
      return operator === '' || isPlainProgram(called, root) ? [] : [words(node)];
    }),
    ...nodesOf(root, 'member_name')
      .filter(({ text }) => /^(?:InvokeScript|NewScriptBlock|ExpandString|AddScript)$/i.test(text))
      .map(words),
    ...nodesOf(root, 'invokation_expression')
      .filter(({ text }) => /ScriptBlock\]::Create/i.test(text))
      .map(words),
  ],
  'takes paths as they are': (root) =>
    commandsOf(root)
      .filter(({ name, parameters }) => {
        const given = parameters.map((parameter) => parameter.toLowerCase());
        if (PATH_CMDLETS.test(name)) return !given.includes('-literalpath') || given.includes('-path');
        return given.includes('-path') && !PLAIN_PATH.test(name);
      })
      .map(({ node }) => words(node)),
  'uses no alias': (root) => {
    const own = ownFunctions(root);
    return commandsOf(root)
      .filter(({ name, operator }) => operator === '' && !own.includes(name.toLowerCase()))
      .filter(({ name }) => !/^[A-Z][A-Za-z]+-[A-Z]\w+$/.test(name) && !/\.exe$/i.test(name))
      .map(({ node }) => words(node));
  },
  // Windows PowerShell puts no backslash before a quotation mark in the argument of a program, nor two before one at its end.
  'builds no argument of a program in quotation marks': (root) =>
    commandsOf(root)
      .filter(isNative)
      .flatMap(({ elements }) => elements)
      .flatMap((element) => nodesOf(element, 'expandable_string_literal'))
      .filter((text) => nodesOf(text, 'variable', 'sub_expression').length > 0)
      .map(words),
};
