import { describe, expect, it } from 'vitest';
import { captureVm } from '../../../../src/vsphere/library/capture-vm.ts';
import { playedRest } from './played-rest.ts';

const CAPTURE = {
  vm: { type: 'VirtualMachine', value: 'vm-1' },
  disks: 0,
  library: { id: 'l-1', name: 'golden' },
  item: undefined,
  name: 'ws',
  description: 'd',
};

it('asks for an OVF with the settings of the VM, by a token of its own', async () => {
  const rest = playedRest();
  expect(await captureVm(rest, CAPTURE)).toBe('i-1');
  expect(rest.asked.slice(1)).toEqual(['GET content/library/item i-1']);
  expect(rest.bodies.slice(0, 1)).toEqual([
    {
      method: 'POST',
      resource: 'vcenter/ovf/library-item',
      repeatable: true,
      idleTimeout: 14_400_000,
      token: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      privileges: expect.stringContaining('ContentLibrary.AddLibraryItem') as string,
      body: {
        source: { type: 'VirtualMachine', id: 'vm-1' },
        target: { library_id: 'l-1' },
        create_spec: { name: 'ws', description: 'd', flags: ['EXTRA_CONFIG'] },
      },
    },
  ]);
  expect(await captureVm(rest, { ...CAPTURE, item: 'i-1' })).toBe('i-1');
  expect(rest.bodies[2]?.body).toMatchObject({ target: { library_id: 'l-1', library_item_id: 'i-1' } });
  const tokens = rest.bodies.flatMap(({ token }) => token ?? []);
  expect(new Set(tokens).size).toBe(2);
});

it.each<[unknown, string]>([
  [{ succeeded: false, error: { errors: [{ message: { default_message: 'No room.' } }, {}] } }, ': No room.'],
  [{ succeeded: false, error: { errors: [{ error: { messages: [{ default_message: 'Busy.' }] } }] } }, ': Busy.'],
  [{ succeeded: false }, ''],
  [{ succeeded: true }, ''],
  [{}, ''],
])('refuses with what the server says: %j', async (answer, said) => {
  await expect(
    captureVm(
      playedRest(() => answer),
      CAPTURE,
    ),
  ).rejects.toMatchObject({
    code: 'vsphere-refused',
    message: `vCenter made no item of vm-1 in the content library golden${said}`,
  });
});

it('believes a success that does not repeat the id', async () => {
  const rest = playedRest(({ method }) => (method === 'POST' ? { succeeded: true } : [{ name: 'WS.OVF' }]));
  expect(await captureVm(rest, { ...CAPTURE, item: 'i-7' })).toBe('i-7');
});

describe('a success of nothing', () => {
  const made = { succeeded: true, ovf_library_item_id: 'i-9' };
  const having = (files: unknown) =>
    playedRest(({ method }) => (method === 'POST' ? made : method === 'GET' ? files : null));

  it.each<[unknown, string]>([
    [[], 'i-9 has no files'],
    [[{ name: 'a.vmdk' }, { name: 'ovf.nvram' }], 'i-9 has no OVF descriptor, only a.vmdk, ovf.nvram'],
  ])('is refused, and a new item of it removed: %j', async (files, said) => {
    const rest = having(files);
    await expect(captureVm(rest, CAPTURE)).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: `vCenter says that it made an item of vm-1 in the content library golden, but ${said}`,
      hint: expect.stringMatching(/^The item is removed, and the VM stays\. See the tasks/) as string,
    });
    expect(rest.asked.slice(1)).toEqual(['GET content/library/item i-9', 'DELETE content/library/item i-9']);
  });

  it.each<[number, string | undefined]>([
    [0, undefined],
    [1, undefined],
    [2, 'i-9 has 1 of its 2 disks: a.ovf, a-1.VMDK, a.nvram'],
  ])('or without one of %i disks', async (disks, said) => {
    const rest = having([{ name: 'a.ovf' }, { name: 'a-1.VMDK' }, { name: 'a.nvram' }]);
    const captured = captureVm(rest, { ...CAPTURE, disks }).catch((error: unknown) => error);
    if (said === undefined) expect(await captured).toBe('i-9');
    else expect(await captured).toMatchObject({ message: expect.stringContaining(said) as string });
    expect(rest.asked.at(-1)).toBe(`${said === undefined ? 'GET' : 'DELETE'} content/library/item i-9`);
  });

  it('leaves an item that was there', async () => {
    const rest = having([]);
    await expect(captureVm(rest, { ...CAPTURE, item: 'i-9' })).rejects.toMatchObject({
      hint: expect.stringMatching(/^The VM stays\. See the tasks/) as string,
    });
    expect(rest.asked.at(-1)).toBe('GET content/library/item i-9');
  });
});
