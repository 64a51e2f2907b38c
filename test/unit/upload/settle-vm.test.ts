import { describe, expect, it } from 'vitest';
import type { OvaPackage } from '../../../src/ova/ova-package.ts';
import { expectedSettings, type FinishPlan, finishVm } from '../../../src/upload/finish-vm.ts';
import { type ExpectedSettings, settleVm } from '../../../src/upload/settle-vm.ts';
import { formatOwner } from '../../../src/vsphere/vm/owner.ts';
import {
  PLAYED_NOW,
  type PlayedObject,
  type PlayedOptions,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
} from '../vsphere/played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const ME = { run: 'r1', host: 'here', kernel: '', pid: 7, started: '' };
const EXPECTED: ExpectedSettings = { firmware: 'efi', guestId: 'g', secureBoot: true, extraConfig: new Map() };
const OWNER = formatOwner(ME, PLAYED_NOW);

function vm(
  more: PlayedObject['properties'] = {},
  config: Readonly<Record<string, string>> = { 'disk.enableuuid': 'true' },
): PlayedObject {
  return {
    type: 'VirtualMachine',
    properties: {
      name: 'ws.stillframe-new-r1',
      'config.firmware': 'efi',
      'config.guestId': 'g',
      'config.bootOptions': '<efiSecureBootEnabled>true</efiSecureBootEnabled>',
      'config.extraConfig': settings(config),
      ...more,
    },
  };
}
const SETTLED = vm({}, { 'disk.EnableUUID': 'TRUE', 'stillframe.owner': OWNER });

/** A VM that is so before, and so after it was reconfigured. */
function world(before: PlayedObject, after: PlayedObject = SETTLED, options: PlayedOptions = {}): PlayedVsphere {
  return playedVsphere(
    { 'vm-1': before },
    {
      ...options,
      answers: {
        ReconfigVM_Task: ({ objects }) => {
          objects.set('vm-1', after);
          return undefined;
        },
        Destroy_Task: ({ objects }) => {
          objects.delete('vm-1');
          return undefined;
        },
        ...options.answers,
      },
    },
  );
}
const option = (key: string, text: string): string =>
  `<extraConfig xsi:type="OptionValue"><key>${key}</key><value xsi:type="xsd:string">${text}</value></extraConfig>`;

describe('settleVm', () => {
  it('renews the owner and touches nothing else where all is as it should be', async () => {
    const session = world(vm());
    expect(await settleVm(session, VM, { expected: EXPECTED, marks: {}, me: ME })).toEqual([]);
    expect(session.asked).toEqual([`ReconfigVM_Task vm-1 <spec>${option('stillframe.owner', OWNER)}</spec>`]);
  });

  it('puts right what the import has dropped, and says so', async () => {
    const session = world(
      vm(
        { 'config.firmware': 'bios', 'config.guestId': 'other', 'config.bootOptions': '' },
        { 'disk.EnableUUID': 'FALSE' },
      ),
    );
    expect(await settleVm(session, VM, { expected: EXPECTED, marks: {}, me: ME })).toEqual([
      'disk.EnableUUID = TRUE',
      'firmware = efi',
      'guest id = g',
      'secure boot = true',
    ]);
    expect(session.asked).toEqual([
      `ReconfigVM_Task vm-1 <spec><guestId>g</guestId>${option('disk.EnableUUID', 'TRUE')}${option('stillframe.owner', OWNER)}<bootOptions><efiSecureBootEnabled>true</efiSecureBootEnabled></bootOptions><firmware>efi</firmware></spec>`,
    ]);
  });

  it('takes away what it is told to start from, which ruins an item that is made of it, and is content where that stays', async () => {
    const order = '<bootOrder xsi:type="VirtualMachineBootOptionsBootableDiskDevice"/>';
    const ordered = { 'config.bootOptions': `<efiSecureBootEnabled>true</efiSecureBootEnabled>${order}` };
    const settling = { expected: EXPECTED, marks: {}, me: ME };
    const session = world(vm(ordered));
    expect(await settleVm(session, VM, settling)).toEqual(['boot order = none']);
    expect(session.asked).toEqual([
      `ReconfigVM_Task vm-1 <spec>${option('stillframe.owner', OWNER)}<bootOptions><bootOrder xsi:type="VirtualMachineBootOptionsBootableDevice"></bootOrder></bootOptions></spec>`,
    ]);
    const stays = world(vm(ordered), vm(ordered, { 'disk.EnableUUID': 'TRUE', 'stillframe.owner': OWNER }));
    expect(await settleVm(stays, VM, settling)).toEqual([]);
    expect(stays.said.warning).toEqual(['vSphere does not take this setting of the OVF descriptor: boot order = none']);
    const bios = world(
      vm({ ...ordered, 'config.firmware': 'bios' }),
      vm({ 'config.firmware': 'bios' }, { 'disk.EnableUUID': 'TRUE', 'stillframe.owner': OWNER }),
    );
    expect(await settleVm(bios, VM, { ...settling, expected: { ...EXPECTED, firmware: 'bios' } })).toEqual([]);
  });

  it('wants of a VM whose descriptor says nothing the setting of its disks alone', async () => {
    const session = world(
      vm({ 'config.firmware': 'bios', 'config.guestId': 'other', 'config.bootOptions': '' }, {}),
      vm(
        { 'config.firmware': 'bios', 'config.guestId': 'x', 'config.bootOptions': '' },
        { 'disk.EnableUUID': 'TRUE', 'stillframe.owner': OWNER },
      ),
    );
    const nothing = { firmware: undefined, guestId: undefined, secureBoot: undefined, extraConfig: new Map() };
    expect(await settleVm(session, VM, { expected: nothing, marks: {}, me: ME })).toEqual(['disk.EnableUUID = TRUE']);
  });

  const ASKED = new Map([
    ['disk.EnableUUID', 'FALSE'],
    ['stillframe.first-boot', 'expected'],
    ['svga.vramSize', '8388608'],
    ['tools.guest.desktop.autolock', 'FALSE'],
  ]);
  const KEPT = { 'disk.EnableUUID': 'TRUE', 'stillframe.owner': OWNER, 'TOOLS.guest.desktop.autolock': 'false' };

  it('puts back the settings of the descriptor, but for a disk.EnableUUID that is not TRUE', async () => {
    const session = world(vm({}, KEPT), vm({}, { ...KEPT, ...Object.fromEntries([...ASKED].slice(1, 3)) }));
    const repaired = await settleVm(session, VM, { expected: { ...EXPECTED, extraConfig: ASKED }, marks: {}, me: ME });
    expect(repaired).toEqual(['stillframe.first-boot = expected', 'svga.vramSize = 8388608']);
    expect(session.said.warning).toEqual([]);
  });

  it('warns of a setting that vSphere does not take, and refuses where it is one that the proof relies on', async () => {
    const taken = { ...KEPT, 'stillframe.first-boot': 'expected' };
    const session = world(vm({}, KEPT), vm({}, taken));
    expect(await settleVm(session, VM, { expected: { ...EXPECTED, extraConfig: ASKED }, marks: {}, me: ME })).toEqual([
      'stillframe.first-boot = expected',
    ]);
    expect(session.said.warning).toEqual([
      'vSphere does not take this setting of the OVF descriptor: svga.vramSize = 8388608',
    ]);
    await expect(
      settleVm(world(vm({}, KEPT), vm({}, KEPT)), VM, {
        expected: { ...EXPECTED, extraConfig: ASKED },
        marks: {},
        me: ME,
      }),
    ).rejects.toMatchObject({
      message: 'vSphere did not take these settings of the imported VM: stillframe.first-boot = expected',
    });
  });

  it.each<[string, PlayedObject]>([
    ['disk.EnableUUID = TRUE', vm({}, { 'stillframe.owner': OWNER })],
    [
      'firmware = efi, guest id = g',
      vm(
        { 'config.firmware': 'bios', 'config.guestId': 'x' },
        { 'disk.EnableUUID': 'TRUE', 'stillframe.owner': OWNER },
      ),
    ],
    ['secure boot = true', vm({ 'config.bootOptions': '' }, { 'disk.EnableUUID': 'TRUE', 'stillframe.owner': OWNER })],
    ['stillframe.owner', vm({}, { 'disk.EnableUUID': 'TRUE' })],
    ['stillframe.owner', vm({}, { 'disk.EnableUUID': 'TRUE', 'stillframe.owner': OWNER.replace('r1', 'r2') })],
  ])('refuses a vSphere that does not take %s', async (left, after) => {
    await expect(settleVm(world(vm(), after), VM, { expected: EXPECTED, marks: {}, me: ME })).rejects.toMatchObject({
      code: 'upload-failed',
      message: `vSphere did not take these settings of the imported VM: ${left}`,
      hint: expect.stringContaining('may change advanced settings'),
    });
  });
});

describe('the marks of a release', () => {
  const MARKS = { 'stillframe.release': 'name=ws' };
  const KEPT = { 'disk.EnableUUID': 'TRUE', 'stillframe.owner': OWNER };

  it('are set with the owner, and are nothing that was put right', async () => {
    const session = world(vm({}, KEPT), vm({}, { ...KEPT, ...MARKS }));
    expect(await settleVm(session, VM, { expected: EXPECTED, marks: MARKS, me: ME })).toEqual([]);
    expect(session.asked[0]).toContain(option('stillframe.release', 'name=ws'));
  });

  it('are needed: without them nobody could tell what the VM is', async () => {
    await expect(settleVm(world(vm({}, KEPT)), VM, { expected: EXPECTED, marks: MARKS, me: ME })).rejects.toThrow(
      'did not take these settings of the imported VM: stillframe.release',
    );
  });
});

describe('finishVm', () => {
  const SUCCESSOR = { vm: VM, workingName: 'ws.stillframe-new-r1', name: 'ws', run: 'r1' };
  const plan = (more: Partial<FinishPlan> = {}): FinishPlan => ({
    me: ME,
    expected: EXPECTED,
    template: true,
    marks: {},
    old: undefined,
    ...more,
  });
  const methods = (session: PlayedVsphere): string[] => session.asked.map((call) => call.split(' ')[0] ?? '');

  it('settles, makes a template, and gives the name, in this order', async () => {
    const session = world(vm({}, {}));
    expect(await finishVm(session, SUCCESSOR, plan())).toEqual(['disk.EnableUUID = TRUE']);
    expect(methods(session)).toEqual(['ReconfigVM_Task', 'MarkAsTemplate', 'Rename_Task']);
    expect(session.asked.at(-1)).toBe('Rename_Task vm-1 <newName>ws</newName>');
    expect(session.said.info).toEqual(['The import had dropped a setting, now put right: disk.EnableUUID = TRUE']);
  });

  it('makes no template where none is wanted', async () => {
    const session = world(vm());
    await finishVm(session, SUCCESSOR, plan({ template: false }));
    expect(methods(session)).toEqual(['ReconfigVM_Task', 'Rename_Task']);
  });

  it.each(['MarkAsTemplate', 'Rename_Task', 'ReconfigVM_Task'])('removes the VM when %s fails', async (method) => {
    const session = world(vm(), SETTLED, { answers: { [method]: () => 'NoPermission' } });
    await expect(finishVm(session, SUCCESSOR, plan())).rejects.toMatchObject({ type: 'NoPermission' });
    expect(methods(session).at(-1)).toBe('Destroy_Task');
    expect(session.said.warning).toEqual([]);
  });

  it('says what remains when the VM cannot be removed', async () => {
    const session = world(vm(), SETTLED, {
      answers: { MarkAsTemplate: () => 'NoPermission', Destroy_Task: () => 'NoPermission' },
    });
    await expect(finishVm(session, SUCCESSOR, plan())).rejects.toMatchObject({ type: 'NoPermission' });
    expect(session.said.warning).toEqual([
      expect.stringContaining('What remains: the VM ws.stillframe-new-r1 (vm-1) (NoPermission it is)'),
    ]);
  });

  it.each(['ReconfigVM_Task', 'MarkAsTemplate'])(
    'ends with a cancel that comes with %s, and removes the VM',
    async (method) => {
      const run = new AbortController();
      const session = world(vm(), SETTLED, {
        signal: run.signal,
        answers: {
          [method]: ({ objects }: { objects: Map<string, PlayedObject> }) => {
            objects.set('vm-1', SETTLED);
            run.abort(new Error('cancelled'));
            return undefined;
          },
        },
      });
      await expect(finishVm(session, SUCCESSOR, plan())).rejects.toThrow('cancelled');
      expect(methods(session)).not.toContain('Rename_Task');
      expect(methods(session).at(-1)).toBe('Destroy_Task');
    },
  );
});

describe('expectedSettings', () => {
  const ASKED = new Map([['stillframe.image', 'a']]);
  const of = (config: [string, string][]): ExpectedSettings =>
    expectedSettings({
      ovf: { machine: { firmware: 'efi', guestId: 'g' }, config: new Map(config), extraConfig: ASKED },
    } as unknown as OvaPackage);

  it.each<[[string, string][], boolean | undefined]>([
    [[], undefined],
    [[['bootOptions.efiSecureBootEnabled', 'TRUE']], true],
    [[['bootOptions.efiSecureBootEnabled', 'false']], false],
    [[['bootOptions.efiSecureBootEnabled', 'x']], false],
  ])('%j', (config, secureBoot) => {
    expect(of(config)).toEqual({ firmware: 'efi', guestId: 'g', secureBoot, extraConfig: ASKED });
  });
});
