import { describe, expect, it } from 'vitest';
import {
  assertCustomizable,
  type CustomizationRequest,
  proveCustomization,
} from '../../../src/quiesce/prove-customization.ts';
import { formatBakeMark } from '../../../src/vsphere/vm/bake-mark.ts';
import { ownerProcess } from '../../../src/vsphere/vm/owner.ts';
import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import { type PlayedContext, playedContext } from '../actions/played-context.ts';
import {
  PLAYED_NOW,
  type PlayedAnswer,
  type PlayedCall,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
  xml,
} from '../vsphere/played-vsphere.ts';

const SOURCE = { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC0/vm/ws', datacenter: 'DC0' };
const LAB = { moref: ref('Network', 'n'), name: 'lab' };
const card = (network: string): string =>
  `<VirtualDevice xsi:type="VirtualVmxnet3"><key>4000</key><backing xsi:type="VirtualEthernetCardNetworkBackingInfo"><network type="Network">${network}</network></backing></VirtualDevice>`;

interface Scene {
  readonly event?: string;
  readonly message?: string;
  readonly clone?: (call: PlayedCall) => PlayedAnswer;
  readonly network?: string;
  readonly tools?: string;
  readonly cards?: number;
}

function world(scene: Scene = {}): PlayedVsphere {
  const { event = 'CustomizationSucceeded', message = 'so it is', network = 'n', cards = 1 } = scene;
  const at = PLAYED_NOW.toISOString();
  return playedVsphere(
    {
      dc: { type: 'Datacenter', properties: { name: 'DC0' } },
      f: { type: 'Folder', properties: { name: 'vm', parent: ref('Datacenter', 'dc') } },
      p: { type: 'ResourcePool', properties: { name: 'pool', owner: ref('x', 'y') } },
      n: { type: 'Network', properties: { name: 'lab' } },
      'vm-1': {
        type: 'VirtualMachine',
        properties: {
          name: 'ws',
          parent: ref('Folder', 'f'),
          resourcePool: ref('ResourcePool', 'p'),
          'config.hardware.device': card('old').repeat(cards),
        },
      },
    },
    {
      answers: {
        CloneVM_Task:
          scene.clone ??
          (({ objects }) => {
            const properties = {
              'config.hardware.device': card(network),
              'runtime.powerState': 'poweredOn',
              'guest.toolsRunningStatus': scene.tools ?? 'guestToolsRunning',
            };
            objects.set('vm-2', { type: 'VirtualMachine', properties });
            return ref('VirtualMachine', 'vm-2');
          }),
        Destroy_Task: ({ target, objects }) => void objects.delete(target),
        QueryEvents: () =>
          xml(
            event === ''
              ? ''
              : `<returnval xsi:type="${event}"><createdTime>${at}</createdTime><fullFormattedMessage>${message}</fullFormattedMessage></returnval>`,
          ),
        GetCustomizationSpec: () =>
          xml('<returnval><info><type>Windows</type></info><spec><identity/><nicSettingMap/></spec></returnval>'),
      },
    },
  );
}

async function prove(
  session: PlayedVsphere,
  more: Partial<CustomizationRequest> = {},
): Promise<Awaited<ReturnType<typeof proveCustomization>> & { context: PlayedContext }> {
  const context = playedContext('/nowhere');
  const request: CustomizationRequest = {
    source: SOURCE,
    specification: 'generated',
    network: LAB,
    resourcePool: undefined,
    me: ownerProcess('0123abcd'),
    account: undefined,
    timeout: 0,
    limit: 0,
    ...more,
  };
  return { ...(await proveCustomization(session, request, context)), context };
}
const calls = ({ asked }: PlayedVsphere): string[] => asked.map((call) => call.split(' ').slice(0, 2).join(' '));

describe('proveCustomization', () => {
  it('clones with a generated specification onto the network, starts, hears of success, and removes', async () => {
    const session = world();
    const { context, ...proof } = await prove(session);
    expect(proof).toEqual({
      outcome: 'succeeded',
      specification: 'generated',
      copy: expect.stringMatching(/^ws-stillframe-verify-[0-9a-f]{8}$/) as string,
      durationMs: expect.any(Number) as number,
      findings: [],
    });
    expect(calls(session)).toEqual([
      'CloneVM_Task vm-1',
      'ReconfigVM_Task vm-2',
      'PowerOnVM_Task vm-2',
      'QueryEvents eventManager',
      'PowerOffVM_Task vm-2',
      'Destroy_Task vm-2',
    ]);
    const [clone = '', cards] = session.asked;
    expect(clone).toMatch(/<computerName xsi:type="CustomizationFixedName"><name>SF-[0-9A-F]{8}<\/name>/);
    // What Windows asks of a password: three kinds of characters, and length.
    expect(clone).toMatch(/<password><value>Sf1![\w-]{16}<\/value>/);
    expect(cards).toContain('<network type="Network">n</network>');
    expect(context.held).toEqual(['quiesce-copy', '-quiesce-copy']);
    expect(context.said.info.join('\n')).toContain(
      '/DC0/vm/ws once more, with the customization specification generated',
    );
  });

  it('sets the password of the guest that programs are run with', async () => {
    const session = world({ tools: 'guestToolsNotRunning' });
    const account = { username: 'Administrator', password: 'given' };
    const proof = await prove(session, { account });
    expect(session.asked[0]).toContain('<password><value>given</value>');
    expect(proof.outcome).toBe('unconfirmed');
    expect(proof.findings).toMatchObject([
      {
        code: 'customization-unconfirmed',
        severity: 'error',
        seen: 'vCenter says that the clone is customized, but its VMware Tools did not come up',
      },
    ]);
  });

  it.each([
    ['CustomizationSysprepFailed', 'failed', 'customization-failed', 'failed: so it is'],
    ['CustomizationStartedEvent', 'unfinished', 'customization-unfinished', 'it told last: so it is'],
    ['', 'unfinished', 'customization-unfinished', 'neither success nor failure of its customization'],
  ])('after %j is %s', async (event, outcome, code, seen) => {
    const session = world({ event });
    const proof = await prove(session);
    expect(proof.outcome).toBe(outcome);
    expect(proof.findings).toMatchObject([{ code, severity: 'error', seen: expect.stringContaining(seen) as string }]);
    expect(session.objects.has('vm-2')).toBe(false);
  });

  it('says so where a failure gives no reason', async () => {
    const proof = await prove(world({ event: 'CustomizationFailed', message: '' }));
    expect(proof.findings[0]?.seen).toBe('The customization of a clone failed: the event does not say why');
  });

  it.each<[string, PlayedAnswer]>([
    ['a fault of its kind', 'UncustomizableGuest'],
    ['another card', 'NicSettingMismatch'],
    [
      'a fault that only its text tells',
      new VsphereFault('CloneVM_Task', 'SystemError', 'Tools is not installed in the GuestOS.'),
    ],
    [
      'a fault that only a further text tells',
      new VsphereFault('CloneVM_Task', 'SystemError', 'no', { texts: ['Customization of the guest is not supported'] }),
    ],
  ])('is refused by %s', async (_, answer) => {
    const proof = await prove(world({ clone: () => answer }));
    expect(proof).toMatchObject({
      outcome: 'refused',
      findings: [{ code: 'customization-refused', severity: 'error' }],
    });
    expect(proof.findings[0]?.seen).toMatch(/^vCenter refused to customize a clone of ws: \w+, /);
    expect(proof).not.toHaveProperty('copy');
  });

  it('is not refused by what any clone may meet', async () => {
    await expect(prove(world({ clone: () => 'NoPermission' }))).rejects.toMatchObject({ code: 'vsphere-refused' });
    const other = new VsphereFault('PowerOnVM_Task', 'ToolsUnavailable', 'not there');
    await expect(prove(world({ clone: () => other }))).rejects.toThrow('not there');
  });

  it('fails where the copy does not hang on the network that was named', async () => {
    const session = world({ network: 'production' });
    await expect(prove(session)).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringContaining('hangs on another network') as string,
    });
    // It was never started there.
    expect(calls(session).filter((call) => call.startsWith('PowerOnVM_Task'))).toEqual([]);
  });

  it('takes a specification by its name, which has to have an adapter for each card', async () => {
    const session = world();
    expect((await prove(session, { specification: 'lab' })).specification).toBe('lab');
    expect(calls(session)[0]).toBe('GetCustomizationSpec customizationSpecManager');
    expect(session.asked[1]).toContain(
      '<customization><identity></identity><nicSettingMap></nicSettingMap></customization>',
    );
    const two = world({ cards: 2 });
    await expect(prove(two, { specification: 'lab' })).rejects.toMatchObject({
      code: 'input-invalid',
      message: 'The customization specification lab has 1 adapters, and /DC0/vm/ws has 2 network cards',
    });
    expect(calls(two)).not.toContain('CloneVM_Task vm-1');
    await prove(two);
    expect(two.asked.find((call) => call.startsWith('CloneVM'))?.match(/<nicSettingMap>/g)).toHaveLength(2);
  });
});

describe('assertCustomizable', () => {
  const check = (config: Readonly<Record<string, string>>, kind: 'vcenter' | 'esxi' = 'vcenter'): Promise<void> =>
    assertCustomizable(
      playedVsphere(
        { 'vm-1': { type: 'VirtualMachine', properties: { 'config.extraConfig': settings(config) } } },
        { kind },
      ),
      SOURCE,
    );
  const baked = (imageState: string): string => {
    const result = { build: '17763.1', imageState, answerFiles: [], codePage: 437, steps: [] };
    const seen = { status: 'done', toolsVersion: '1', toolsType: '', result };
    return formatBakeMark({ started: '2026-11-28T12:00:00Z', cards: [], seen });
  };

  it('lets a baked or foreign one pass', async () => {
    await check({});
    await check({ 'stillframe.first-boot': 'baked', 'stillframe.after-first-boot': 'shut-down' });
    await check({ 'stillframe.bake': baked('IMAGE_STATE_COMPLETE') });
  });

  it.each([
    ['generalizes itself', { 'stillframe.after-first-boot': 'generalize' }],
    ['was seen generalized', { 'stillframe.bake': baked('IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE') }],
  ])('refuses one that %s', async (_, config) => {
    await expect(check(config)).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining('/DC0/vm/ws is generalized') as string,
      hint: expect.stringContaining('seal: none') as string,
    });
  });

  it('refuses one whose first boot is to come, and an ESXi host', async () => {
    await expect(check({ 'stillframe.first-boot': 'expected' })).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining('The first boot of /DC0/vm/ws is still to come') as string,
    });
    await expect(check({}, 'esxi')).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: expect.stringContaining('only a vCenter customizes') as string,
    });
  });
});
