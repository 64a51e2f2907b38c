import { expect, it } from 'vitest';
import { captureVm } from '../../../../src/vsphere/library/capture-vm.ts';
import { playedRest } from './played-rest.ts';

const CAPTURE = {
  vm: { type: 'VirtualMachine', value: 'vm-1' },
  library: { id: 'l-1', name: 'golden' },
  item: undefined,
  name: 'ws',
  description: 'd',
};

it('asks for an OVF with the settings of the VM, by a token of its own', async () => {
  const rest = playedRest();
  expect(await captureVm(rest, CAPTURE)).toBe('i-1');
  expect(rest.bodies).toEqual([
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
  expect(rest.bodies[1]?.body).toMatchObject({ target: { library_id: 'l-1', library_item_id: 'i-1' } });
  const tokens = rest.bodies.map(({ token }) => token);
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
  const rest = playedRest(() => ({ succeeded: true }));
  expect(await captureVm(rest, { ...CAPTURE, item: 'i-7' })).toBe('i-7');
});
