import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as extractDrivers from '../../../../actions/extract-drivers/inputs.ts';
import { PLACE, prepareInputs } from '../prepare-inputs.ts';
import { sampleTemplate } from '../sample-template.ts';

const SHA = 'c'.repeat(64);
const read = (given: Readonly<Record<string, string>>): Promise<extractDrivers.ExtractDriversInputs> =>
  prepareInputs(extractDrivers, { product: 'windows-server-2019', 'tools-iso': 't.iso', ...given });

describe('the inputs of extract-drivers', () => {
  it('have defaults', async () => {
    expect(await read({})).toEqual({
      toolsIso: { location: resolve('t.iso'), sha256: undefined },
      product: 'windows-server-2019',
      drivers: ['pvscsi', 'vmxnet3'],
      directory: resolve('/tmp/runner/stillframe/drivers'),
      method: 'auto',
      env: PLACE.env,
      cache: PLACE.cache,
    });
  });

  it('take an address as it is, names once whatever their case, and the rest as given', async () => {
    const given = {
      'tools-iso': 'https://mirror.example/t.iso',
      sha256: SHA.toUpperCase(),
      drivers: 'pvscsi, PVSCSI\nvmxnet3',
      directory: 'd',
      method: 'msi',
    };
    expect(await read(given)).toMatchObject({
      toolsIso: { location: 'https://mirror.example/t.iso', sha256: SHA },
      drivers: ['PVSCSI', 'vmxnet3'],
      directory: resolve('d'),
      method: 'msi',
    });
  });

  it('take ISO, hash and drivers from a template; its hash is that of its ISO alone', async () => {
    const template = await sampleTemplate();
    const pinned = await prepareInputs(extractDrivers, { template });
    expect(pinned).toMatchObject({
      toolsIso: { location: '/media/t.iso', sha256: 'b'.repeat(64) },
      product: 'windows-server-2022',
      drivers: ['vmxnet3'],
    });
    expect((await read({ template })).toolsIso).toEqual({ location: resolve('t.iso'), sha256: undefined });
    expect((await prepareInputs(extractDrivers, { template, sha256: SHA })).toolsIso.sha256).toBe(SHA);
    const url = await sampleTemplate((text) => text.replace('path: /media/t.iso', 'url: https://x/t.iso'));
    expect((await prepareInputs(extractDrivers, { template: url })).toolsIso.location).toBe('https://x/t.iso');
  });

  it.each(['tools-iso', 'product'])('need %s', async (name) => {
    await expect(read({ [name]: '' })).rejects.toMatchObject({
      code: 'input-missing',
      message: expect.stringContaining(`Input ${name}`),
    });
  });
});
