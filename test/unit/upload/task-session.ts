/** A session whose tasks end at once, as it is told, and which remembers what was asked of it in words. */

import { Agent } from 'node:https';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import type { Moref } from '../../../src/vsphere/wire/moref.ts';
import type { VsphereSession } from '../../../src/vsphere/wire/session.ts';
import { node, reference, value } from '../../../src/vsphere/wire/soap.ts';

export interface TaskSession extends VsphereSession {
  /** Such as `Rename_Task vm-1 ws2019`. */
  readonly asked: readonly string[];
  readonly warnings: readonly string[];
}

/** @param fails what, in the form of `asked`, ends with a fault */
export function taskSession(fails: (call: string) => boolean): TaskSession {
  const asked: string[] = [];
  const warnings: string[] = [];
  const manager = (name: string): Moref => ({ type: name, value: name });
  const session: TaskSession = {
    asked,
    warnings,
    about: { fullName: 'test', apiVersion: '8.0', kind: 'vcenter' },
    url: new URL('https://vc.example.com'),
    signal: new AbortController().signal,
    log: { info: () => {}, warning: (text) => warnings.push(text), debug: () => {}, group: (_title, body) => body() },
    agent: new Agent(),
    cookie: '',
    manager,
    trust: { kind: 'insecure' },
    now: () => new Date(0),
    renew: () => Promise.resolve(),
    bounded: () => session,
    uncancelled: () => session,
    ticket: () => ({ server: 'vc.example.com', tls: {}, cookie: '' }),
    leave: () => {},
    close: () => Promise.resolve(),
    call: (method, target, parameters = []) => {
      if (method === 'RetrievePropertiesEx') {
        const state = node('propSet', [value('name', 'info.state'), value('val', 'success')]);
        const object = node('objects', [reference('obj', { type: 'Task', value: 'task-1' }), state]);
        return Promise.resolve(node('Response', [node('returnval', [object])]));
      }
      const call = [method, target.value, ...parameters.map(({ text }) => text)].join(' ');
      asked.push(call);
      if (fails(call)) return Promise.reject(new VsphereFault(method, 'NoPermission', 'denied'));
      return Promise.resolve(node('Response', [reference('returnval', { type: 'Task', value: 'task-1' })]));
    },
  };
  return session;
}
