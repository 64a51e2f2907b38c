import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as convertOva from '../../../../actions/convert-ova/inputs.ts';
import { prepareInputs } from '../prepare-inputs.ts';

const TEMPLATE = join(import.meta.dirname, '../../../../examples/ws2019-std/template.yml');

async function read(inputs: Record<string, string>): Promise<convertOva.ConvertOvaInputs> {
  const all: Record<string, string> = {
    disk: 'a.vhd',
    ova: 'out/My VM.ova',
    product: 'windows-server-2022',
    ...inputs,
  };
  return prepareInputs(convertOva, all);
}

it('has defaults for everything but disk, OVA and product', async () => {
  const inputs = await read({});
  expect(inputs).toMatchObject({
    engine: 'auto',
    level: 1,
    skipFreeSpace: true,
    manifest: 'sha256',
    allowRecovery: false,
  });
  expect(inputs.vm).toMatchObject({
    name: 'My VM',
    guest: { id: 'windows2019srv_64Guest' },
    firmware: 'efi',
    secureBoot: true,
    controller: 'pvscsi',
    network: 'VM Network',
    extraConfig: { 'disk.EnableUUID': 'TRUE' },
  });
  expect(inputs.guestFallback).toBe(true);
});

it('takes the rest from a template, explicit inputs first', async () => {
  const { vm } = await read({ template: TEMPLATE, product: '', memory: '8 GiB', network: 'none' });
  expect(vm).toMatchObject({
    name: 'ws2019-std',
    guest: { id: 'windows2019srv_64Guest' },
    cpus: 2,
    memory: 8 * 2 ** 30,
  });
  expect(vm).not.toHaveProperty('network');
});

it('reads settings line by line', async () => {
  const { vm } = await read({ 'extra-config': 'a.b = c, d\n\n disk.EnableUUID=FALSE ' });
  expect(vm.extraConfig).toEqual({ 'disk.EnableUUID': 'FALSE', 'a.b': 'c, d' });
});

it('switches secure boot off along with EFI, unless it is asked for', async () => {
  expect((await read({ template: TEMPLATE, firmware: 'bios' })).vm.secureBoot).toBe(false);
  await expect(read({ firmware: 'bios', 'secure-boot': 'true' })).rejects.toThrow(/secure-boot/);
});

it.each([
  [{ product: '' }, /Input product is empty or not set/],
  [{ ova: 'a.vhd' }, /ova/],
  [{ memory: '1001 MiB' }, /memory/],
  [{ cpus: '3', 'cores-per-socket': '2' }, /cores-per-socket/],
  [{ 'hardware-version': '11' }, /hardware-version/],
  [{ 'hardware-version': '11', 'secure-boot': 'false', 'disk-controller': 'nvme' }, /hardware-version/],
  [{ vbs: 'true', 'secure-boot': 'false' }, /vbs/],
  [{ 'extra-config': 'nonsense' }, /extra-config/],
  [{ 'sign-key': '-----BEGIN PRIVATE KEY-----' }, /sign-certificate is empty/],
  [{ 'sign-certificate': 'c.pem' }, /sign-key is empty/],
  [{ 'sign-command': 'x {manifest}' }, /sign-certificate is empty/],
  [{ 'sign-key': 'k', 'sign-command': 'x' }, /sign-command/],
  [{ 'sign-command': 'x', 'sign-certificate': 'none.pem' }, /\(input sign-certificate\) does not exist/],
  [{ 'compression-level': '0' }, /compression-level/],
])('refuses %j', async (inputs, message) => {
  await expect(read(inputs)).rejects.toThrow(message);
});

it('says in the VM that a first boot waits, and nothing where none does', async () => {
  const waiting = await read({ 'first-boot': '["10-driver-vmxnet3","50-vmware-tools"]', 'extra-config': 'a = b' });
  expect(waiting.vm.extraConfig).toEqual({
    'disk.EnableUUID': 'TRUE',
    a: 'b',
    'stillframe.first-boot': 'expected',
  });
  expect((await read({ 'first-boot': '[]' })).vm.extraConfig).toEqual({ 'disk.EnableUUID': 'TRUE' });
});

it.each(['expected', '{}', '[1]', '"a"'])('takes no %s for the steps of a first boot', async (text) => {
  await expect(read({ 'first-boot': text })).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringContaining('Input first-boot') as string,
  });
});

it('takes a command that signs in place of a key, with its certificate', async () => {
  const certificate = join(import.meta.dirname, '../../../fixtures/ova/sign-certificate.pem');
  const { signer, signCommand } = await read({ 'sign-command': 'x {manifest}', 'sign-certificate': certificate });
  expect(signer).toBeUndefined();
  expect(signCommand).toMatchObject({ command: 'x {manifest}', certificate: { signatureBytes: 256 } });
});
