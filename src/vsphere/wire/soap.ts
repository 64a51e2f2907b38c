/** What goes into a vim25 call and how its envelope looks (SOAP 1.1, document/literal, namespace urn:vim25). */

import { child, renderXml, type XmlElement } from '../../xml/xml-element.ts';
import type { Moref } from './moref.ts';

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** An element with elements in it, or without any. */
export function node(name: string, children: readonly XmlElement[] = [], type?: string): XmlElement {
  return {
    name,
    ...(type !== undefined && { type: { name: type, schema: false } }),
    attributes: NO_ATTRIBUTES,
    text: '',
    children,
  };
}

/** An element with a value in it. */
export function value(name: string, content: string | number | boolean): XmlElement {
  return { name, attributes: NO_ATTRIBUTES, text: String(content), children: [] };
}

/** A value in a place that takes any type, so that its own must be said. */
export function anyString(name: string, content: string): XmlElement {
  return { ...value(name, content), type: { name: 'string', schema: true } };
}

export function reference(name: string, moref: Moref): XmlElement {
  return { name, attributes: new Map([['type', moref.type]]), text: moref.value, children: [] };
}

/** Leaves out what is undefined, for optional parts of a call. */
export function present(...elements: readonly (XmlElement | undefined)[]): XmlElement[] {
  return elements.filter((element) => element !== undefined);
}

export function renderEnvelope(method: string, target: Moref, parameters: readonly XmlElement[]): string {
  const call = [reference('_this', target), ...parameters].map(renderXml).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<soapenv:Body><${method} xmlns="urn:vim25">${call}</${method}></soapenv:Body></soapenv:Envelope>`
  );
}

/** The answer's element or the fault's, whichever stands in the body; undefined when it is no SOAP answer. */
export function bodyOf(envelope: XmlElement): XmlElement | undefined {
  return envelope.name === 'Envelope' ? child(envelope, 'Body')?.children[0] : undefined;
}
