import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Hive } from '../../../src/registry/hive.ts';
import { dwordValue } from '../../../src/registry/hive-tree.ts';
import { findIndexedKey } from '../../../src/registry/key-index.ts';
import {
  currentControlSet,
  editHive,
  openSystemHive,
  refuseLinks,
  remoteDesktopEdits,
} from '../../../src/registry/system-hive.ts';
import { encodeHive } from '../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../media/registry/registry-key.ts';
import { fakeTools } from '../drivers/fake-tools.ts';
import { HiveBytes } from './hive-bytes.ts';

const encoded = (notation: KeyNotation): Buffer =>
  encodeHive(registryKey('ROOT', notation), 'SYSTEM', 0n, Buffer.alloc(48));
const control = (notation: KeyNotation): string => currentControlSet(new Hive(encoded(notation), 'SYSTEM'));

describe('currentControlSet', () => {
  it('is the one that Select names, with three digits', () => {
    const sets = { ControlSet001: {}, ControlSet002: {}, ControlSet012: {} };
    expect(control({ ...sets, Select: { Current: 2, Default: 1 } })).toBe('ControlSet002');
    expect(control({ ...sets, Select: { CURRENT: 12 } })).toBe('ControlSet012');
  });

  it.each<[string, KeyNotation, string]>([
    ['no Select', { ControlSet001: {} }, 'found ControlSet000'],
    ['no Current', { ControlSet001: {}, Select: { Default: 1 } }, 'found ControlSet000'],
    ['a Current that is no number', { ControlSet001: {}, Select: { Current: 'abc' } }, 'found ControlSet000'],
    ['a Current that is not there', { ControlSet001: {}, Select: { Current: 3 } }, 'found ControlSet003'],
  ])('refuses a hive with %s', (_what, notation, message) => {
    expect(() => control(notation)).toThrow(message);
    expect(() => control(notation)).toThrow('a SYSTEM hive whose Select\\Current names a control set');
  });
});

describe('a hive file', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stillframe-system-'));
    file = join(folder, 'SYSTEM');
    await writeFile(file, encoded({ Select: { Current: 1 }, ControlSet001: { There: { Below: {} } } }));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('tells its control set', async () => {
    expect(await openSystemHive(file)).toEqual({ controlSet: 'ControlSet001' });
  });

  it('is merged by hivexregedit, with what there is to delete', async () => {
    const { tools, calls } = fakeTools(() => '');
    const text = join(folder, 'x.reg');
    await editHive(
      file,
      [
        { key: 'ControlSet001\\There', delete: true },
        { key: 'ControlSet001\\NotThere', delete: true },
        { key: 'ControlSet001\\New', values: [dwordValue('V', 1)] },
      ],
      text,
      tools,
    );
    expect(calls).toMatchObject([{ tool: 'hivexregedit', args: ['--merge', '--prefix', '\\', file, text] }]);
    const lines = (await readFile(text, 'utf8')).split('\n').filter((line) => line.startsWith('['));
    expect(lines).toEqual(['[-\\ControlSet001\\There]', '[\\ControlSet001]', '[\\ControlSet001\\New]']);
  });

  it('has its lists of keys in the order of Windows afterwards, however they were merged', async () => {
    const merged = new HiveBytes(encoded({ Select: { Current: 1 }, ControlSet001: { A: {}, ж: {}, Ж2: {} } }));
    const list = merged.u32(new Hive(merged.bytes, 'SYSTEM').key('ControlSet001')?.cell ?? -1, 28);
    // As hivex hashes it: over the bytes of UTF-8.
    merged.set32(list, 8 + 8, 37 * 0xd0 + 0xb6);
    await writeFile(file, merged.bytes);
    const found = async () => findIndexedKey(new Hive(await readFile(file), 'SYSTEM'), 'ControlSet001\\ж')?.name;
    expect(await found()).toBeUndefined();
    const edits = [{ key: 'ControlSet001\\ж', values: [dwordValue('V', 1)] }];
    await editHive(file, edits, join(folder, 'x.reg'), fakeTools(() => '').tools);
    expect(await found()).toBe('ж');
  });

  it('that is no hive is not touched', async () => {
    await writeFile(file, 'text');
    const { tools, calls } = fakeTools(() => '');
    await expect(editHive(file, [], join(folder, 'x.reg'), tools)).rejects.toThrow('a registry hive');
    expect(calls).toEqual([]);
  });
});

describe('refuseLinks', () => {
  it('names a link on the way to a key, and where it leads', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stillframe-links-'));
    const file = join(folder, 'SOFTWARE');
    const target = '\\Registry\\Machine\\SOFTWARE\\Classes\\Wow6432Node';
    const link = { SymbolicLinkValue: Buffer.from(target, 'utf16le'), CLSID: {} };
    const hive = new HiveBytes(encoded({ WOW6432Node: { Classes: link, Corp: {} } }));
    hive.set16(new Hive(hive.bytes, file).key('WOW6432Node\\Classes')?.cell ?? -1, 2, 0x30);
    await writeFile(file, hive.bytes);
    const refuse = (key: string) => refuseLinks(file, 'SOFTWARE', [{ key, values: [] }]);
    for (const key of ['WOW6432Node\\Corp\\New', 'New', 'Classes']) await refuse(key);
    for (const key of ['wow6432node\\classes', 'WOW6432Node\\Classes\\CLSID\\New']) {
      await expect(refuse(key)).rejects.toMatchObject({
        code: 'input-invalid',
        message: expect.stringMatching(
          /HKLM\\SOFTWARE\\wow6432node\\classes is a link .*, to \\Registry\\Machine/i,
        ) as string,
      });
    }
    await rm(folder, { recursive: true });
  });
});

it('remoteDesktopEdits let Remote Desktop listen', () => {
  expect(remoteDesktopEdits('ControlSet003')).toEqual([
    { key: 'ControlSet003\\Control\\Terminal Server', values: [dwordValue('fDenyTSConnections', 0)] },
  ]);
});
