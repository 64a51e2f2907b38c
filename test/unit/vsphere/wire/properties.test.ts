import { describe, expect, it } from 'vitest';
import { VsphereFault } from '../../../../src/vsphere/wire/fault.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { readContained, readMembers, readProperties } from '../../../../src/vsphere/wire/properties.ts';
import type { VsphereSession } from '../../../../src/vsphere/wire/session.ts';
import { node } from '../../../../src/vsphere/wire/soap.ts';
import { renderXml, type XmlElement } from '../../../../src/xml/xml-element.ts';
import { playedVsphere, ref, xml } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const lost = (): PassingError => new PassingError('vsphere-unreachable', 'lost', 'x', { taken: true });
const object = (id: string, name: string): string =>
  `<objects><obj type="VirtualMachine">${id}</obj><propSet><name>name</name><val>${name}</val></propSet></objects>`;
const page = (content: string): XmlElement => node('Response', xml(`<returnval>${content}</returnval>`));

/** A server whose session was ended and is another one when it answers so. */
class Renewed extends VsphereFault {}
const renewed = (type: string): Renewed => new Renewed('RetrievePropertiesEx', type, type);

/** A collector that answers its calls one after the other. */
function collector(...answers: readonly (XmlElement | Error)[]): {
  session: VsphereSession;
  calls: string[];
  renewed: () => number;
} {
  const base = playedVsphere({});
  const calls: string[] = [];
  let renewals = 0;
  const session: VsphereSession = {
    ...base,
    get cookie() {
      return `session-${renewals}`;
    },
    uncancelled: () => session,
    renew: () => {
      renewals += 1;
      return Promise.resolve();
    },
    call: (method, target, parameters = []) => {
      calls.push([method, target.value, ...parameters.map(renderXml)].join(' '));
      const answer = answers[calls.length - 1];
      if (answer instanceof Renewed) renewals += 1;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? node('Response'));
    },
  };
  return { session, calls, renewed: () => renewals };
}

describe('readProperties', () => {
  it('asks for these paths of this object and no others', async () => {
    const { session, calls } = collector(page(object('vm-1', 'ws')));
    const properties = await readProperties(session, VM, ['name', 'parent']);
    expect([...properties.keys()]).toEqual(['name']);
    expect(properties.get('name')?.text).toBe('ws');
    expect(calls).toEqual([
      'RetrievePropertiesEx propertyCollector <specSet><propSet><type>VirtualMachine</type><all>false</all><pathSet>name</pathSet><pathSet>parent</pathSet></propSet><objectSet><obj type="VirtualMachine">vm-1</obj></objectSet></specSet> <options></options>',
    ]);
  });

  it('takes an object that is not in the answer for one that is gone', async () => {
    await expect(readProperties(collector(page('')).session, VM, ['name'])).rejects.toMatchObject({
      type: 'ManagedObjectNotFound',
      operation: 'RetrievePropertiesEx',
      message: 'VirtualMachine vm-1 does not exist',
    });
  });

  it('leaves out what has no value', async () => {
    const odd =
      '<objects><obj type="VirtualMachine">vm-1</obj><propSet><name>a</name></propSet><propSet><val>x</val></propSet></objects>';
    expect(
      [...(await readProperties(collector(page(odd)).session, VM, ['a'])).entries()].map(([path, { text }]) => [
        path,
        text,
      ]),
    ).toEqual([['', 'x']]);
  });

  it('takes what may not be read for not set, but not for that when there is no session', async () => {
    const missing = (fault: string): XmlElement =>
      page(
        object('vm-1', 'ws').replace(
          '</objects>',
          `<missingSet><path>parent</path><fault><fault xsi:type="${fault}"/></fault></missingSet></objects>`,
        ),
      );
    expect((await readProperties(collector(missing('NoPermission')).session, VM, ['name'])).size).toBe(1);
    const ended = collector(missing('NotAuthenticated'), missing('NotAuthenticated'), page(object('vm-1', 'ws')));
    expect((await readProperties(ended.session, VM, ['name'])).size).toBe(1);
    expect(ended.renewed()).toBe(2);
    const always = collector(...Array.from({ length: 4 }, () => missing('NotAuthenticated')));
    await expect(readProperties(always.session, VM, ['name'])).rejects.toMatchObject({ type: 'NotAuthenticated' });
    expect([always.calls.length, always.renewed()]).toEqual([3, 2]);
  });

  it('begins anew when an answer is lost, three times in all', async () => {
    const { session, calls } = collector(lost(), lost(), page(object('vm-1', 'ws')));
    expect((await readProperties(session, VM, ['name'])).size).toBe(1);
    expect(calls).toHaveLength(3);
    const never = collector(lost(), lost(), lost(), page(object('vm-1', 'ws')));
    await expect(readProperties(never.session, VM, ['name'])).rejects.toThrow('lost');
    const other = collector(new Error('other'), page(object('vm-1', 'ws')));
    await expect(readProperties(other.session, VM, ['name'])).rejects.toThrow('other');
  });
});

describe('readMembers', () => {
  it('reads page after page, from the first again when one is lost', async () => {
    const { session, calls } = collector(
      page(`${object('vm-1', 'a')}<token>t1</token>`),
      lost(),
      page(`${object('vm-1', 'a')}<token>t2</token>`),
      page(`${object('vm-2', 'b')}<token></token>`),
    );
    const found = await readMembers(session, ref('TaskManager', 'tm'), 'recentTask', { VirtualMachine: ['name'] });
    expect(found.map(({ moref }) => moref.value)).toEqual(['vm-1', 'vm-2']);
    expect(calls.map((call) => call.split(' <')[0])).toEqual([
      'RetrievePropertiesEx propertyCollector',
      'ContinueRetrievePropertiesEx propertyCollector',
      'RetrievePropertiesEx propertyCollector',
      'ContinueRetrievePropertiesEx propertyCollector',
    ]);
    expect(calls[3]).toContain('<token>t2</token>');
    expect(calls[0]).toContain(
      '<objectSet><obj type="TaskManager">tm</obj><skip>true</skip><selectSet xsi:type="TraversalSpec"><name>recentTask</name><type>TaskManager</type><path>recentTask</path><skip>false</skip></selectSet></objectSet>',
    );
  });

  it('reads from the first page again when its token ended with the session', async () => {
    const { session, calls } = collector(
      page(`${object('vm-1', 'a')}<token>t1</token>`),
      renewed('InvalidArgument'),
      page(object('vm-2', 'b')),
    );
    const found = await readMembers(session, ref('TaskManager', 'tm'), 'recentTask', { VirtualMachine: ['name'] });
    expect(found.map(({ moref }) => moref.value)).toEqual(['vm-2']);
    expect(calls).toHaveLength(3);
    const same = collector(new VsphereFault('RetrievePropertiesEx', 'InvalidArgument', 'x'), page(''));
    await expect(readMembers(same.session, VM, 'x', {})).rejects.toMatchObject({ type: 'InvalidArgument' });
  });

  it('leaves out what names no object', async () => {
    expect(await readMembers(collector(page('<objects/>')).session, VM, 'x', {})).toEqual([]);
  });
});

describe('readContained', () => {
  const view = node('Response', xml('<returnval type="ContainerView">v-1</returnval>'));

  it('makes a view, reads it, and removes it', async () => {
    const { session, calls } = collector(view, page(object('vm-1', 'a')), node('Response'));
    await readContained(session, ref('Folder', 'root'), { VirtualMachine: ['name'], Folder: [] });
    expect(calls.map((call) => call.replace(/<specSet>.*/, ''))).toEqual([
      'CreateContainerView viewManager <container type="Folder">root</container> <type>VirtualMachine</type> <type>Folder</type> <recursive>true</recursive>',
      'RetrievePropertiesEx propertyCollector ',
      'DestroyView v-1',
    ]);
    expect(calls[1]).toContain(
      '<obj type="ContainerView">v-1</obj><skip>true</skip><selectSet xsi:type="TraversalSpec"><name>view</name>',
    );
  });

  it('removes the view when reading fails, and does not mind when that fails', async () => {
    const { session, calls } = collector(view, new Error('broken'), new Error('gone'));
    await expect(readContained(session, ref('Folder', 'root'), {})).rejects.toThrow('broken');
    expect(calls.at(-1)).toBe('DestroyView v-1');
  });

  const gone = new VsphereFault('RetrievePropertiesEx', 'ManagedObjectNotFound', 'gone');

  it('makes another view when the first ended with its session, but not for ever', async () => {
    const second = node('Response', xml('<returnval type="ContainerView">v-2</returnval>'));
    const { session, calls } = collector(
      ...[view, renewed('ManagedObjectNotFound'), gone, gone],
      ...[second, page(object('vm-1', 'a')), node('Response')],
    );
    const found = await readContained(session, ref('Folder', 'root'), { VirtualMachine: ['name'] });
    expect(found.map(({ moref }) => moref.value)).toEqual(['vm-1']);
    expect(calls.map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual([
      'CreateContainerView viewManager',
      'RetrievePropertiesEx propertyCollector',
      'RetrievePropertiesEx propertyCollector',
      'DestroyView v-1',
      'CreateContainerView viewManager',
      'RetrievePropertiesEx propertyCollector',
      'DestroyView v-2',
    ]);
    const lostView = [view, renewed('ManagedObjectNotFound'), gone, gone];
    const always = collector(...lostView, ...lostView, ...lostView, view, page(''));
    await expect(readContained(always.session, ref('Folder', 'root'), {})).rejects.toBe(gone);
    expect(always.calls.filter((call) => call.startsWith('CreateContainerView'))).toHaveLength(3);
  });

  it('makes no other view when it cannot be read in one session', async () => {
    const { session, calls } = collector(view, gone, node('Response'), view, page(''));
    await expect(readContained(session, ref('Folder', 'root'), {})).rejects.toBe(gone);
    expect(calls).toHaveLength(3);
  });

  it('needs a view', async () => {
    await expect(readContained(collector().session, ref('Folder', 'root'), {})).rejects.toMatchObject({
      type: 'RuntimeFault',
      operation: 'CreateContainerView',
      message: 'the server created no view',
    });
  });
});
