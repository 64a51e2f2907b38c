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
    [{ as: 'iso' }, 'input-invalid'],
    [{ name: 'x'.repeat(51) }, 'input-invalid'],
    [{ 'network-map': '= b' }, 'input-invalid'],
    [{ 'network-map': 'a -> b' }, 'input-invalid'],
    [{ 'network-map': 'a = b\na = c' }, 'input-invalid'],
    [{ 'network-map': 'b\nc' }, 'input-invalid'],
    [{ 'disk-provisioning': 'fat' }, 'input-invalid'],
  ])('refuse %o', async (inputs, code) => {
    await expect(read(inputs)).rejects.toMatchObject({ code });
  });
});

it('say of a network that is mapped twice which it is', async () => {
  await expect(read({ 'network-map': 'LAN = a\nDMZ = b\nLAN = c' })).rejects.toMatchObject({
    message: expect.stringContaining('LAN = c') as string,
    hint: 'Map each network of the OVA once: LAN is mapped to a already.',
  });
  await expect(read({ 'network-map': 'a\nb' })).rejects.toMatchObject({
    hint: 'Map each network of the OVA once: every network is mapped to a already.',
  });
  const both = await read({ 'network-map': 'LAN = a\nb' });
  expect([...both.networks]).toEqual([
    ['LAN', 'a'],
    ['*', 'b'],
  ]);
});

it.each(['replace', 'keep'])(
  'refuse if-exists: %s for a candidate, which disturbs nobody of its name',
  async (ifExists) => {
    for (const as of [{}, { as: 'candidate' }]) {
      await expect(read({ ...as, 'if-exists': ifExists })).rejects.toMatchObject({
        code: 'input-invalid',
        message: 'Input if-exists is set, and does nothing here',
        hint: 'It is used with as: vm or template or library-item: leave it out, or set that.',
      });
    }
    expect((await read({ as: 'template', 'if-exists': ifExists })).ifExists).toBe(ifExists);
    expect((await read({ as: 'library-item', library: 'l', 'if-exists': ifExists })).ifExists).toBe(ifExists);
    expect((await read({ 'if-exists': 'fail' })).as).toBe('candidate');
  },
);

describe('what an item of a library has no use for', () => {
  const item = { as: 'library-item', library: 'golden' };

  it.each([
    { 'via-library': 'golden' },
    { datacenter: 'dc' },
    { 'resource-pool': 'p' },
    { host: 'h' },
    { datastore: 'ds' },
    { folder: 'fo' },
    { 'network-map': 'Lab' },
    { 'disk-provisioning': 'thick' },
  ])('is refused by name: %o', async (inputs) => {
    await expect(read({ ...item, ...inputs })).rejects.toMatchObject({
      code: 'input-invalid',
      message: `Input ${Object.keys(inputs)[0]} is set, and does nothing here`,
      hint: 'It is used without as: library-item: leave one of the two out.',
    });
  });

  it('is left alone where a template file says it, or where it is the default', async () => {
    const template = await sampleTemplate();
    const read = await prepareInputs(uploadEsxi, { ...REQUIRED, ...item, template, 'disk-provisioning': 'thin' });
    expect(read).toMatchObject({ as: 'library-item', library: 'golden', placement: { datastore: 'ds', folder: 'fo' } });
  });

  it('and a library is refused to what is none of its items', async () => {
    await expect(read({ as: 'vm', library: 'golden' })).rejects.toMatchObject({
      message: 'Input library is set, and does nothing here',
      hint: 'It is used with as: library-item: leave it out, or set that.',
    });
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
        'via-library': 'transit',
      }),
    ).toMatchObject({
      name: 'x',
      tls: { thumbprint: 't', caFile: resolve('c.pem'), insecure: true },
      placement: { datacenter: 'dc', datastore: 'ds', folder: 'fo', resourcePool: 'rp', host: 'ho' },
      diskProvisioning: 'eagerZeroedThick',
      as: 'vm',
      ifExists: 'keep',
      library: undefined,
      viaLibrary: 'transit',
    });
    expect(await read({ as: 'library-item', library: 'golden' })).toMatchObject({ library: 'golden' });
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
