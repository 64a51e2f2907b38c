/** Reads the text of an answer file into its settings, each with its place. */

import { SaxesParser } from 'saxes';
import { UserError } from '../../errors.ts';
import { decodeAnswerFile } from './decode-answer-file.ts';

export const NAMESPACE = 'urn:schemas-microsoft-com:unattend';
/** Answer files nest some ten deep. */
const MAX_DEPTH = 64;

export interface AnswerElement {
  /** Local name. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Character data of the element itself, without blanks around it. */
  readonly text: string;
  readonly children: readonly AnswerElement[];
  /** Where its start tag begins, from 1. */
  readonly line: number;
  readonly column: number;
}

export interface AnswerComponent {
  readonly name: string;
  /** `processorArchitecture`; empty where it is missing. */
  readonly architecture: string;
  readonly element: AnswerElement;
}

export interface AnswerPass {
  readonly name: string;
  readonly components: readonly AnswerComponent[];
  readonly element: AnswerElement;
}

export interface AnswerFile {
  /** As the user named it. */
  readonly path: string;
  readonly passes: readonly AnswerPass[];
  /** `servicing`: packages for offline servicing. */
  readonly servicing: AnswerElement | undefined;
}

/** @throws UserError input-invalid with line and column, when Windows Setup could not read it at all */
export function parseAnswerFile(bytes: Uint8Array, path: string): AnswerFile {
  const root = parseElements(decodeAnswerFile(Buffer.from(bytes), path), path);
  const named = (parent: AnswerElement, name: string): readonly AnswerElement[] =>
    parent.children.filter((child) => child.name === name);
  return {
    path,
    servicing: named(root, 'servicing')[0],
    passes: named(root, 'settings').map((settings) => ({
      name: settings.attributes.get('pass') ?? '',
      element: settings,
      components: named(settings, 'component').map((component) => ({
        name: component.attributes.get('name') ?? '',
        architecture: component.attributes.get('processorArchitecture') ?? '',
        element: component,
      })),
    })),
  };
}

/** The elements at a path below one: `descend(component, 'UserAccounts', 'AdministratorPassword')`. */
export function descend(element: AnswerElement, ...names: readonly string[]): readonly AnswerElement[] {
  return names.reduce<readonly AnswerElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
  readonly children: AnswerElement[];
  readonly line: number;
  readonly column: number;
}

function parseElements(xml: string, path: string): AnswerElement {
  const parser = new SaxesParser({ xmlns: true, fileName: path });
  const stack: OpenElement[] = [];
  let root: AnswerElement | undefined;
  let namespace = '';
  // Without a handler the parser would throw a bare Error at the first mistake.
  let mistake: Error | undefined;
  parser.on('error', (error) => {
    mistake ??= error;
  });
  parser.on('doctype', () => {
    mistake ??= new Error(`${path}:${parser.line}:${parser.column}: document type declaration.`);
  });
  let place = { line: 1, column: 1 };
  parser.on('opentagstart', ({ name }) => {
    // The parser has read "<", the name and the character behind it, which may be the end of the line.
    const ended = parser.column === 0;
    place = { line: parser.line - (ended ? 1 : 0), column: ended ? 1 : parser.column - name.length - 1 };
  });
  parser.on('opentag', (tag) => {
    if (stack.length === 0 && root === undefined) namespace = tag.uri;
    if (stack.length >= MAX_DEPTH) mistake ??= new Error(`${path}:${parser.line}:${parser.column}: nested too deeply.`);
    stack.push({
      name: tag.local,
      attributes: new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value])),
      text: '',
      children: [],
      ...place,
    });
  });
  const addText = (text: string): void => {
    const open = stack.at(-1);
    if (open) open.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const open = stack.pop();
    if (open === undefined) return;
    const element = { ...open, text: open.text.trim() };
    const parent = stack.at(-1);
    if (parent === undefined) root ??= element;
    else parent.children.push(element);
  });
  parser.write(xml).close();
  if (mistake !== undefined) {
    throw new UserError(
      'input-invalid',
      `The answer file is not well-formed XML: ${mistake.message}`,
      'Correct it there; Windows Setup would stop with an error at first start.',
      { cause: mistake },
    );
  }
  if (root?.name === 'unattend' && namespace === NAMESPACE) return root;
  throw new UserError(
    'input-invalid',
    `The answer file ${path} has the root element ${root?.name ?? 'nothing'} in the namespace "${namespace}"`,
    `The root must be <unattend xmlns="${NAMESPACE}">.`,
  );
}
