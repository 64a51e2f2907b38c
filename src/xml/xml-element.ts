/** XML as the vSphere API uses it: elements by local name, with the type that `xsi:type` gives them. */

import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { FormatError } from '../errors.ts';
import { escapeXml } from './escape-xml.ts';

const SCHEMA_NAMESPACE = 'http://www.w3.org/2001/XMLSchema';
const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
/** The deepest answers (nested snapshot trees) stay far below; it bounds the recursion over a hostile one. */
const MAX_DEPTH = 512;

/** Value of `xsi:type`, its prefix resolved. */
interface TypeName {
  readonly name: string;
  /** One of XML Schema's own types (string, int, …) rather than one of vim25. */
  readonly schema: boolean;
}

export interface XmlElement {
  /** Local name. */
  readonly name: string;
  readonly type?: TypeName;
  /** By local name: `type` of a managed object reference, `name` of an OVF element; neither `xsi:type` nor declarations. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Character data of the element itself. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface OpenElement {
  readonly name: string;
  readonly type?: TypeName;
  readonly attributes: ReadonlyMap<string, string>;
  text: string;
  readonly children: XmlElement[];
}

/**
 * Parses a document. Namespaces of elements are dropped: vim25 needs none, and servers differ in their prefixes.
 * @param source what the text is, for the message
 * @throws FormatError when it is not well-formed, nested too deeply, or has a document type declaration (and with it entities)
 */
export function parseXml(text: string, source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const stack: OpenElement[] = [];
  let root: XmlElement | undefined;
  const refuse = (expected: string, found: string): never => {
    throw new FormatError(source, parser.position, expected, found);
  };
  parser.on('error', (error) => refuse('well-formed XML', error.message));
  parser.on('doctype', () => refuse('XML without a document type declaration', 'one'));
  parser.on('opentag', (tag) => {
    if (stack.length >= MAX_DEPTH) refuse(`elements nested at most ${MAX_DEPTH} deep`, 'deeper ones');
    const type = typeOf(tag, (prefix) => parser.resolve(prefix));
    stack.push({ name: tag.local, ...(type && { type }), attributes: otherAttributes(tag), text: '', children: [] });
  });
  const addText = (data: string): void => {
    const open = stack.at(-1);
    if (open) open.text += data;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = stack.pop() as OpenElement;
    const parent = stack.at(-1);
    if (parent) parent.children.push(closed);
    else root = closed;
  });
  parser.write(text).close();
  return root ?? refuse('an element', 'an empty document');
}

/** The element as XML that stands in a document where `xsi` and `xsd` are bound and the default namespace is vim25's. */
export function renderXml(element: XmlElement): string {
  const { name, type, attributes, children } = element;
  const typeText = type ? ` xsi:type="${type.schema ? 'xsd:' : ''}${escapeXml(type.name)}"` : '';
  const attributeText = [...attributes].map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const content = children.length > 0 ? children.map(renderXml).join('') : escapeXml(element.text);
  return `<${name}${typeText}${attributeText.join('')}>${content}</${name}>`;
}

/** First child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** All children of that name; a list in vim25 is its element repeated. */
export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** Text at the end of a path of names such as `config.flags.diskUuidEnabled`; undefined when a step is missing. */
export function textAt(element: XmlElement | undefined, path: string): string | undefined {
  return path.split('.').reduce(child, element)?.text;
}

function otherAttributes(tag: SaxesTagNS): Map<string, string> {
  const others = Object.values(tag.attributes).filter(
    ({ uri, prefix, name }) => uri !== INSTANCE_NAMESPACE && prefix !== 'xmlns' && name !== 'xmlns',
  );
  return new Map(others.map(({ local, value }) => [local, value]));
}

/** The `type` attribute in whatever prefix the server bound to the namespace of XML Schema's instances. */
function typeOf(tag: SaxesTagNS, resolve: (prefix: string) => string | undefined): TypeName | undefined {
  const attributes: readonly SaxesAttributeNS[] = Object.values(tag.attributes);
  const value = attributes.find(({ uri, local }) => uri === INSTANCE_NAMESPACE && local === 'type')?.value.trim();
  if (value === undefined) return undefined;
  const [prefix = '', name] = value.split(':');
  if (name === undefined) return { name: value, schema: false };
  return { name, schema: resolve(prefix) === SCHEMA_NAMESPACE };
}
