import { expect, it } from 'vitest';
import { changePlaces } from '../../../../src/vsphere/vm/change-places.ts';
import { type PlayedAnswer, type PlayedCall, type PlayedObject, playedVsphere, ref } from '../played-vsphere.ts';

const NEW = { vm: ref('VirtualMachine', 'new'), workingName: 'ws.new-1', name: 'ws' };

/** @param refuse what a rename to that name is answered with */
function world(refuse: Readonly<Record<string, PlayedAnswer>> = {}, power = 'poweredOff', signal?: AbortSignal) {
  const vm = (name: string): PlayedObject => ({
    type: 'VirtualMachine',
    properties: { name, 'runtime.powerState': power },
  });
  const renames: string[] = [];
  const session = playedVsphere(
    { new: vm(NEW.workingName), old: vm('ws') },
    {
      ...(signal && { signal }),
      answers: {
        Rename_Task: ({ target, text, objects, cancellable }: PlayedCall): PlayedAnswer => {
          const name = /<newName>(.*)<\/newName>/.exec(text)?.[1] ?? '';
          renames.push(`${target} ${name}${cancellable ? ' (cancellable)' : ''}`);
          if (refuse[`${target} ${name}`] !== undefined) return refuse[`${target} ${name}`];
          const object = objects.get(target);
          if (object) objects.set(target, { ...object, properties: { ...object.properties, name } });
          return undefined;
        },
      },
    },
  );
  const nameOf = (id: string) => session.objects.get(id)?.properties?.name;
  return { session, renames, names: () => [nameOf('new'), nameOf('old')] };
}
const OLD = {
  vm: { moref: ref('VirtualMachine', 'old'), name: 'ws', path: '/DC/vm/ws', properties: new Map() } as never,
  aside: 'ws.old-1',
};

it('gives a name that nobody has', async () => {
  const { session, renames, names } = world();
  await changePlaces(session, NEW, undefined);
  expect([renames, names()]).toEqual([['new ws'], ['ws', 'ws']]);
});

it('sets the old one aside first, whatever becomes of the run', async () => {
  const { session, renames, names } = world();
  await changePlaces(session, NEW, OLD);
  expect(renames).toEqual(['old ws.old-1', 'new ws']);
  expect(names()).toEqual(['ws', 'ws.old-1']);
});

it('takes the name from no machine that runs', async () => {
  const { session, renames } = world({}, 'poweredOn');
  await expect(changePlaces(session, NEW, OLD)).rejects.toMatchObject({
    code: 'vsphere-exists',
    message: '/DC/vm/ws is running, and is not replaced',
  });
  expect(renames).toEqual([]);
});

it('takes the name from nobody who has lost it meanwhile', async () => {
  const { session, renames } = world();
  session.objects.set('old', {
    type: 'VirtualMachine',
    properties: { name: 'ws.previous-7', 'runtime.powerState': 'poweredOff' },
  });
  await expect(changePlaces(session, NEW, OLD)).rejects.toMatchObject({
    code: 'vsphere-exists',
    message: 'Somebody has made a VM called ws meanwhile',
  });
  expect(renames).toEqual([]);
});

it('leaves the old one aside where its name is taken by now, and says that this is so', async () => {
  const { session, names } = world({ 'new ws': 'DuplicateName', 'old ws': 'DuplicateName' });
  await expect(changePlaces(session, NEW, OLD)).rejects.toMatchObject({ code: 'vsphere-exists' });
  expect(names()).toEqual([NEW.workingName, 'ws.old-1']);
  expect(session.said.warning).toEqual([]);
  expect(session.said.info).toEqual(['/DC/vm/ws stays ws.old-1: ws is another VM by now']);
});

it.each([
  ['with nobody before it', undefined],
  ['though the old one was set aside', OLD],
])('says that somebody was quicker, %s', async (_what, old) => {
  const { session, names } = world({ 'new ws': 'DuplicateName' });
  await expect(changePlaces(session, NEW, old)).rejects.toMatchObject({
    code: 'vsphere-exists',
    message: 'Somebody has made a VM called ws meanwhile',
  });
  expect(names()).toEqual([NEW.workingName, 'ws']);
});

it('gives both their names back when it is refused', async () => {
  const { session, renames, names } = world({ 'new ws': 'NoPermission' });
  await expect(changePlaces(session, NEW, OLD)).rejects.toMatchObject({ type: 'NoPermission' });
  expect(renames).toEqual(['old ws.old-1', 'new ws', 'old ws']);
  expect(names()).toEqual([NEW.workingName, 'ws']);
});

it('gives both their names back when the run is cancelled, and leaves those alone that have them', async () => {
  const cancelled = AbortSignal.abort(new Error('cancelled'));
  const both = world({}, 'poweredOff', cancelled);
  await expect(changePlaces(both.session, NEW, OLD)).rejects.toThrow('cancelled');
  expect(both.renames).toEqual(['old ws.old-1', 'new ws', 'new ws.new-1', 'old ws']);
  expect(both.names()).toEqual([NEW.workingName, 'ws']);
  const alone = world({}, 'poweredOff', cancelled);
  await expect(changePlaces(alone.session, NEW, undefined)).rejects.toThrow('cancelled');
  expect(alone.renames).toEqual(['new ws']);
});

it('says who has which name where one could not be given back', async () => {
  const { session } = world({ 'new ws': 'NoPermission', 'old ws': 'NoPermission' });
  await expect(changePlaces(session, NEW, OLD)).rejects.toMatchObject({ type: 'NoPermission' });
  expect(session.said.warning).toHaveLength(1);
  expect(session.said.warning[0]).toMatch(
    /^\/DC\/vm\/ws is now called ws\.old-1 and could not be given its name back \(.*NoPermission.*\): the next run for ws does it\.$/,
  );
});
