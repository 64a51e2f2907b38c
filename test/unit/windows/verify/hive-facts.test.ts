import { expect, it } from 'vitest';
import { Hive } from '../../../../src/registry/hive.ts';
import { dwordValue } from '../../../../src/registry/hive-tree.ts';
import { neededKey, numberValue, openHive, textValue } from '../../../../src/windows/verify/hive-facts.ts';
import { encodeHive } from '../../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../../media/registry/registry-key.ts';

const bytes = (notation: KeyNotation): Buffer =>
  encodeHive(registryKey('ROOT', notation), 'SYSTEM', 0n, Buffer.alloc(48));
const hive = (notation: KeyNotation): Hive => new Hive(bytes(notation), 'SYSTEM');

it('opens the hive of the finished disk, and says which one is not there', async () => {
  const asked: [string, number][] = [];
  const files = (found: Buffer | undefined) => ({
    place: 'a.vhd',
    read: async (path: string, most: number) => {
      asked.push([path, most]);
      return found;
    },
    names: async () => [],
  });
  const opened = await openHive(files(bytes({ A: { text: 'x' } })), 'SOFTWARE');
  expect(textValue(opened.key('A'), 'text')).toBe('x');
  expect(asked).toEqual([['Windows/System32/config/SOFTWARE', 256 * 2 ** 20]]);
  await expect(openHive(files(undefined), 'SYSTEM')).rejects.toMatchObject({
    code: 'layout-wrong',
    message: expect.stringContaining('the Windows volume has no Windows/System32/config/SYSTEM') as string,
  });
  await expect(openHive(files(Buffer.from('x')), 'SYSTEM')).rejects.toMatchObject({
    file: 'a.vhd!Windows/System32/config/SYSTEM',
  });
});

it('needs a key for somebody', () => {
  expect(neededKey(hive({ A: {} }), 'A', 'a.inf').name).toBe('A');
  expect(() => neededKey(hive({ A: {} }), 'B', 'a.inf')).toThrow('its registry has no B for a.inf');
});

it('reads texts and numbers, and no number out of anything else', () => {
  const dword = dwordValue('n', 7);
  const key = hive({ A: { text: 'x', n: 7, bytes: Buffer.from([7, 0, 0, 0]), short: '7' } }).key('A');
  expect(textValue(key, 'text')).toBe('x');
  expect(textValue(key, 'none')).toBeUndefined();
  expect(textValue(undefined, 'text')).toBeUndefined();
  expect(numberValue(key, 'n')).toBe(dword.data.readUInt32LE(0));
  expect(numberValue(key, 'bytes')).toBeUndefined();
  expect(numberValue(key, 'short')).toBeUndefined();
  expect(numberValue(undefined, 'n')).toBeUndefined();
});
