import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INPUTS, prepare } from '../../../../actions/audit-templates/inputs.ts';
import { prepareInputs } from '../prepare-inputs.ts';

const SERVER = { server: 'vc', username: 'u', password: 'p' };
const read = (given: Record<string, string>) => prepareInputs({ INPUTS, prepare }, given);

describe('inputs of audit-templates', () => {
  it('need the server alone', async () => {
    expect(await read(SERVER)).toEqual({
      ...SERVER,
      tls: { thumbprint: undefined, caFile: undefined, insecure: false },
      datacenter: undefined,
      vms: [],
      parallel: 4,
      failOn: 'error',
      table: resolve('/tmp/runner/stillframe/audit-templates.csv'),
    });
    await expect(async () => read({ server: 'vc', username: 'u' })).rejects.toMatchObject({ code: 'input-missing' });
  });

  it('are all taken', async () => {
    const given = {
      vms: 'a*\n/DC0/vm/**, b',
      parallel: '16',
      'fail-on': 'warning',
      table: '/t.csv',
      datacenter: 'DC0',
    };
    expect(await read({ ...SERVER, ...given, thumbprint: 'AB' })).toMatchObject({
      vms: ['a*', '/DC0/vm/**', 'b'],
      parallel: 16,
      failOn: 'warning',
      table: resolve('/t.csv'),
      datacenter: 'DC0',
      tls: { thumbprint: 'AB' },
    });
  });

  it.each([
    ['parallel', '0'],
    ['parallel', '17'],
    ['fail-on', 'info'],
  ])('refuses %s %s', async (name, value) => {
    await expect(async () => read({ ...SERVER, [name]: value })).rejects.toMatchObject({ code: 'input-invalid' });
  });
});
