import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { assertPrivileges, roleLine } from '../../../../src/vsphere/access/assert-privileges.ts';
import { PassingError } from '../../../../src/vsphere/wire/passing-error.ts';
import { type PlayedAnswer, type PlayedVsphere, playedVsphere, ref, xml } from '../played-vsphere.ts';

const FOLDER = ref('Folder', 'group-v1');
const POOL = ref('ResourcePool', 'pool-1');
const STORE = ref('Datastore', 'store-1');
const PLACES = { pool: [[POOL]], folder: [[FOLDER]], machine: [[FOLDER, POOL]], datastore: [[STORE]] };
const session = (answer: () => PlayedAnswer, key = '<key>k-1</key>'): PlayedVsphere =>
  playedVsphere(
    { sessionManager: { type: 'sessionManager', properties: { currentSession: key } } },
    { answers: { HasPrivilegeOnEntities: answer } },
  );
/** What is not granted, by entity. */
const denied = (entities: Readonly<Record<string, readonly string[]>>) => (): PlayedAnswer =>
  xml(
    Object.entries(entities)
      .map(
        ([id, privileges]) =>
          `<returnval><entity type="X">${id}</entity>${privileges.map((one) => `<privAvailability><privId>${one}</privId><isGranted>false</isGranted></privAvailability>`).join('')}<privAvailability><privId>VApp.Import</privId><isGranted>true</isGranted></privAvailability></returnval>`,
      )
      .join(''),
  );
const upload = (played: PlayedVsphere, conditions: readonly 'with `as: template`'[] = []): Promise<void> =>
  assertPrivileges(played, 'upload-esxi', { places: PLACES, conditions: ['unless `as: library-item`', ...conditions] });

it('asks once, for the session that is current, what is needed here on each object', async () => {
  const played = session(denied({}));
  await upload(played);
  expect(played.read).toContain('sessionManager: currentSession');
  expect(played.asked).toHaveLength(1);
  const [asked] = played.asked;
  expect(asked).toMatch(
    /^HasPrivilegeOnEntities authorizationManager <entity type="ResourcePool">pool-1<\/entity><entity type="Folder">group-v1<\/entity><entity type="Datastore">store-1<\/entity><sessionId>k-1<\/sessionId><privId>VApp.Import<\/privId>/,
  );
  expect(asked).toContain('<privId>Datastore.AllocateSpace</privId>');
  expect(asked).not.toContain('MarkAsTemplate');
  expect(asked?.match(/Resource.AssignVMToPool/g)).toHaveLength(1);
  const template = session(denied({}));
  await upload(template, ['with `as: template`']);
  expect(template.asked[0]).toContain('<privId>VirtualMachine.Provisioning.MarkAsTemplate</privId>');
});

it('names each privilege that is missing with its object, and the role that has all', async () => {
  const missing = { 'store-1': ['Datastore.AllocateSpace'], 'group-v1': ['VirtualMachine.Inventory.Create'] };
  await expect(upload(session(denied(missing)))).rejects.toMatchObject({
    code: 'vsphere-refused',
    message:
      'The account lacks privileges that upload-esxi needs here, and nothing was begun: VirtualMachine.Inventory.Create on Folder group-v1; Datastore.AllocateSpace on Datastore store-1',
    hint: expect.stringMatching(
      /govc role\.create stillframe Datastore\.AllocateSpace Network\.Assign Resource\.AssignVMToPool VApp\.Import VirtualMachine\.Config\.AddNewDisk .*VirtualMachine\.Inventory\.Delete \(govc role\.update/,
    ) as unknown,
  });
});

describe('a VM that is going to be made', () => {
  const rename = 'VirtualMachine.Config.Rename';

  it('gets what its folder or its pool has', async () => {
    await upload(session(denied({ 'group-v1': [rename] })));
    await upload(session(denied({ 'pool-1': [rename] })));
  });

  it('has nothing where neither has it', async () => {
    await expect(upload(session(denied({ 'pool-1': [rename], 'group-v1': [rename] })))).rejects.toThrow(
      'VirtualMachine.Config.Rename on Folder group-v1 or ResourcePool pool-1',
    );
  });
});

it('refuses nothing for what an action only tells, nor for a place that is not known', async () => {
  const played = session(denied({ 'store-1': ['Datastore.Browse', 'Datastore.FileManagement'] }));
  await assertPrivileges(played, 'audit-templates', { places: PLACES, conditions: ['to look at disks from outside'] });
  await assertPrivileges(played, 'upload-esxi', { places: {}, conditions: ['unless `as: library-item`'] });
  await assertPrivileges(played, 'upload-esxi', {
    places: { network: [], folder: [[]] },
    conditions: ['unless `as: library-item`'],
  });
  expect(played.asked).toEqual([]);
});

describe('a server that does not say', () => {
  it.each(['NoPermission', 'MethodNotFound', 'InvalidArgument'])('lets through: %s', async (fault) => {
    const played = session(() => fault);
    await upload(played);
    expect(played.said.debug[0]).toContain(`${fault} it is`);
  });

  it('lets through where it has no such manager, as a server of old', async () => {
    const none = new UserError('vsphere-refused', 'no authorizationManager', 'x');
    await upload(session(() => none));
  });

  it('lets through where it knows no current session', async () => {
    const played = session(denied({ 'store-1': ['Datastore.AllocateSpace'] }), '');
    await upload(played);
    expect(played.asked).toEqual([]);
    expect(played.said.debug[0]).toContain('no session is current');
  });

  it('is another thing than one that is away, or has ended the session', async () => {
    const away = new PassingError('vsphere-unreachable', 'away', 'x', { taken: true });
    await expect(upload(session(() => away))).rejects.toBe(away);
    await expect(upload(session(() => 'NotAuthenticated'))).rejects.toMatchObject({ type: 'NotAuthenticated' });
  });
});

it('writes the role in the order of the alphabet', () => {
  expect(roleLine(['B.b', 'A.a'])).toBe('govc role.create stillframe A.a B.b');
});
