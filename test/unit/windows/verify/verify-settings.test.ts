import { describe, expect, it } from 'vitest';
import { Hive } from '../../../../src/registry/hive.ts';
import { dwordValue, stringValue } from '../../../../src/registry/hive-tree.ts';
import type { RegistrySetting } from '../../../../src/windows/customize/registry-setting.ts';
import { verifyCopies, verifySettings } from '../../../../src/windows/verify/verify-settings.ts';
import { encodeHive } from '../../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../../media/registry/registry-key.ts';
import { HiveBytes } from '../../registry/hive-bytes.ts';

const hive = (notation: KeyNotation): Buffer => encodeHive(registryKey('ROOT', notation), 'X', 0n, Buffer.alloc(48));
const HIVES: Readonly<Record<string, Buffer>> = {
  'Windows/System32/config/SYSTEM': hive({ Select: { Current: 1 }, 'ControlSet001\\Services\\A': { Start: 2 } }),
  'Windows/System32/config/SOFTWARE': hive({ Corp: { Site: 'A' } }),
};
const files = { place: 'x', read: async (path: string) => HIVES[path], names: async () => [] };

const START: RegistrySetting = { hive: 'SYSTEM', key: 'CurrentControlSet\\Services\\A', value: dwordValue('start', 2) };
const SITE: RegistrySetting = { hive: 'SOFTWARE', key: 'Corp', value: stringValue('Site', 'A') };

describe('verifySettings', () => {
  it('finds what is there, and of two settings of one value the later', async () => {
    await verifySettings(files, [START, SITE]);
    await verifySettings(files, [{ ...SITE, value: stringValue('SITE', 'B') }, SITE]);
  });

  it.each<[string, RegistrySetting, string]>([
    ['another value', { ...SITE, value: stringValue('Site', 'B') }, 'HKLM\\SOFTWARE\\Corp has another value "Site"'],
    ['another type', { ...SITE, value: { ...SITE.value, type: 2 } }, 'HKLM\\SOFTWARE\\Corp has another value "Site"'],
    ['no value', { ...SITE, value: stringValue('Place', 'A') }, 'HKLM\\SOFTWARE\\Corp has no value "Place"'],
    ['no key', { ...START, key: 'CurrentControlSet\\Services\\B' }, 'has no value "start"'],
  ])('refuses %s', async (_, setting, message) => {
    await expect(verifySettings(files, [setting])).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining(message) as string,
    });
  });

  it('takes a key that Windows does not find by its list for none', async () => {
    const software = hive({ Corp: { Site: 'A' }, Дом: { Site: 'A' } });
    const hidden = new HiveBytes(software);
    const root = new Hive(software, 'x').root();
    // As hivex hashes it: over the bytes of UTF-8.
    hidden.set32(hidden.u32(root.cell, 28), 8 + 8, 37 * 0xd0 + 0x94);
    const read = (bytes: Buffer) => ({
      ...files,
      read: async (path: string) => (path.endsWith('SOFTWARE') ? bytes : HIVES[path]),
    });
    await verifySettings(read(software), [{ ...SITE, key: 'Дом' }]);
    await expect(verifySettings(read(hidden.bytes), [{ ...SITE, key: 'Дом' }])).rejects.toThrow('has no value "Site"');
  });

  it('reads nothing where nothing was wished', async () => {
    await verifySettings({ ...files, read: () => Promise.reject(new Error('read')) }, []);
  });
});

it('verifyCopies compares every file by its hash', async () => {
  const volume = { digest: async (path: string) => (path === 'a' ? 'AA' : undefined) };
  const copy = (path: string, sha256: string) => ({ path, file: '', size: 1, sha256 });
  await verifyCopies(volume, [copy('a', 'AA')]);
  await expect(verifyCopies(volume, [copy('a', 'BB')])).rejects.toThrow('a is not the file that was copied');
  await expect(verifyCopies(volume, [copy('b', 'AA')])).rejects.toThrow('the Windows volume has no b');
});
