import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as bakeTemplate from '../../../../actions/bake-template/inputs.ts';
import { prepareInputs } from '../prepare-inputs.ts';
import { sampleTemplate } from '../sample-template.ts';

const REQUIRED = { vm: 'vm-1', server: 'vc', username: 'u', password: ' a&b ' };
const read = (inputs: Readonly<Record<string, string>>): Promise<bakeTemplate.BakeTemplateInputs> =>
  prepareInputs(bakeTemplate, { ...REQUIRED, ...inputs });

const GIB = 2 ** 30;
const onHyperV = (inputs: Readonly<Record<string, string>>): Promise<bakeTemplate.BakeTemplateInputs> =>
  prepareInputs(bakeTemplate, { image: 'a/x.VHD', ...inputs });

describe('the inputs of bake-template', () => {
  it('have defaults', async () => {
    expect(await read({})).toEqual({
      on: {
        host: 'vsphere',
        server: 'vc',
        username: 'u',
        password: ' a&b ',
        tls: { thumbprint: undefined, caFile: undefined, insecure: false },
        datacenter: undefined,
        vm: 'vm-1',
        network: 'disconnected',
        tools: undefined,
        run: '4711',
      },
      timeout: 3 * 3_600_000,
      seal: 'none',
      build: undefined,
      scripts: undefined,
    });
  });

  it('are taken as they are given', async () => {
    expect(
      await read({ network: 'lab', timeout: '1 s', seal: 'generalize', build: '17763.8027', datacenter: 'DC' }),
    ).toMatchObject({
      timeout: 1000,
      seal: 'generalize',
      build: '17763.8027',
      on: { network: 'lab', datacenter: 'DC' },
    });
  });

  it('come from a template file, whose seal is the one that the image was built for', async () => {
    const template = await sampleTemplate((text) => `${text}bake: { seal: generalize, timeout: 2 h }\n`);
    expect(await read({ template })).toMatchObject({ seal: 'generalize', timeout: 7_200_000 });
    expect(await read({ template, seal: 'none', timeout: '1 h' })).toMatchObject({ seal: 'none', timeout: 3_600_000 });
  });

  it('take the version of VMware Tools on the ISO, and nothing that is none', async () => {
    for (const tools of ['12.5.0', '12.5.0.1']) {
      expect(await read({ 'tools-version': tools })).toMatchObject({ on: { tools } });
    }
    for (const tools of ['12.5', '12.5.x', 'v12.5.0', '12.5.0-1', '12.5.0.']) {
      await expect(read({ 'tools-version': tools })).rejects.toMatchObject({ code: 'input-invalid' });
    }
    await expect(onHyperV({ 'tools-version': '12.5.0' })).rejects.toMatchObject({ code: 'input-invalid' });
  });

  it('take an image in the place of a candidate, without a server', async () => {
    expect((await onHyperV({})).on).toEqual({
      host: 'hyper-v',
      image: resolve('a/x.VHD'),
      output: resolve('a/x.VHD'),
      machine: { memory: 4 * GIB, processors: 2, secureBoot: true, switch: undefined },
    });
    const given = { output: 'b.vhdx', switch: 'Lab 1', memory: '2 GiB', cpus: '240', 'secure-boot': 'false' };
    expect((await onHyperV(given)).on).toEqual({
      host: 'hyper-v',
      image: resolve('a/x.VHD'),
      output: resolve('b.vhdx'),
      machine: { memory: 2 * GIB, processors: 240, secureBoot: false, switch: 'Lab 1' },
    });
  });

  it('take the machine of an image from a template', async () => {
    const template = await sampleTemplate();
    const { on } = await onHyperV({ template });
    expect(on).toMatchObject({ machine: { memory: 12 * GIB, processors: 6, secureBoot: false } });
  });

  it('take scripts with the account that runs them', async () => {
    const { scripts } = await read({ scripts: 'a.ps1\nb.cmd', 'guest-password': ' p ' });
    expect(scripts).toEqual({
      paths: [resolve('a.ps1'), resolve('b.cmd')],
      account: { username: 'Administrator', password: ' p ' },
    });
    expect(
      (await read({ scripts: 'a.ps1', 'guest-password': 'p', 'guest-username': 'x' })).scripts?.account.username,
    ).toBe('x');
  });

  it.each([
    [{ scripts: 'a.ps1' }, 'input-missing', 'guest-password'],
    [{ vm: '' }, 'input-missing', 'Neither the input vm nor the input image'],
    [{ server: '' }, 'input-missing', 'server'],
    [{ username: '' }, 'input-missing', 'username'],
    [{ image: 'x.vhd' }, 'input-invalid', 'Input image'],
    [{ output: 'x.vhd' }, 'input-invalid', 'Input output'],
    [{ switch: 'x' }, 'input-invalid', 'Input switch'],
    [{ memory: '4 GiB', cpus: '4' }, 'input-invalid', 'Input cpus'],
    [{ 'secure-boot': 'false' }, 'input-invalid', 'Input secure-boot'],
    [{ 'guest-password': 'p' }, 'input-invalid', 'Input guest-password'],
    [{ vm: '', image: 'x.vhd' }, 'input-invalid', 'Input server is set, and does nothing here'],
    [{ vm: '', server: '', image: 'x.vhd' }, 'input-invalid', 'Input username is set'],
    [{ vm: '', server: '', username: '', image: 'x.vhd' }, 'input-invalid', 'Input password is set'],
    [{ password: '' }, 'input-missing', 'password'],
    [{ seal: 'sysprep' }, 'input-invalid', 'seal'],
    [{ timeout: '999 ms' }, 'input-invalid', 'timeout'],
    [{ timeout: '3' }, 'input-invalid', 'timeout'],
    [{ build: '17763' }, 'input-invalid', 'build'],
    [{ build: '10.0.17763.1' }, 'input-invalid', 'build'],
  ])('refuse %o', async (inputs, code, name) => {
    await expect(read(inputs)).rejects.toMatchObject({ code, message: expect.stringContaining(name) as string });
  });

  it.each([
    [{ image: 'x.vmdk' }, 'Input image'],
    [{ output: 'x.ova' }, 'Input output'],
    [{ network: 'lab' }, 'Input network is set'],
    [{ insecure: 'true' }, 'Input insecure'],
    [{ memory: '2046 MiB' }, 'Input memory'],
    [{ memory: '2049 MiB' }, 'Input memory'],
    [{ cpus: '0' }, 'Input cpus'],
    [{ cpus: '241' }, 'Input cpus: "241"'],
    [{ 'secure-boot': 'maybe' }, 'Input secure-boot'],
  ])('refuse of an image %o', async (inputs, words) => {
    await expect(onHyperV(inputs)).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining(words) as string,
    });
  });
});
