import { describe, expect, it } from 'vitest';
import {
  assertCardsOn,
  findNetwork,
  readCardStates,
  restoreCards,
  setNetworkCards,
} from '../../../../src/vsphere/vm/vm-network.ts';
import { type PlayedObject, type PlayedVsphere, playedVsphere, ref } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const card = (type: string, connect = true, more = ''): string =>
  `<VirtualDevice xsi:type="${type}"><key>4000</key><deviceInfo><label>Network adapter 1</label></deviceInfo><backing xsi:type="Old"><deviceName>old</deviceName></backing>${more}<connectable><startConnected>${connect}</startConnected><connected>${connect}</connected></connectable><macAddress>m</macAddress></VirtualDevice>`;

/** The server carries out what it is asked, or does not. */
function world(devices: string, others: Readonly<Record<string, PlayedObject>> = {}, obeys = true): PlayedVsphere {
  return playedVsphere(
    { 'vm-1': { type: 'VirtualMachine', properties: { 'config.hardware.device': devices } }, ...others },
    {
      answers: {
        ReconfigVM_Task: ({ objects }) => {
          const now = devices.replaceAll('>true<', '>false<');
          if (obeys) objects.set('vm-1', { type: 'VirtualMachine', properties: { 'config.hardware.device': now } });
          return undefined;
        },
      },
    },
  );
}
const connectable = (on: boolean): string =>
  `<connectable><startConnected>${on}</startConnected><allowGuestControl>${on}</allowGuestControl><connected>${on}</connected></connectable>`;
const change = (type: string, backing: string, on: boolean): string =>
  `<deviceChange xsi:type="VirtualDeviceConfigSpec"><operation>edit</operation><device xsi:type="${type}"><key>4000</key><deviceInfo><label>Network adapter 1</label></deviceInfo>${backing}${connectable(on)}<macAddress>m</macAddress></device></deviceChange>`;
const OLD = '<backing xsi:type="Old"><deviceName>old</deviceName></backing>';

describe('what the cards were', () => {
  const guarded = card('VirtualVmxnet3', false).replace(
    '<connected>',
    '<allowGuestControl>false</allowGuestControl><connected>',
  );

  it('is read: whether they connect, and whether the guest may do it, which a server that does not say it allows', async () => {
    const backing = OLD;
    const base = { key: 4000, backing };
    const states = await readCardStates(world(card('VirtualVmxnet3') + guarded), VM);
    expect(states.map((state) => ({ ...state, backing: state.backing.replaceAll(/ xmlns:\w+="[^"]*"/g, '') }))).toEqual(
      [
        { ...base, startConnected: true, allowGuestControl: true },
        { ...base, startConnected: false, allowGuestControl: false },
      ],
    );
  });

  it('is put back, where it is another by now', async () => {
    const was = await readCardStates(world(guarded), VM);
    const same = world(guarded);
    await restoreCards(same, VM, was);
    expect(same.asked).toEqual([]);
    const now = world(card('VirtualVmxnet3'));
    await restoreCards(now, VM, was);
    expect(now.asked).toHaveLength(1);
    expect(now.asked[0]).toContain(
      '<startConnected>false</startConnected><allowGuestControl>false</allowGuestControl>',
    );
    expect(now.asked[0]).toContain('<deviceName>old</deviceName>');
    const gone = world('');
    await restoreCards(gone, VM, was);
    expect(gone.asked).toEqual([]);
  });
});

describe('setNetworkCards', () => {
  it.each([
    'VirtualE1000',
    'VirtualE1000e',
    'VirtualPCNet32',
    'VirtualVmxnet',
    'VirtualVmxnet2',
    'VirtualVmxnet3',
    'VirtualVmxnet3Vrdma',
    'VirtualSriovEthernetCard',
    'VirtualEthernetCard',
    'VirtualCardOfTomorrow',
  ])('cuts off a %s, which stays as it is otherwise', async (type) => {
    const session = world(card(type));
    expect(await setNetworkCards(session, VM, undefined)).toBe(1);
    expect(session.asked).toEqual([`ReconfigVM_Task vm-1 <spec>${change(type, OLD, false)}</spec>`]);
  });

  it.each(['VirtualDisk', 'xVirtualE1000', 'VirtualSriov'])(
    'takes no %s for a card, which has no address of one',
    async (type) => {
      const session = world(card(type).replace('<macAddress>m</macAddress>', ''));
      expect(await setNetworkCards(session, VM, undefined)).toBe(0);
      expect(session.asked).toEqual([]);
      expect(await setNetworkCards(playedVsphere({ 'vm-1': { type: 'VirtualMachine' } }), VM, undefined)).toBe(0);
    },
  );

  it('puts every card on a network, by its name', async () => {
    const session = world(card('VirtualVmxnet3') + card('VirtualE1000e'), {
      n: { type: 'Network', properties: { name: 'lab' } },
    });
    expect(await setNetworkCards(session, VM, ref('Network', 'n'))).toBe(2);
    const backing =
      '<backing xsi:type="VirtualEthernetCardNetworkBackingInfo"><deviceName>lab</deviceName><network type="Network">n</network></backing>';
    expect(session.asked).toEqual([
      `ReconfigVM_Task vm-1 <spec>${change('VirtualVmxnet3', backing, true)}${change('VirtualE1000e', backing, true)}</spec>`,
    ]);
    const nameless = world(card('VirtualVmxnet3'), { n: { type: 'Network' } });
    await setNetworkCards(nameless, VM, ref('Network', 'n'));
    expect(nameless.asked[0]).toContain('<deviceName>n</deviceName>');
  });

  it('knows a card by its kind where it has no address yet', async () => {
    const session = world(card('VirtualVmxnet3').replace('<macAddress>m</macAddress>', ''));
    expect(await setNetworkCards(session, VM, undefined)).toBe(1);
  });

  it('puts a card on a network of NSX, by what NSX calls it', async () => {
    const summary = '<opaqueNetworkId>ls-1</opaqueNetworkId><opaqueNetworkType>nsx.LogicalSwitch</opaqueNetworkType>';
    const session = world(card('VirtualVmxnet3'), {
      o: { type: 'OpaqueNetwork', properties: { name: 'seg', summary } },
    });
    expect(await setNetworkCards(session, VM, ref('OpaqueNetwork', 'o'))).toBe(1);
    expect(session.asked[0]).toContain(
      `<backing xsi:type="VirtualEthernetCardOpaqueNetworkBackingInfo">${summary}</backing>`,
    );
  });

  it('puts a card on a port group, by its switch', async () => {
    const group = ref('DistributedVirtualPortgroup', 'pg');
    const others = {
      pg: {
        type: group.type,
        properties: { config: '<key>pg-key</key><distributedVirtualSwitch type="Vds">vds</distributedVirtualSwitch>' },
      },
      vds: { type: 'Vds', properties: { uuid: '50 0e' } },
    };
    const session = world(card('VirtualVmxnet3'), others);
    await setNetworkCards(session, VM, group);
    const port = (uuid: string, key: string): string =>
      `<backing xsi:type="VirtualEthernetCardDistributedVirtualPortBackingInfo"><port><switchUuid>${uuid}</switchUuid><portgroupKey>${key}</portgroupKey></port></backing>`;
    expect(session.asked[0]).toContain(port('50 0e', 'pg-key'));
    const bare = world(card('VirtualVmxnet3'), { pg: { type: group.type } });
    await setNetworkCards(bare, VM, group);
    expect(bare.asked[0]).toContain(port('', 'pg'));
  });

  it.each([
    ['Network adapter 1', card('VirtualVmxnet3')],
    ['a network card', card('VirtualVmxnet3').replace(/<deviceInfo>.*<\/deviceInfo>/, '')],
    ['Network adapter 1', card('VirtualVmxnet3').replace('<startConnected>true', '<startConnected>false')],
    ['Network adapter 1', card('VirtualVmxnet3').replace('<connected>true', '<connected>false')],
  ])('says that the server left %s connected', async (name, device) => {
    await expect(setNetworkCards(world(device, {}, false), VM, undefined)).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: `The server left ${name} of vm-1 connected, which was to be cut off`,
      hint: expect.stringContaining('input network'),
    });
  });

  it('does not mind a card that is connected where it was to be', async () => {
    const session = world(card('VirtualVmxnet3'), { n: { type: 'Network', properties: { name: 'lab' } } }, false);
    expect(await setNetworkCards(session, VM, ref('Network', 'n'))).toBe(1);
  });
});

describe('findNetwork', () => {
  const at = (type: string, name: string, parent: string): PlayedObject => ({
    type,
    properties: { name, parent: ref('x', parent) },
  });
  const session = playedVsphere({
    dc: { type: 'Datacenter', properties: { name: 'DC0' } },
    dc1: { type: 'Datacenter', properties: { name: 'DC01' } },
    n: at('Network', 'lab', 'dc'),
    p: at('DistributedVirtualPortgroup', 'lab', 'dc1'),
  });

  it('looks in the datacenter, or in all', async () => {
    expect(await findNetwork(session, 'DC0', 'lab')).toEqual(ref('Network', 'n'));
    expect(await findNetwork(session, 'DC01', 'lab')).toEqual(ref('DistributedVirtualPortgroup', 'p'));
    await expect(findNetwork(session, '', 'lab')).rejects.toMatchObject({
      code: 'vsphere-ambiguous',
      message: expect.stringContaining('More than one network is called lab'),
      hint: expect.stringContaining('input network'),
    });
    await expect(findNetwork(session, 'DC', 'lab')).rejects.toMatchObject({ code: 'vsphere-not-found' });
  });
});

describe('assertCardsOn', () => {
  const on = (backing: string): string =>
    `<VirtualDevice xsi:type="VirtualVmxnet3"><key>4000</key><deviceInfo><label>Network adapter 1</label></deviceInfo><backing>${backing}</backing></VirtualDevice>`;
  const network = (id: string): string => on(`<network type="Network">${id}</network>`);
  const group = (key: string): string => on(`<port><portgroupKey>${key}</portgroupKey></port>`);
  const others = {
    n: { type: 'Network', properties: { name: 'lab' } },
    pg: { type: 'DistributedVirtualPortgroup', properties: { config: '<key>pg-key</key>' } },
  };
  const check = (devices: string, type: string, id: string): Promise<void> =>
    assertCardsOn(world(devices, others), VM, ref(type, id));

  it('is content where all hang on it', async () => {
    await check(network('n') + network('n'), 'Network', 'n');
    await check(group('pg-key'), 'DistributedVirtualPortgroup', 'pg');
    await check('', 'Network', 'n');
  });

  it('names a card that hangs on another', async () => {
    await expect(check(network('n') + network('other'), 'Network', 'n')).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: 'Network adapter 1 of vm-1 hangs on another network than the one that was named',
    });
    await expect(check(group('other'), 'DistributedVirtualPortgroup', 'pg')).rejects.toMatchObject({
      code: 'vsphere-refused',
    });
    await expect(check(on(''), 'Network', 'n')).rejects.toMatchObject({ code: 'vsphere-refused' });
  });
});

describe('a network of NSX', () => {
  const summary = '<opaqueNetworkId>ls-1</opaqueNetworkId><opaqueNetworkType>nsx.LogicalSwitch</opaqueNetworkType>';
  const others = (logicalSwitch: string): Readonly<Record<string, PlayedObject>> => ({
    o: { type: 'OpaqueNetwork', properties: { summary } },
    pg: {
      type: 'DistributedVirtualPortgroup',
      properties: { config: `<key>pg</key><logicalSwitchUuid>${logicalSwitch}</logicalSwitchUuid>` },
    },
  });
  const on = (backing: string): string => card('VirtualVmxnet3').replace(OLD, `<backing>${backing}</backing>`);
  const assert = (backing: string, logicalSwitch = 'ls-1'): Promise<void> =>
    assertCardsOn(world(on(backing), others(logicalSwitch)), VM, ref('OpaqueNetwork', 'o'));

  it('is what a card hangs on that names it, or the port group that vCenter has put in its place', async () => {
    await assert(summary);
    await assert('<port><portgroupKey>pg</portgroupKey></port>');
  });

  it.each([
    ['another of NSX', summary.replace('ls-1', 'ls-2'), 'ls-1'],
    ['the port group of another', '<port><portgroupKey>pg</portgroupKey></port>', 'ls-2'],
    ['one of a standard switch', '<network type="Network">n</network>', 'ls-1'],
  ])('is not %s', async (_, backing, logicalSwitch) => {
    await expect(assert(backing, logicalSwitch)).rejects.toMatchObject({ code: 'vsphere-refused' });
  });
});

it('does not find the uplinks of a switch, which take no VM', async () => {
  const session = playedVsphere({
    n: { type: 'Network', properties: { name: 'lab' } },
    up: {
      type: 'DistributedVirtualPortgroup',
      properties: { name: 'DVS-DVUplinks-9', tag: '<Tag><key>SYSTEM/DVS.UPLINKPG</key></Tag>' },
    },
  });
  expect(await findNetwork(session, '', 'lab')).toEqual(ref('Network', 'n'));
  await expect(findNetwork(session, '', 'DVS-DVUplinks-9')).rejects.toMatchObject({
    code: 'vsphere-not-found',
    hint: 'Set the input network to one of: /lab (n)',
  });
});
