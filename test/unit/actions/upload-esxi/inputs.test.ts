import { describe, expect, it } from 'vitest';
import * as uploadEsxi from '../../../../actions/upload-esxi/inputs.ts';
import { prepareInputs } from '../prepare-inputs.ts';

const REQUIRED = { ova: 'out/ws2019-std.ova', server: 'vc', username: 'u', password: ' a&b ' };

function read(inputs: Readonly<Record<string, string>>): Promise<uploadEsxi.UploadEsxiInputs> {
  return prepareInputs(uploadEsxi, { ...REQUIRED, ...inputs });
}

describe('the inputs of upload-esxi', () => {
  it('have defaults, and keep the blanks of a password', async () => {
    expect(await read({})).toMatchObject({
      password: ' a&b ',
      name: 'ws2019-std',
      as: 'template',
      ifExists: 'fail',
      diskProvisioning: 'thin',
      networks: new Map(),
    });
  });

  it('take networks one by one, or one for all', async () => {
    const { networks } = await read({ 'network-map': 'VM Network = dvs 1\nBackup=dvs-2' });
    expect([...networks]).toEqual([
      ['VM Network', 'dvs 1'],
      ['Backup', 'dvs-2'],
    ]);
    expect([...(await read({ 'network-map': 'dvs 1' })).networks]).toEqual([['*', 'dvs 1']]);
  });

  it.each([
    [{ password: '' }, 'input-missing'],
    [{ server: '' }, 'input-missing'],
    [{ as: 'library-item' }, 'input-invalid'],
    [{ as: 'iso' }, 'input-invalid'],
    [{ name: 'x'.repeat(51) }, 'input-invalid'],
    [{ 'network-map': '= b' }, 'input-invalid'],
    [{ 'network-map': 'a -> b' }, 'input-invalid'],
    [{ 'disk-provisioning': 'fat' }, 'input-invalid'],
  ])('refuse %o', async (inputs, code) => {
    await expect(read(inputs)).rejects.toMatchObject({ code });
  });
});
