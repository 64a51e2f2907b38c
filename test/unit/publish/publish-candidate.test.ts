import { describe, expect, it } from 'vitest';
import type { HoldKind } from '../../../src/context.ts';
import { type Publication, publishCandidate, readReleases } from '../../../src/publish/publish-candidate.ts';
import { PUBLISHED_KEY } from '../../../src/publish/releases.ts';
import { formatReleaseMark, RELEASE_KEY } from '../../../src/vsphere/vm/release-mark.ts';
import { readVmFacts } from '../../../src/vsphere/vm/vm-facts.ts';
import {
  PLAYED_NOW,
  type PlayedAnswer,
  type PlayedCall,
  type PlayedObject,
  type PlayedOptions,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
} from '../vsphere/played-vsphere.ts';

const FOLDER = ref('Folder', 'group-v1');
const OTHER = ref('Folder', 'group-v2');
const PUBLICATION: Publication = {
  name: 'ws',
  template: true,
  folder: FOLDER,
  folderPath: '/DC/vm',
  run: '4711',
  notes: 'What it is',
  keep: 1,
};

function vm(name: string, published?: string, folder = FOLDER, template = true): PlayedObject {
  const mark = formatReleaseMark({ name: 'ws', run: '1', ova: '0'.repeat(64), expires: new Date(0) });
  const extra = { [RELEASE_KEY]: mark, ...(published !== undefined && { [PUBLISHED_KEY]: published }) };
  return {
    type: 'VirtualMachine',
    properties: {
      name,
      parent: folder,
      'runtime.powerState': 'poweredOff',
      'config.template': String(template),
      'config.extraConfig': settings(extra),
    },
  };
}

const CANDIDATE = vm('ws.candidate-4711', undefined, FOLDER, false);
const FOLDERS = {
  'group-v1': { type: 'Folder', properties: { name: 'vm', childType: '<string>VirtualMachine</string>' } },
};

/** Renames and removes as vSphere does. */
function carryOut(method: string): (call: PlayedCall) => PlayedAnswer {
  return ({ target, text, objects }) => {
    const object = objects.get(target);
    if (method === 'Destroy_Task') objects.delete(target);
    else if (object) {
      const name = /<newName>(.*)<\/newName>/.exec(text)?.[1] ?? '';
      objects.set(target, { ...object, properties: { ...object.properties, name } });
    }
    return undefined;
  };
}

function world(vms: Readonly<Record<string, PlayedObject>>, options: PlayedOptions = {}): PlayedVsphere {
  const answers = { Rename_Task: carryOut('Rename_Task'), Destroy_Task: carryOut('Destroy_Task'), ...options.answers };
  return playedVsphere({ ...FOLDERS, new: CANDIDATE, ...vms }, { ...options, answers });
}

interface Held {
  readonly kind: string;
  readonly data: unknown;
  settled: boolean;
}

async function publish(session: PlayedVsphere, more: Partial<Publication> = {}) {
  const held: Held[] = [];
  const hold = <Data>(kind: HoldKind<Data>, data: Data): (() => void) => {
    const one: Held = { kind: kind.kind, data, settled: false };
    held.push(one);
    return () => {
      one.settled = true;
    };
  };
  const facts = await readVmFacts(session, ref('VirtualMachine', 'new'));
  const published = await publishCandidate(session, facts, { ...PUBLICATION, ...more }, { hold });
  return { published, held };
}

const renames = ({ asked }: PlayedVsphere): string[] =>
  asked.filter((call) => /^(Rename|Destroy)/.test(call)).map((call) => call.replaceAll(/<\/?newName>/g, ''));

describe('publishCandidate where nobody has the name', () => {
  it('notes, marks and renames, in this order, and holds nothing', async () => {
    const session = world({});
    const { published, held } = await publish(session);
    expect(published).toEqual({ replaced: [], removed: [] });
    expect(held).toEqual([]);
    expect(session.asked.map((call) => call.split(' ')[0])).toEqual([
      'ReconfigVM_Task',
      'MarkAsTemplate',
      'Rename_Task',
    ]);
    expect(session.asked[0]).toContain('<annotation>What it is</annotation>');
    expect(session.asked[0]).toContain(`<key>${PUBLISHED_KEY}</key>`);
    expect(session.asked[0]).toContain(PLAYED_NOW.toISOString());
    expect(renames(session)).toEqual(['Rename_Task new ws']);
  });

  it('marks no template where a VM is wanted', async () => {
    const session = world({});
    await publish(session, { template: false });
    expect(session.asked.some((call) => call.startsWith('MarkAsTemplate'))).toBe(false);
  });

  it('does not do again what an interrupted run has done: a template takes no notes', async () => {
    const session = world({ new: vm('ws.candidate-4711', '2026-11-28') });
    await publish(session);
    expect(session.asked.map((call) => call.split(' ')[0])).toEqual(['Rename_Task']);
  });

  it('moves it only where it does not lie there yet', async () => {
    const session = world({ new: vm('ws.candidate-4711', undefined, OTHER, false) });
    await publish(session);
    expect(session.asked[1]).toBe('MoveIntoFolder_Task group-v1 <list type="VirtualMachine">new</list>');
  });

  it('gives the name back first that a killed run has set aside', async () => {
    const session = world({ old: vm('ws.previous-4710', '2026-10') });
    const { published } = await publish(session);
    expect(renames(session)).toEqual(['Rename_Task old ws', 'Rename_Task old ws.previous-4711', 'Rename_Task new ws']);
    expect(published.replaced).toEqual([{ vm: 'old', name: 'ws.previous-4711' }]);
  });
});

describe('publishCandidate in the place of another', () => {
  it('sets it aside, holds that, and keeps as many as it was told', async () => {
    const session = world({ old: vm('ws', '2026-10'), older: vm('ws.previous-4600', '2026-09') });
    const { published, held } = await publish(session);
    expect(renames(session)).toEqual(['Rename_Task old ws.previous-4711', 'Rename_Task new ws', 'Destroy_Task older']);
    expect(published).toEqual({
      replaced: [{ vm: 'old', name: 'ws.previous-4711' }],
      removed: [{ vm: 'older', name: 'ws.previous-4600' }],
    });
    const data = { ticket: session.ticket(), folder: FOLDER, name: 'ws', aside: 'ws.previous-4711' };
    expect(held).toEqual([{ kind: 'publication', data, settled: true }]);
    expect(session.said.info).toEqual([
      '/DC/vm/ws (new) is published',
      expect.stringMatching(/ws\.previous-4600: 1 older release is kept$/),
    ]);
  });

  it('finds a free name where this run has set one aside already', async () => {
    const aside = { one: vm('WS.previous-4711', '2026-09'), two: vm('ws.previous-4711a', '2026-09') };
    const session = world({ old: vm('ws', '2026-10'), ...aside });
    const { published } = await publish(session, { keep: 9 });
    expect(published.replaced).toEqual([{ vm: 'old', name: 'ws.previous-4711b' }]);
  });

  it('leaves what was held to whoever comes when it fails, and the old one with its name', async () => {
    const refuse = ({ target, ...call }: PlayedCall): PlayedAnswer =>
      target === 'new' ? 'NoPermission' : carryOut('Rename_Task')({ target, ...call });
    const session = world({ old: vm('ws', '2026-10') }, { answers: { Rename_Task: refuse } });
    await expect(publish(session)).rejects.toMatchObject({ type: 'NoPermission' });
    expect(session.objects.get('old')?.properties?.name).toBe('ws');
  });

  it.each(['ReconfigVM_Task', 'MoveIntoFolder_Task', 'MarkAsTemplate'])(
    'stops after %s when the run is cancelled, with all names as they were',
    async (method) => {
      const run = new AbortController();
      const cancel = (): undefined => run.abort(new Error('cancelled')) as undefined;
      const session = world(
        { old: vm('ws', '2026-10'), new: vm('ws.candidate-4711', undefined, OTHER, false) },
        { answers: { [method]: cancel }, signal: run.signal },
      );
      await expect(publish(session)).rejects.toThrow('cancelled');
      expect(renames(session)).toEqual([]);
      expect(session.asked.filter((call) => !call.startsWith('CancelTask')).at(-1)).toMatch(new RegExp(`^${method}`));
    },
  );
});

it('reads of all machines whether they run, and of folders what they take', async () => {
  const session = world({});
  await readReleases(session);
  expect(session.read.join('\n')).toMatch(/VirtualMachine: name parent runtime\.powerState/);
  expect(session.read.join('\n')).toMatch(/Folder: name parent childType/);
});
