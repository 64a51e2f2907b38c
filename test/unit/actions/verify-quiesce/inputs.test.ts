import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as verifyQuiesce from '../../../../actions/verify-quiesce/inputs.ts';
import { prepareInputs } from '../prepare-inputs.ts';

const LIVE = { server: 'vc.example.com', vm: 'ws', username: 'u' };

const read = (given: Readonly<Record<string, string>>) => prepareInputs(verifyQuiesce, given);

describe('inputs of verify-quiesce', () => {
  it.each<[string, Record<string, string>, string]>([
    ['nothing to check', {}, 'input-missing'],
    ['a VM without a server', { vm: 'ws' }, 'input-missing'],
    ['a server without a VM', { server: 'vc', image: 'a.vhd' }, 'input-missing'],
    ['no password', LIVE, 'input-missing'],
    ['a copy that stays off', { ...LIVE, password: 'p', 'power-on': 'false' }, 'input-invalid'],
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
