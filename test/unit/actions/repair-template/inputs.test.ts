import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as repairTemplate from '../../../../actions/repair-template/inputs.ts';
import { PLACE, prepareInputs } from '../prepare-inputs.ts';

it('the inputs of repair-template for an image', async () => {
  expect(await prepareInputs(repairTemplate, { image: 'a.vhd' })).toStrictEqual({
    offline: { image: resolve('a.vhd'), extend: false, dryRun: false, sourceDate: undefined },
  });
  const date = new Date(5);
  const given = { image: 'a.vhd', output: 'b.vhd', extend: 'true', 'dry-run': 'true' };
  expect(await prepareInputs(repairTemplate, given, { ...PLACE, sourceDate: () => date })).toStrictEqual({
    offline: {
      image: resolve('a.vhd'),
      output: resolve('b.vhd'),
      extend: true,
      dryRun: true,
      sourceDate: date,
    },
  });
  await expect(prepareInputs(repairTemplate, {})).rejects.toMatchObject({ code: 'input-missing' });
});

describe('the inputs of repair-template for a template on a server', () => {
  const SERVER = { server: 'vc', username: 'u', password: 'p', vm: 'ws', 'guest-password': 'g' };

  it('are taken with their defaults, and whole', async () => {
    const all = {
      server: 'vc',
      username: 'u',
      password: 'p',
      tls: { thumbprint: undefined, caFile: undefined, insecure: false },
      datacenter: undefined,
      resourcePool: undefined,
      vm: 'ws',
      account: { username: 'Administrator', password: 'g' },
      safetyCopy: true,
      timeout: 900_000,
      extend: false,
      dryRun: false,
    };
    expect(await prepareInputs(repairTemplate, SERVER)).toStrictEqual({ live: all });
    const given = {
      ...SERVER,
      thumbprint: 'AA:BB',
      'ca-file': 'ca.pem',
      insecure: 'true',
      datacenter: 'DC',
      'resource-pool': 'lab',
      'guest-username': 'LAB\\x',
      'safety-copy': 'false',
      timeout: '1 s',
      extend: 'true',
      'dry-run': 'true',
    };
    expect(await prepareInputs(repairTemplate, given)).toStrictEqual({
      live: {
        ...all,
        tls: { thumbprint: 'AA:BB', caFile: resolve('ca.pem'), insecure: true },
        datacenter: 'DC',
        resourcePool: 'lab',
        account: { username: 'LAB\\x', password: 'g' },
        safetyCopy: false,
        timeout: 1000,
        extend: true,
        dryRun: true,
      },
    });
  });

  it.each(['server', 'vm', 'username', 'password', 'guest-password'])('want %s', async (name) => {
    const { [name as 'vm']: _, ...rest } = SERVER;
    await expect(prepareInputs(repairTemplate, rest)).rejects.toMatchObject({
      code: 'input-missing',
      message: expect.stringContaining(name) as string,
    });
  });

  it.each([
    [{ output: 'b.vhd' }, 'output', 'It is used with image'],
    [{ image: 'a.vhd' }, 'image', 'Either an image is repaired'],
    [{ timeout: '999 ms' }, 'timeout', 'at least a second'],
  ])('do not go with %j', async (more, name, hint) => {
    await expect(prepareInputs(repairTemplate, { ...SERVER, ...more })).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining(name) as string,
      hint: expect.stringContaining(hint) as string,
    });
    await expect(prepareInputs(repairTemplate, { vm: 'ws', image: 'a.vhd' })).rejects.toMatchObject({
      code: 'input-invalid',
    });
    await expect(prepareInputs(repairTemplate, { server: 'vc', image: 'a.vhd' })).rejects.toMatchObject({
      code: 'input-invalid',
    });
  });
});
