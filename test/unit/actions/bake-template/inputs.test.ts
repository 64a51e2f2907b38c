import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as bakeTemplate from '../../../../actions/bake-template/inputs.ts';
import { prepareInputs } from '../prepare-inputs.ts';

const REQUIRED = { vm: 'vm-1', server: 'vc', username: 'u', password: ' a&b ' };
const read = (inputs: Readonly<Record<string, string>>): Promise<bakeTemplate.BakeTemplateInputs> =>
  prepareInputs(bakeTemplate, { ...REQUIRED, ...inputs });

describe('the inputs of bake-template', () => {
  it('have defaults', async () => {
    expect(await read({})).toEqual({
      server: 'vc',
      username: 'u',
      password: ' a&b ',
      tls: { thumbprint: undefined, caFile: undefined, insecure: false },
      datacenter: undefined,
      vm: 'vm-1',
      network: 'disconnected',
      timeout: 3 * 3_600_000,
      seal: 'none',
      build: undefined,
      scripts: undefined,
      run: '4711',
    });
  });

  it('are taken as they are given', async () => {
    expect(
      await read({ network: 'lab', timeout: '1 s', seal: 'generalize', build: '17763.8027', datacenter: 'DC' }),
    ).toMatchObject({ network: 'lab', timeout: 1000, seal: 'generalize', build: '17763.8027', datacenter: 'DC' });
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
    expect((await read({ 'guest-password': 'p' })).scripts).toBeUndefined();
  });

  it.each([
    [{ scripts: 'a.ps1' }, 'input-missing', 'guest-password'],
    [{ vm: '' }, 'input-missing', 'vm'],
    [{ password: '' }, 'input-missing', 'password'],
    [{ seal: 'sysprep' }, 'input-invalid', 'seal'],
    [{ timeout: '999 ms' }, 'input-invalid', 'timeout'],
    [{ timeout: '3' }, 'input-invalid', 'timeout'],
    [{ build: '17763' }, 'input-invalid', 'build'],
    [{ build: '10.0.17763.1' }, 'input-invalid', 'build'],
  ])('refuse %o', async (inputs, code, name) => {
    await expect(read(inputs)).rejects.toMatchObject({ code, message: expect.stringContaining(name) as string });
  });
});
