import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as convertOva from '../../../../actions/convert-ova/inputs.ts';
import { PLACE, prepareInputs } from '../prepare-inputs.ts';
import { sampleTemplate } from '../sample-template.ts';

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
    recovery: 'none',
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

it('reuses nothing, unless it is said', async () => {
  expect((await read({})).reuse).toBeUndefined();
  expect((await read({ reuse: 'true' })).reuse).toEqual(PLACE.reuse());
  await expect(read({ reuse: 'yes please' })).rejects.toMatchObject({
    code: 'input-invalid',
    message: 'Input reuse: "yes please" is not valid',
  });
});

it('takes the rest from a template, explicit inputs first', async () => {
  const { vm } = await read({
    template: TEMPLATE,
    product: '',
    memory: '8 GiB',
    network: 'none',
    'after-first-boot': 'shut-down',
  });
  expect(vm).toMatchObject({
    name: 'ws2019-std',
    guest: { id: 'windows2019srv_64Guest' },
    cpus: 2,
    memory: 8 * 2 ** 30,
  });
  expect(vm).not.toHaveProperty('network');
});

it('refuses an adapter for a VM without a network', async () => {
  await expect(read({ network: 'none', 'network-adapter': 'e1000e' })).rejects.toMatchObject({
    code: 'input-invalid',
    message: 'Input network-adapter is set, and does nothing here',
    hint: 'It is used without network: none: leave one of the two out.',
  });
  expect((await read({ network: 'none', 'network-adapter': 'vmxnet3' })).vm).not.toHaveProperty('network');
  expect((await read({ network: 'Lab', 'network-adapter': 'e1000e' })).vm.networkAdapter).toBe('e1000e');
});

it('reads settings line by line', async () => {
  const { vm } = await read({ 'extra-config': 'a.b = c, d\n\n disk.EnableUUID=FALSE ' });
  expect(vm.extraConfig).toEqual({ 'disk.EnableUUID': 'FALSE', 'a.b': 'c, d' });
});

it('switches secure boot off along with EFI, unless it is asked for', async () => {
  expect((await read({ template: TEMPLATE, firmware: 'bios', 'after-first-boot': 'shut-down' })).vm.secureBoot).toBe(
    false,
  );
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

it('takes a command that signs in place of a key, with its certificate', async () => {
  const certificate = join(import.meta.dirname, '../../../fixtures/ova/sign-certificate.pem');
  const { signer, signCommand } = await read({ 'sign-command': 'x {manifest}', 'sign-certificate': certificate });
  expect(signer).toBeUndefined();
  expect(signCommand).toMatchObject({ command: 'x {manifest}', certificate: { signatureBytes: 256 } });
});

it('is all of it by default', async () => {
  expect(await read({})).toEqual({
    disk: resolve('a.vhd'),
    ova: resolve('out/My VM.ova'),
    vm: {
      name: 'My VM',
      guest: { id: 'windows2019srv_64Guest', title: 'Microsoft Windows Server 2022 (64-bit)' },
      cpus: 2,
      memory: 4 * 2 ** 30,
      hardwareVersion: 14,
      firmware: 'efi',
      secureBoot: true,
      vbs: false,
      cpuHotAdd: false,
      memoryHotAdd: false,
      controller: 'pvscsi',
      network: 'VM Network',
      networkAdapter: 'vmxnet3',
      extraConfig: { 'disk.EnableUUID': 'TRUE' },
      product: { name: 'Microsoft Windows Server 2022 (64-bit)', vendor: 'Microsoft' },
    },
    guestFallback: true,
    engine: 'auto',
    level: 1,
    skipFreeSpace: true,
    manifest: 'sha256',
    recovery: 'none',
    modified: 315_532_800,
  });
});

it('takes everything that is given', async () => {
  const all = await read({
    name: 'other',
    'guest-id': 'g',
    cpus: '8',
    'cores-per-socket': '4',
    memory: '8 GiB',
    'hardware-version': 'VMX-21',
    vbs: 'true',
    'cpu-hot-add': 'true',
    'memory-hot-add': 'true',
    'disk-controller': 'nvme',
    network: 'Lab',
    'network-adapter': 'e1000e',
    annotation: 'notes',
    engine: 'qemu-img',
    'compression-level': '9',
    'skip-free-space': 'false',
    manifest: 'sha512',
    'allow-recovery': 'true',
  });
  expect(all).toMatchObject({
    guestFallback: false,
    engine: 'qemu-img',
    level: 9,
    skipFreeSpace: false,
    manifest: 'sha512',
    recovery: 'any',
  });
  expect(all.vm).toEqual({
    name: 'other',
    guest: { id: 'g', title: 'Microsoft Windows Server 2022 (64-bit)' },
    cpus: 8,
    coresPerSocket: 4,
    memory: 8 * 2 ** 30,
    hardwareVersion: 21,
    firmware: 'efi',
    secureBoot: true,
    vbs: true,
    cpuHotAdd: true,
    memoryHotAdd: true,
    controller: 'nvme',
    network: 'Lab',
    networkAdapter: 'e1000e',
    extraConfig: { 'disk.EnableUUID': 'TRUE' },
    annotation: 'notes',
    product: { name: 'Microsoft Windows Server 2022 (64-bit)', vendor: 'Microsoft' },
  });
});

it('takes of a template all that it says of the VM', async () => {
  const { vm, guestFallback } = await read({ template: await sampleTemplate(), product: '' });
  expect(vm).toMatchObject({
    name: 'unusual',
    guest: { id: 'windows2019srvNext_64Guest' },
    cpus: 6,
    memory: 12 * 2 ** 30,
    hardwareVersion: 19,
    firmware: 'efi',
    secureBoot: false,
    controller: 'lsilogicsas',
    network: 'Lab',
  });
  expect(guestFallback).toBe(false);
  const bios = await sampleTemplate((text) => text.replace('firmware: efi', 'firmware: bios'));
  expect((await read({ template: bios, product: '' })).vm.firmware).toBe('bios');
});

it('needs no product where the guest id is given, which then says nothing of Microsoft', async () => {
  const { vm, guestFallback } = await read({ product: '', 'guest-id': 'other3xLinux64Guest' });
  expect(vm.guest).toEqual({ id: 'other3xLinux64Guest', title: 'other3xLinux64Guest' });
  expect(vm).not.toHaveProperty('product');
  expect(guestFallback).toBe(false);
});

it('does not fall back where the hardware knows the product', async () => {
  expect((await read({ 'hardware-version': '18' })).guestFallback).toBe(false);
  expect((await read({ 'hardware-version': '17' })).guestFallback).toBe(true);
  expect((await read({ 'hardware-version': '17', 'guest-id': 'g' })).guestFallback).toBe(false);
});

it('switches secure boot as it is told, or as the firmware allows', async () => {
  expect((await read({ 'secure-boot': 'false' })).vm.secureBoot).toBe(false);
  expect((await read({ firmware: 'bios' })).vm.secureBoot).toBe(false);
  expect((await read({ template: await sampleTemplate(), 'secure-boot': 'true', product: '' })).vm.secureBoot).toBe(
    true,
  );
});

it('dates the archive by the date of the source', async () => {
  const place = { ...PLACE, sourceDate: () => new Date(5_999) };
  const inputs = { disk: 'a.vhd', ova: 'b.OVA', product: 'windows-server-2022' };
  const { modified, vm } = await prepareInputs(convertOva, inputs, place);
  expect(modified).toBe(5);
  expect(vm.name).toBe('b');
});

it.each([
  [{ ova: 'a.vhd' }, 'Give it another name than the disk.'],
  [{ memory: '0 B' }, 'Give a multiple of 4 MiB.'],
  [{ memory: '1001 MiB' }, 'Give a multiple of 4 MiB.'],
  [{ cpus: '3', 'cores-per-socket': '2' }, 'It must divide the number of cpus, 3.'],
  [{ firmware: 'bios', 'secure-boot': 'true' }, 'Secure boot needs firmware: efi.'],
  [{ 'hardware-version': '12' }, 'Secure boot needs 13 (vSphere 6.5) or newer.'],
  [{ vbs: 'true', 'secure-boot': 'false' }, 'It needs firmware: efi and secure-boot: true.'],
  [{ vbs: 'true', 'hardware-version': '13' }, 'Virtualisation-based security needs 14'],
  [{ 'disk-controller': 'nvme', 'secure-boot': 'false', 'hardware-version': '12' }, 'An NVMe controller needs 13'],
  [{ 'extra-config': '= x' }, 'Write one setting a line'],
  [{ 'extra-config': 'a b = x' }, 'Write one setting a line'],
  [{ 'sign-key': 'k', 'sign-command': 'x' }, 'Give either sign-key or sign-command'],
  [{ 'hardware-version': '9' }, ''],
  [{ 'hardware-version': '100' }, ''],
  [{ 'compression-level': '10' }, ''],
  [{ cpus: '0' }, ''],
  [{ cpus: '769' }, ''],
  [{ cpus: '768', 'cores-per-socket': '769' }, 'Write a whole number'],
  [{ 'first-boot': '{}' }, 'Give the output first-boot of build-vhd'],
])('refuses %j with a hint', async (inputs, hint) => {
  await expect(read(inputs)).rejects.toMatchObject({
    code: 'input-invalid',
    hint: expect.stringContaining(hint) as string,
  });
});

it.each([
  [{ memory: '4 MiB' }],
  [{ cpus: '768', 'cores-per-socket': '768' }],
  [{ 'hardware-version': '13' }],
  [{ vbs: 'true', 'hardware-version': '14' }],
  [{ 'disk-controller': 'nvme', 'secure-boot': 'false', 'hardware-version': '13' }],
  [{ 'secure-boot': 'false', 'hardware-version': '10' }],
  [{ 'compression-level': '9' }],
])('takes %j', async (inputs) => {
  await expect(read(inputs)).resolves.toBeDefined();
});

describe('a signature', () => {
  const fixture = (name: string): string => join(import.meta.dirname, '../../../fixtures/ova', name);

  it('is made by a key and a certificate, as text or as files', async () => {
    const key = readFileSync(fixture('sign-key.pem'), 'utf8');
    const certificate = readFileSync(fixture('sign-certificate.pem'), 'utf8');
    for (const inputs of [
      { 'sign-key': key, 'sign-certificate': certificate },
      { 'sign-key': ` ${fixture('sign-key.pem')}\n`, 'sign-certificate': fixture('sign-certificate.pem') },
    ]) {
      const { signer, signCommand } = await read(inputs);
      expect(signer).toBeDefined();
      expect(signCommand).toBeUndefined();
    }
  });

  it('is none where nothing is given', async () => {
    const inputs = await read({});
    expect(inputs).not.toHaveProperty('signer');
    expect(inputs).not.toHaveProperty('signCommand');
  });

  it('never repeats what may be a key that was mistyped', async () => {
    const error = await read({ 'sign-key': 'SECRET', 'sign-certificate': fixture('sign-certificate.pem') }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({
      code: 'file-missing',
      message: 'The file that the input names (input sign-key) does not exist',
      hint: 'Give PEM text, or the path of a PEM file.',
    });
    expect(JSON.stringify(error) + String((error as Error).cause)).not.toContain('SECRET');
  });
});

it('takes the Recovery partition that the template asks for, and no other unless it is told to', async () => {
  const asking = (disk: string) => sampleTemplate((text) => text.replace(/^disk: .*$/m, `disk: { ${disk} }`));
  const recovery = async (disk: string, given: Readonly<Record<string, string>> = {}) =>
    (await read({ template: await asking(disk), product: '', ...given })).recovery;
  expect(await recovery('size: 40 GiB')).toBe('none');
  expect(await recovery('size: 40 GiB, recovery: last')).toBe('last');
  expect(await recovery('size: 40 GiB, layout: microsoft')).toBe('last');
  expect(await recovery('size: 40 GiB, layout: microsoft, recovery: none')).toBe('none');
  expect(await recovery('size: 40 GiB, layout: cloudbase')).toBe('none');
  expect(await recovery('size: 40 GiB, recovery: last', { 'allow-recovery': 'false' })).toBe('none');
  expect(await recovery('size: 40 GiB, recovery: last', { 'allow-recovery': 'true' })).toBe('any');
});
