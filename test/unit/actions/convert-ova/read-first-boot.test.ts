import { expect, it } from 'vitest';
import * as convertOva from '../../../../actions/convert-ova/inputs.ts';
import { prepareInputs } from '../prepare-inputs.ts';
import { sampleTemplate } from '../sample-template.ts';

function read(inputs: Record<string, string>): Promise<convertOva.ConvertOvaInputs> {
  return prepareInputs(convertOva, { disk: 'a.vhd', ova: 'a.ova', product: 'windows-server-2022', ...inputs });
}

it('says in the VM that a first boot waits, and nothing where none does', async () => {
  const waiting = await read({ 'first-boot': '["10-driver-vmxnet3","50-vmware-tools"]', 'extra-config': 'a = b' });
  expect(waiting.vm.extraConfig).toEqual({
    'disk.EnableUUID': 'TRUE',
    a: 'b',
    'stillframe.first-boot': 'expected',
  });
  expect((await read({ 'first-boot': '[]' })).vm.extraConfig).toEqual({ 'disk.EnableUUID': 'TRUE' });
});

it('says in the VM how its first boot will end, where it ends the VM', async () => {
  const { vm } = await read({ 'first-boot': '["50-vmware-tools"]', 'after-first-boot': 'shut-down' });
  expect(vm.extraConfig).toMatchObject({
    'stillframe.first-boot': 'expected',
    'stillframe.after-first-boot': 'shut-down',
  });
  expect((await read({ 'after-first-boot': 'stay' })).vm.extraConfig).toEqual({ 'disk.EnableUUID': 'TRUE' });
});

it('takes the word of build-vhd, and no other than the template wants', async () => {
  const template = (bake: string) => sampleTemplate((text) => `${text}bake: ${bake}\n`);
  await expect(read({ template: await template('{}') })).rejects.toMatchObject({
    code: 'input-missing',
    message: expect.stringContaining('Input after-first-boot is empty or not set') as string,
  });
  await expect(read({ template: await template('{}'), 'after-first-boot': 'stay' })).rejects.toMatchObject({
    code: 'input-invalid',
    hint: expect.stringContaining('whose "bake" means shut-down') as string,
  });
  await expect(read({ template: await template('{}'), 'after-first-boot': 'shut-down' })).resolves.toBeDefined();
  await expect(read({ template: await template('{ on: none }') })).resolves.toBeDefined();
});

it('goes by what Hyper-V has left', async () => {
  const template = await sampleTemplate((text) => `${text}bake: { on: hyper-v }\n`);
  await expect(read({ template, 'after-first-boot': 'shut-down' })).resolves.toBeDefined();
  await expect(read({ template, 'after-first-boot': 'generalize' })).rejects.toMatchObject({
    code: 'input-invalid',
    hint: expect.stringMatching(/output after-first-boot of bake-template .* means shut-down/) as string,
  });
});

it('takes no image that waits for its start on Hyper-V', async () => {
  const given = { 'first-boot': '["50-vmware-tools","80-keep-boot-drivers"]', 'after-first-boot': 'shut-down' };
  await expect(read(given)).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringContaining('Input first-boot') as string,
    hint: expect.stringContaining('bake-template with image') as string,
  });
});

it.each(['expected', '{}', '[1]', '"a"'])('takes no %s for the steps of a first boot', async (text) => {
  await expect(read({ 'first-boot': text })).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringContaining('Input first-boot') as string,
  });
});
