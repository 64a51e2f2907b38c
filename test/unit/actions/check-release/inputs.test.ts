import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as checkRelease from '../../../../actions/check-release/inputs.ts';
import { PLACE, prepareInputs } from '../prepare-inputs.ts';

const LOGIN = { server: 'vc.example.com', username: 'u', password: 'p' };
const read = (more: Readonly<Record<string, string>> = {}) => prepareInputs(checkRelease, { ...LOGIN, ...more });
const STAGES = ['upload', 'bake', 'verify', 'publish', 'record'] as const;
const ALL = Object.fromEntries(STAGES.map((stage) => [stage, true]));

describe('which stages a release has', () => {
  it('is all of them where nobody says another, also where a variable that is not there was given', async () => {
    expect(await read()).toEqual(ALL);
    expect(await read(Object.fromEntries(STAGES.map((stage) => [stage, ''])))).toEqual(ALL);
  });

  it.each(STAGES)('is not %s where that is false, in each way to write it', async (stage) => {
    for (const word of ['false', 'no', 'Off'])
      expect(await read({ [stage]: word })).toEqual({ ...ALL, [stage]: false });
    expect(await read({ [stage]: 'yes' })).toEqual(ALL);
  });

  it('is told of all wrong words at once', async () => {
    await expect(read({ verify: 'ture', publish: '1' })).rejects.toMatchObject({
      code: 'input-invalid',
      message:
        '2 inputs are wrong:\n- Input verify: "ture" is not valid. Write true or false.\n- Input publish: "1" is not valid. Write true or false.',
    });
  });
});

describe('what a later step would refuse', () => {
  it('is a login that is not there, unless nothing is uploaded', async () => {
    await expect(read({ server: '', username: '', password: '' })).rejects.toMatchObject({
      code: 'input-missing',
      message: expect.stringMatching(
        /^3 inputs are wrong:\n- Input server .*\n- Input username .*\n- Input password /,
      ) as string,
    });
    expect(await read({ upload: 'false', server: '', username: '', password: '' })).toMatchObject({ upload: false });
  });

  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['a thumbprint that is none', { thumbprint: 'xy' }, /thumbprint/],
    ['two ways to trust', { thumbprint: 'a'.repeat(64), insecure: 'true' }, /More than one of thumbprint/],
    ['a CA file that is not there', { 'ca-file': '/no/such.pem' }, /such\.pem/],
    ['an arrow in the network map', { 'network-map': 'a -> b' }, /Input network-map: "a -> b"/],
    ['an engine of no name', { engine: 'qemu' }, /Input engine: "qemu"/],
    ['an engine of another system', { engine: process.platform === 'win32' ? 'wimlib' : 'dism' }, /Input engine: "/],
    ['a word for reuse that is none', { reuse: 'maybe' }, /Input reuse: "maybe"/],
    ['a key without its certificate', { 'sign-key': privateKey }, /Input sign-certificate/],
    ['a certificate without its key', { 'sign-certificate': '/c.pem' }, /Input sign-key/],
    [
      'a certificate that is not there',
      { 'sign-key': privateKey, 'sign-certificate': '/no/c.pem' },
      /sign-certificate/,
    ],
    ['an artifact of no kind', { artifact: 'ova' }, /Input artifact: "ova"/],
    ['days without an artifact', { 'retention-days': '7' }, /Input retention-days is set, and does nothing here/],
    ['days that are none', { artifact: 'reports', 'retention-days': 'week' }, /Input retention-days: "week"/],
  ])('is %s', async (_what, given, says) => {
    await expect(read(given)).rejects.toMatchObject({ message: expect.stringMatching(says) as string });
  });

  it('is an answer file that nobody can use, and the password that goes into it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stillframe-check-'));
    const unattend = join(folder, 'unattend.xml');
    const example = readFileSync(join(import.meta.dirname, '../../../../examples/templates/unattend.xml'), 'utf8');
    writeFileSync(unattend, example);
    try {
      await expect(read({ unattend: join(folder, 'none.xml') })).rejects.toMatchObject({ code: 'file-missing' });
      await expect(read({ unattend })).rejects.toThrow('a variable that nobody has filled in');
      await expect(read({ unattend, 'administrator-password': 'short' })).rejects.toThrow('fewer than 6');
      expect(await read({ unattend, 'administrator-password': 'R&D <2026>' })).toEqual(ALL);
      const env = { ADMINISTRATOR_PASSWORD: 'R&D <2026>' };
      expect(await prepareInputs(checkRelease, { ...LOGIN, unattend }, { ...PLACE, env })).toEqual(ALL);
      writeFileSync(unattend, example.replace('<Value>$', '<Value>Secret-1'));
      await expect(read({ unattend, 'administrator-password': 'R&D <2026>' })).rejects.toThrow('has no place for it');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is a first boot that would wait at the console for a password', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stillframe-check-'));
    const template = (bake: string, unattend: string): Record<string, string> => {
      const windows = `windows: { product: windows-server-2022, edition: standard-core, iso: { path: /w.iso } }`;
      writeFileSync(join(folder, 't.yml'), `name: t\n${windows}\nbake: ${bake}\n${unattend}`);
      return { template: join(folder, 't.yml') };
    };
    const waits = { code: 'input-missing', message: expect.stringContaining('would wait at its console') as string };
    const password = { 'administrator-password': 'Secret-1' };
    try {
      const onVsphere = template('{ on: vsphere, seal: none }', '');
      await expect(read(onVsphere)).rejects.toMatchObject(waits);
      expect(await read({ ...onVsphere, ...password })).toEqual(ALL);
      expect(await read({ ...onVsphere, bake: 'false' })).toEqual({ ...ALL, bake: false });
      expect(await read({ ...onVsphere, upload: 'false' })).toEqual({ ...ALL, upload: false });
      const without = template('{ on: vsphere }', 'customize: { unattend: { time-zone: UTC } }');
      await expect(read(without)).rejects.toMatchObject(waits);
      writeFileSync(join(folder, 'u.xml'), '<unattend xmlns="urn:schemas-microsoft-com:unattend"></unattend>');
      const file = template('{ on: vsphere }', 'customize: { unattend: { file: u.xml } }');
      await expect(read(file)).rejects.toMatchObject({
        ...waits,
        message: expect.stringMatching(/answer file .*u\.xml gives/) as string,
      });
      expect(await read(template('{ on: none }', ''))).toEqual(ALL);
      const onHyperV = template('{ on: hyper-v }', '');
      await expect(read({ ...onHyperV, upload: 'false' })).rejects.toMatchObject(waits);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is nothing of a server that is not asked, such as how the network of a template is named', async () => {
    expect(await read({ upload: 'false', 'network-map': 'a -> b', thumbprint: 'xy' })).toMatchObject({ upload: false });
  });

  it('never repeats a key', async () => {
    const failure = await read({ 'sign-key': 'not-a-key-1', 'sign-certificate': 'x' }).catch((error: unknown) => error);
    expect(String((failure as Error).message)).not.toContain('not-a-key-1');
    expect(checkRelease.INPUTS['sign-key'].type.secret).toBe(true);
  });
});
