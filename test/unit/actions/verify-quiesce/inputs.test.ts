import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as verifyQuiesce from '../../../../actions/verify-quiesce/inputs.ts';
import { prepareInputs } from '../prepare-inputs.ts';
import { sampleTemplate } from '../sample-template.ts';

const LIVE = { server: 'vc.example.com', vm: 'ws', username: 'u' };

const MARKED = { ...LIVE, password: 'p', 'guest-password': 'g', 'marker-scripts': 'true' };

const read = (given: Readonly<Record<string, string>>) => prepareInputs(verifyQuiesce, given);

describe('inputs of verify-quiesce', () => {
  it.each<[string, Record<string, string>, string]>([
    ['nothing to check', {}, 'input-missing'],
    ['a VM without a server', { vm: 'ws' }, 'input-missing'],
    ['a server without a VM', { server: 'vc', image: 'a.vhd' }, 'input-missing'],
    ['no password', LIVE, 'input-missing'],
    ['a copy that stays off', { ...LIVE, password: 'p', 'power-on': 'false' }, 'input-invalid'],
    ['a customized VM itself', { ...LIVE, password: 'p', copy: 'false', customization: 'generated' }, 'input-invalid'],
    ['a customized copy without a network', { ...LIVE, password: 'p', customization: 'lab' }, 'input-invalid'],
    ['a marker script in the VM itself', { ...MARKED, copy: 'false' }, 'input-invalid'],
    ['a marker script without an account', { ...LIVE, password: 'p', 'marker-scripts': 'true' }, 'input-invalid'],
    ['no time at all', { ...LIVE, password: 'p', timeout: '10 ms' }, 'input-invalid'],
  ])('refuses %s', async (_, given, code) => {
    await expect(read(given)).rejects.toMatchObject({ code });
  });

  it('takes an image alone, a VM alone, and both', async () => {
    expect(await read({ image: 'a.vhd' })).toEqual({ level: 'application', image: resolve('a.vhd') });
    const live = await read({ ...LIVE, password: ' spaces belong to it ' });
    expect(live.live).toMatchObject({ password: ' spaces belong to it ', copy: true, powerOn: true, timeout: 900_000 });
    const both = await read({ ...LIVE, password: 'p', image: 'a.vhd', copy: 'false', 'power-on': 'false' });
    expect(both).toMatchObject({ image: resolve('a.vhd'), live: { vm: 'ws', copy: false, powerOn: false } });
  });
});

describe('all inputs of verify-quiesce', () => {
  it('are these by default', async () => {
    expect(await read({ ...LIVE, password: 'p' })).toEqual({
      level: 'application',
      live: {
        server: 'vc.example.com',
        username: 'u',
        password: 'p',
        tls: { thumbprint: undefined, caFile: undefined, insecure: false },
        datacenter: undefined,
        vm: 'ws',
        copy: true,
        resourcePool: undefined,
        network: undefined,
        powerOn: true,
        customization: undefined,
        restore: false,
        markerScripts: false,
        account: undefined,
        timeout: 900_000,
        directory: resolve('/tmp/runner/stillframe/verify-quiesce'),
      },
    });
  });

  it('are taken as they are given', async () => {
    const given = {
      ...LIVE,
      password: 'p',
      thumbprint: 't',
      'ca-file': 'c.pem',
      insecure: 'true',
      datacenter: 'dc',
      'resource-pool': 'rp',
      network: 'n',
      customization: 'lab',
      restore: 'true',
      'marker-scripts': 'true',
      'guest-username': 'me',
      'guest-password': ' secret',
      timeout: '1 s',
      level: 'filesystem',
      directory: 'd',
    };
    expect(await read(given)).toMatchObject({
      level: 'filesystem',
      live: {
        tls: { thumbprint: 't', caFile: resolve('c.pem'), insecure: true },
        datacenter: 'dc',
        resourcePool: 'rp',
        network: 'n',
        customization: 'lab',
        restore: true,
        markerScripts: true,
        account: { username: 'me', password: ' secret' },
        timeout: 1000,
        directory: resolve('d'),
      },
    });
  });

  it('take the marker script from a template, and refuse it where it cannot be', async () => {
    const template = await sampleTemplate((text) => text.replace('customization: lab', 'marker-scripts: true'));
    const given = { ...LIVE, password: 'p', template };
    expect(await read({ ...given, 'guest-password': 'g' })).toMatchObject({ live: { markerScripts: true } });
    await expect(read(given)).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(read({ ...given, 'guest-password': 'g', copy: 'false' })).rejects.toMatchObject({
      hint: expect.stringContaining('The script is put into a copy alone') as string,
    });
    // Nobody asks for it where an image alone is checked.
    expect(await read({ image: 'a.vhd', template })).not.toHaveProperty('live');
  });

  it('take level, time-out and customization from a template', async () => {
    const template = await sampleTemplate();
    expect(await read({ ...LIVE, password: 'p', network: 'n', template })).toMatchObject({
      level: 'filesystem',
      live: { timeout: 420_000, customization: 'lab' },
    });
    expect(await read({ ...LIVE, password: 'p', customization: 'none', template })).toMatchObject({
      live: { customization: undefined },
    });
  });

  it.each<[Record<string, string>, string, string]>([
    [{}, 'Neither the input image nor the inputs server and vm are set', 'Set image to check a disk'],
    [{ vm: 'ws' }, 'Input server', ''],
    [{ server: 'vc' }, 'Input vm', ''],
    [{ server: 'vc', vm: 'ws' }, 'Input username', ''],
    [LIVE, 'Input password', ''],
    [{ ...LIVE, password: 'p', timeout: '999 ms' }, 'Input timeout', 'Write at least a second'],
    [{ ...LIVE, password: 'p', 'power-on': 'false' }, 'Input power-on', 'A copy is always off at first'],
    [{ ...LIVE, password: 'p', copy: 'false', network: 'n' }, 'Input network', 'It is used with copy: true'],
    [{ ...LIVE, password: 'p', copy: 'false', customization: 'x' }, 'Input customization', 'Only a copy is customized'],
    [{ ...LIVE, password: 'p', customization: 'x' }, 'Input customization', 'Set network to an isolated one'],
    [{ ...MARKED, copy: 'false' }, 'Input marker-scripts', ''],
    [{ ...LIVE, password: 'p', 'marker-scripts': 'true' }, 'Input marker-scripts', 'Set guest-password, the one of'],
  ])('%j is refused: %s', async (given, message, hint) => {
    await expect(read(given)).rejects.toMatchObject({
      message: expect.stringContaining(message) as string,
      hint: expect.stringContaining(hint) as string,
    });
  });
});

it('tells whether the template asks for the Recovery partition that snapshots fail on', async () => {
  const asks = async (recovery: string) => {
    const template = await sampleTemplate((text) => text.replace('recovery: none', `recovery: ${recovery}`));
    return (await read({ image: 'a.vhd', template })).asksForRecovery;
  };
  expect(await asks('last')).toBe(true);
  expect(await asks('none')).toBeUndefined();
});
