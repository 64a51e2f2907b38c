import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as uploadEsxi from '../../../../actions/upload-esxi/inputs.ts';
import { prepareInputs } from '../prepare-inputs.ts';
import { sampleTemplate } from '../sample-template.ts';

const REQUIRED = { ova: 'out/ws2019-std.ova', server: 'vc', username: 'u', password: ' a&b ' };

function read(inputs: Readonly<Record<string, string>>): Promise<uploadEsxi.UploadEsxiInputs> {
  return prepareInputs(uploadEsxi, { ...REQUIRED, ...inputs });
}

describe('the inputs of upload-esxi', () => {
  it('have defaults, and keep the blanks of a password', async () => {
    expect(await read({})).toMatchObject({
      password: ' a&b ',
      name: 'ws2019-std',
      as: 'candidate',
      run: '4711',
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
    [{ as: 'library-item' }, 'input-missing'],
    [{ as: 'library-item', library: 'golden', 'via-library': 'golden' }, 'input-invalid'],
    [{ as: 'library-item', library: 'golden', host: 'h' }, 'input-invalid'],
    [{ as: 'library-item', library: 'golden', 'resource-pool': 'p' }, 'input-invalid'],
    [{ as: 'iso' }, 'input-invalid'],
    [{ name: 'x'.repeat(51) }, 'input-invalid'],
    [{ 'network-map': '= b' }, 'input-invalid'],
    [{ 'network-map': 'a -> b' }, 'input-invalid'],
    [{ 'disk-provisioning': 'fat' }, 'input-invalid'],
  ])('refuse %o', async (inputs, code) => {
    await expect(read(inputs)).rejects.toMatchObject({ code });
  });
});

describe('all inputs of upload-esxi', () => {
  it('are these by default', async () => {
    expect(await read({})).toEqual({
      ova: resolve('out/ws2019-std.ova'),
      server: 'vc',
      username: 'u',
      password: ' a&b ',
      tls: { thumbprint: undefined, caFile: undefined, insecure: false },
      name: 'ws2019-std',
      placement: {
        datacenter: undefined,
        datastore: undefined,
        folder: undefined,
        resourcePool: undefined,
        host: undefined,
      },
      networks: new Map(),
      diskProvisioning: 'thin',
      as: 'candidate',
      run: '4711',
      ifExists: 'fail',
      library: undefined,
      viaLibrary: undefined,
    });
  });

  it('are taken as they are given', async () => {
    expect(
      await read({
        ova: 'x.OVA',
        thumbprint: 't',
        'ca-file': 'c.pem',
        insecure: 'true',
        datacenter: 'dc',
        datastore: 'ds',
        folder: 'fo',
        'resource-pool': 'rp',
        host: 'ho',
        'disk-provisioning': 'eagerZeroedThick',
        as: 'vm',
        'if-exists': 'keep',
        library: 'golden',
        'via-library': 'transit',
      }),
    ).toMatchObject({
      name: 'x',
      tls: { thumbprint: 't', caFile: resolve('c.pem'), insecure: true },
      placement: { datacenter: 'dc', datastore: 'ds', folder: 'fo', resourcePool: 'rp', host: 'ho' },
      diskProvisioning: 'eagerZeroedThick',
      as: 'vm',
      ifExists: 'keep',
      library: 'golden',
      viaLibrary: 'transit',
    });
  });

  it('come from the first place of publication of a template, but for what it becomes there', async () => {
    expect(await read({ template: await sampleTemplate() })).toMatchObject({
      name: 'unusual',
      as: 'candidate',
      placement: { datastore: 'ds', folder: 'fo' },
    });
    const nowhere = await sampleTemplate((text) => text.replace(/publish:\n.*\n/, ''));
    expect(await read({ template: nowhere })).toMatchObject({ placement: { datastore: undefined } });
  });

  it('take a name of 50 characters', async () => {
    expect((await read({ name: 'x'.repeat(50) })).name).toHaveLength(50);
    await expect(read({ name: 'x'.repeat(51) })).rejects.toMatchObject({ hint: 'Write at most 50 characters.' });
  });

  it('divide a network at the last equals sign, with or without blanks', async () => {
    const networks = async (text: string): Promise<unknown> => [...(await read({ 'network-map': text })).networks];
    expect(await networks('a=b, c = d')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(await networks('a=b=c')).toEqual([['a=b', 'c']]);
    for (const wrong of ['a=', '=', 'a -> b']) {
      await expect(networks(wrong)).rejects.toMatchObject({ hint: 'Write lines such as VM Network = dvs-servers.' });
    }
  });
});
