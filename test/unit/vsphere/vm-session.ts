/** A session with VMs in memory that behave as those of vSphere do in what is called here, and which remembers what was asked. */

import { Agent } from 'node:https';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import type { Moref } from '../../../src/vsphere/wire/moref.ts';
import type { VsphereSession } from '../../../src/vsphere/wire/session.ts';
import { node, reference, value } from '../../../src/vsphere/wire/soap.ts';
import { childrenNamed, textAt, type XmlElement } from '../../../src/xml/xml-element.ts';

export interface FakeVm {
  name: string;
  poweredOn?: boolean;
  suspended?: boolean;
  template?: boolean;
  disabled?: readonly string[];
  extraConfig?: Record<string, string>;
}

export interface VmSession extends VsphereSession {
  readonly vms: Map<string, FakeVm>;
  /** Such as `Rename_Task vm-1 ws2019`. */
  readonly asked: string[];
  readonly warnings: string[];
}

export const NOW = new Date('2026-11-28T12:00:00Z');

export interface VmSessionOptions {
  /** What happens at a call, in the form of `asked`: a fault's type, an error, or nothing. It is asked before the call is carried out. */
  readonly meets?: (call: string, session: VmSession) => string | Error | undefined;
  readonly signal?: AbortSignal;
}

export function vmSession(
  vms: Readonly<Record<string, FakeVm>>,
  { meets = () => undefined, signal = new AbortController().signal }: VmSessionOptions = {},
): VmSession {
  const asked: string[] = [];
  const warnings: string[] = [];
  const world = new Map(Object.entries(vms));
  const view = (viewSignal: AbortSignal): VmSession => ({
    vms: world,
    asked,
    warnings,
    about: { fullName: 'test', apiVersion: '8.0', kind: 'vcenter' },
    url: new URL('https://vc.example.com'),
    signal: viewSignal,
    trust: { kind: 'insecure' },
    log: { info: () => {}, warning: (text) => warnings.push(text), debug: () => {}, group: (_title, body) => body() },
    agent: new Agent(),
    cookie: '',
    manager: (name) => ({ type: name, value: name }),
    now: () => NOW,
    renew: () => Promise.resolve(),
    bounded: () => view(viewSignal),
    uncancelled: () => view(new AbortController().signal),
    ticket: () => ({ server: 'vc.example.com', tls: {}, cookie: '' }),
    leave: () => {},
    close: () => Promise.resolve(),
    call: async (method, target, parameters = []) => {
      viewSignal.throwIfAborted();
      if (method === 'RetrievePropertiesEx') return read(world, parameters);
      const call = [method, target.value, ...parameters.map(wordOf)].join(' ').trim();
      asked.push(call);
      const met = meets(call, view(viewSignal));
      if (met instanceof Error) throw met;
      if (met !== undefined) throw new VsphereFault(method, met, `${met} it is`);
      change(world, method, target, parameters);
      return node('Response', [reference('returnval', { type: 'Task', value: 'task-1' })]);
    },
  });
  return view(signal);
}

/** A setting is written `key=value`, anything else as its text. */
function wordOf(parameter: XmlElement): string {
  const options = childrenNamed(parameter, 'extraConfig');
  return options.length === 0
    ? parameter.text
    : options.map((option) => `${textAt(option, 'key')}=${textAt(option, 'value')}`).join(' ');
}

function change(world: Map<string, FakeVm>, method: string, target: Moref, parameters: readonly XmlElement[]): void {
  const vm = world.get(target.value);
  if (!vm) throw new VsphereFault(method, 'ManagedObjectNotFound', 'gone');
  if (method === 'Destroy_Task') world.delete(target.value);
  if (method === 'PowerOffVM_Task') vm.poweredOn = false;
  if (method === 'MarkAsTemplate') vm.template = true;
  if (method === 'Rename_Task') {
    const name = parameters[0]?.text ?? '';
    if ([...world.values()].some((other) => other !== vm && other.name === name)) {
      throw new VsphereFault(method, 'DuplicateName', 'the name exists');
    }
    vm.name = name;
  }
  if (method === 'ReconfigVM_Task') {
    if (vm.template) throw new VsphereFault(method, 'NotSupported', 'a template');
    for (const option of childrenNamed(parameters[0], 'extraConfig')) {
      vm.extraConfig = { ...vm.extraConfig, [textAt(option, 'key') ?? '']: textAt(option, 'value') ?? '' };
    }
  }
}

function read(world: Map<string, FakeVm>, parameters: readonly XmlElement[]): XmlElement {
  const object = parameters[0]?.children.find(({ name }) => name === 'objectSet')?.children[0];
  const moref = { type: object?.attributes.get('type') ?? '', value: object?.text ?? '' };
  if (moref.type === 'Task') return answer(moref, [property('info.state', value('val', 'success'))]);
  const vm = world.get(moref.value);
  if (!vm) throw new VsphereFault('RetrievePropertiesEx', 'ManagedObjectNotFound', 'gone');
  const options = Object.entries(vm.extraConfig ?? {}).map(([key, setting]) =>
    node('OptionValue', [value('key', key), value('value', setting)]),
  );
  return answer(moref, [
    property('name', value('val', vm.name)),
    property(
      'runtime.powerState',
      value('val', vm.poweredOn ? 'poweredOn' : vm.suspended ? 'suspended' : 'poweredOff'),
    ),
    property('config.template', value('val', vm.template === true)),
    property('config.extraConfig', node('val', options)),
    property(
      'disabledMethod',
      node(
        'val',
        (vm.disabled ?? []).map((method) => value('string', method)),
      ),
    ),
  ]);
}

function answer(moref: Moref, properties: readonly XmlElement[]): XmlElement {
  return node('Response', [node('returnval', [node('objects', [reference('obj', moref), ...properties])])]);
}

function property(path: string, val: XmlElement): XmlElement {
  return node('propSet', [value('name', path), val]);
}
