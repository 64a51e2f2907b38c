/**
 * A vSphere of objects in memory: properties are read as the PropertyCollector gives them, those that were asked for and no others; methods
 * answer as a test says. Tasks end at once with what their method gave.
 */

import { Agent } from 'node:https';
import type { Log } from '../../../src/context.ts';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import type { Moref } from '../../../src/vsphere/wire/moref.ts';
import type { VsphereSession } from '../../../src/vsphere/wire/session.ts';
import { node, reference, value } from '../../../src/vsphere/wire/soap.ts';
import { child, childrenNamed, parseXml, renderXml, textAt, type XmlElement } from '../../../src/xml/xml-element.ts';

export interface PlayedObject {
  readonly type: string;
  /** By path: what stands in `val`, as XML; a reference as one. */
  readonly properties?: Readonly<Record<string, string | Moref>>;
}

export interface PlayedCall {
  readonly method: string;
  readonly target: string;
  /** Parameters as XML, one behind the other. */
  readonly text: string;
  readonly objects: Map<string, PlayedObject>;
  /** False: through a session that a cancel does not end. */
  readonly cancellable: boolean;
}

/** What a method gives: a fault's type, an error, the elements of its answer, or the reference that a task ends with. */
export type PlayedAnswer = string | Error | Moref | readonly XmlElement[] | undefined;

export interface PlayedVsphere extends VsphereSession {
  readonly objects: Map<string, PlayedObject>;
  /** Such as `Rename_Task vm-1 <newName>ws</newName>`; what only reads properties is not among them. */
  readonly asked: string[];
  readonly said: { readonly info: string[]; readonly warning: string[]; readonly debug: string[] };
  /** Types and paths of each reading of properties: `VirtualMachine: name parent`. */
  readonly read: string[];
  renewed: number;
  left: number;
}

export interface PlayedOptions {
  /** By method; default: nothing, and the task ends. */
  readonly answers?: Readonly<Record<string, (call: PlayedCall) => PlayedAnswer>>;
  readonly signal?: AbortSignal;
  readonly kind?: 'vcenter' | 'esxi';
  /** Before properties of an object are read; an error is thrown. */
  readonly onRead?: (id: string, paths: readonly string[], objects: Map<string, PlayedObject>) => Error | undefined;
}

export const PLAYED_NOW = new Date('2026-11-28T12:00:00Z');
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
const SUBTYPES: Readonly<Record<string, readonly string[]>> = {
  ComputeResource: ['ClusterComputeResource'],
  ResourcePool: ['VirtualApp'],
  Network: ['DistributedVirtualPortgroup', 'OpaqueNetwork'],
  Folder: ['StoragePod'],
};

export function ref(type: string, id: string): Moref {
  return { type, value: id };
}

/** The text of extraConfig as a property. */
export function settings(entries: Readonly<Record<string, string>>): string {
  return Object.entries(entries)
    .map(([key, setting]) => `<OptionValue><key>${key}</key><value>${setting}</value></OptionValue>`)
    .join('');
}

export function playedVsphere(
  given: Readonly<Record<string, PlayedObject>>,
  { answers = {}, signal = new AbortController().signal, kind = 'vcenter', onRead }: PlayedOptions = {},
): PlayedVsphere {
  const objects = new Map(Object.entries(given));
  const said = { info: [] as string[], warning: [] as string[], debug: [] as string[] };
  const log: Log = {
    info: (text) => void said.info.push(text),
    warning: (text) => void said.warning.push(text),
    debug: (text) => void said.debug.push(text),
    group: (_title, body) => body(),
  };
  const state = { renewed: 0, left: 0 };
  const asked: string[] = [];
  const read: string[] = [];
  let tasks = 0;
  let types: string[] = [];

  const collect = (parameters: readonly XmlElement[]): XmlElement => {
    const specs = childrenNamed(parameters[0], 'propSet').map((spec) => ({
      type: textAt(spec, 'type') ?? '',
      paths: childrenNamed(spec, 'pathSet').map(({ text }) => text),
    }));
    read.push(...specs.map(({ type, paths }) => `${type}: ${paths.join(' ')}`));
    const set = child(parameters[0], 'objectSet');
    const start = child(set, 'obj')?.text ?? '';
    const list = child(set, 'selectSet');
    const error = onRead?.(
      start,
      specs.flatMap(({ paths }) => paths),
      objects,
    );
    if (error) throw error;
    const LISTS: Readonly<Record<string, string>> = { recentTask: 'Task', vm: 'VirtualMachine' };
    const listed = LISTS[textAt(list, 'path') ?? ''];
    const isMember = (type: string): boolean =>
      listed !== undefined ? type === listed : types.some((one) => one === type || SUBTYPES[one]?.includes(type));
    const found = [...objects].filter(([id, { type }]) => (list ? isMember(type) : id === start));
    return node('Response', [
      node(
        'returnval',
        found.map(([id, { type, properties = {} }]) => {
          const paths = specs
            .filter((spec) => spec.type === type || SUBTYPES[spec.type]?.includes(type))
            .flatMap((spec) => spec.paths);
          const there = Object.entries(properties).filter(([path]) => paths.includes(path));
          return node('objects', [
            reference('obj', ref(type, id)),
            ...there.map(([path, val]) => node('propSet', [value('name', path), valElement(val)])),
          ]);
        }),
      ),
    ]);
  };

  const view = (viewSignal: AbortSignal, cancellable: boolean): PlayedVsphere => ({
    objects,
    asked,
    said,
    read,
    get renewed() {
      return state.renewed;
    },
    get left() {
      return state.left;
    },
    about: { fullName: 'test', apiVersion: '8.0', kind },
    url: new URL('https://vc.example.com'),
    signal: viewSignal,
    trust: { kind: 'insecure' },
    log,
    agent: new Agent(),
    cookie: 'the-cookie',
    manager: (name) => ref(name, name),
    now: () => PLAYED_NOW,
    renew: () => {
      state.renewed += 1;
      return Promise.resolve();
    },
    bounded: (limit) => view(AbortSignal.any([viewSignal, limit]), cancellable),
    uncancelled: () => view(new AbortController().signal, false),
    ticket: () => ({ server: 'vc.example.com', tls: {}, cookie: 'the-cookie' }),
    leave: () => {
      state.left += 1;
    },
    close: () => Promise.resolve(),
    call: async (method, target, parameters = []) => {
      viewSignal.throwIfAborted();
      if (method === 'RetrievePropertiesEx') return collect(parameters);
      if (method === 'DestroyView') return node('Response');
      if (method === 'CreateContainerView') {
        types = childrenNamed(node('x', parameters), 'type').map(({ text }) => text);
        return node('Response', [reference('returnval', ref('ContainerView', 'view-1'))]);
      }
      const text = parameters
        .map(renderXml)
        .join('')
        .replaceAll(/ xmlns:\w+="[^"]*"/g, '');
      asked.push(`${method} ${target.value} ${text}`.trim());
      const answer = answers[method]?.({ method, target: target.value, text, objects, cancellable });
      if (answer instanceof Error) throw answer;
      if (typeof answer === 'string') throw new VsphereFault(method, answer, `${answer} it is`);
      if (Array.isArray(answer)) return node('Response', answer as readonly XmlElement[]);
      if (!method.endsWith('_Task')) return node('Response', answer ? [reference('returnval', answer as Moref)] : []);
      tasks += 1;
      const result = answer ? { 'info.result': answer as Moref } : {};
      objects.set(`task-${tasks}`, { type: 'Task', properties: { 'info.state': 'success', ...result } });
      return node('Response', [reference('returnval', ref('Task', `task-${tasks}`))]);
    },
  });
  return view(signal, true);
}

function valElement(given: string | Moref): XmlElement {
  return typeof given === 'string' ? parseXml(`<val ${XSI}>${given}</val>`, 'a property') : reference('val', given);
}

/** Elements of an answer, from XML. */
export function xml(text: string): readonly XmlElement[] {
  return parseXml(`<x ${XSI}>${text}</x>`, 'an answer').children;
}
