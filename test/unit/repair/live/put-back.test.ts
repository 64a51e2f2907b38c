import { expect, it } from 'vitest';
import { putBack, readRepairMark } from '../../../../src/repair/live/put-back.ts';
import { formatRepairMark, parseRepairMark, type RepairMark } from '../../../../src/repair/live/repair-mark.ts';
import { PLAYED_NOW, type PlayedCall, playedVsphere, ref, settings } from '../../vsphere/played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const CARD = `<VirtualDevice xsi:type="VirtualVmxnet3"><key>4000</key><backing xsi:type="VirtualEthernetCardNetworkBackingInfo"><deviceName>n</deviceName></backing><connectable><startConnected>false</startConnected><allowGuestControl>false</allowGuestControl><connected>false</connected></connectable></VirtualDevice>`;
const MARK: RepairMark = {
  vm: 'uuid-1',
  run: '0badcafe',
  state: 'running',
  template: true,
  cards: [{ key: 4000, startConnected: true, allowGuestControl: true, backing: '' }],
};

function world({
  power = 'poweredOff',
  template = 'false',
  uuid = 'uuid-1',
  extra = {} as Record<string, string>,
} = {}) {
  const off = ({ objects, target }: PlayedCall): undefined => {
    const found = objects.get(target);
    if (found)
      objects.set(target, { ...found, properties: { ...found.properties, 'runtime.powerState': 'poweredOff' } });
  };
  return playedVsphere(
    {
      'vm-1': {
        type: 'VirtualMachine',
        properties: {
          'runtime.powerState': power,
          'config.template': template,
          'config.instanceUuid': uuid,
          'guest.toolsRunningStatus': 'guestToolsRunning',
          'config.hardware.device': CARD,
          'config.extraConfig': settings({ 'stillframe.repair': formatRepairMark(MARK), ...extra }),
        },
      },
    },
    { answers: { ShutdownGuest: off, PowerOffVM_Task: off } },
  );
}
const methods = ({ asked }: { readonly asked: readonly string[] }): string[] =>
  asked.map((call) => call.split(' ')[0] ?? '');

it('shuts down, connects, empties what the guest said, and makes a template again', async () => {
  const session = world({ power: 'poweredOn', extra: { 'guestinfo.stillframe.answer': 'x', 'guestinfo.other': 'y' } });
  await putBack(session, VM, MARK);
  expect(methods(session)).toEqual(['ShutdownGuest', 'ReconfigVM_Task', 'ReconfigVM_Task', 'MarkAsTemplate']);
  expect(session.asked[1]).toContain('<startConnected>true</startConnected>');
  const said = session.asked[2] ?? '';
  expect(said).toContain('<key>guestinfo.stillframe.answer</key><value xsi:type="xsd:string"></value>');
  expect(said).not.toContain('guestinfo.other');
  const text = /<key>stillframe\.repair<\/key><value[^>]*>([^<]+)</.exec(said)?.[1] ?? '';
  expect(parseRepairMark(text)).toEqual({ ...MARK, state: 'over', cards: [], ended: PLAYED_NOW.toISOString() });
});

it('leaves a VM a VM, and one that is off alone', async () => {
  const session = world();
  await putBack(session, VM, { ...MARK, template: false, cards: [] });
  expect(methods(session)).toEqual(['ReconfigVM_Task']);
});

it('does nothing to a template', async () => {
  const session = world({ template: 'true' });
  await putBack(session, VM, MARK);
  expect(session.asked).toEqual([]);
});

it('reads the mark of this very VM, not one that it inherited', async () => {
  expect(await readRepairMark(world(), VM)).toEqual(MARK);
  expect(await readRepairMark(world({ uuid: 'uuid-2' }), VM)).toBeUndefined();
  expect(await readRepairMark(world({ extra: { 'stillframe.repair': '' } }), VM)).toBeUndefined();
});
