/** Hives as hivex sees them: those that we write, those from which we delete, and those that hivex writes for us to read. */

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Hive, type HiveKey } from '../../../src/registry/hive.ts';
import {
  binaryValue,
  dwordValue,
  expandStringValue,
  type KeyTree,
  multiStringValue,
  stringValue,
} from '../../../src/registry/hive-tree.ts';
import { writeHive } from '../../../src/registry/hive-writer.ts';
import { formatRegFile } from '../../../src/registry/reg-file.ts';
import { encodeHive } from '../../media/registry/regf-writer.ts';
import { registryKey } from '../../media/registry/registry-key.ts';
import { bcdTemplate } from '../../media/windows/bcd-template.ts';
import { systemHive } from '../../media/windows/system-hive.ts';

const run = promisify(execFile);
const key = (name: string, changes: Partial<KeyTree> = {}): KeyTree => ({ name, values: [], keys: [], ...changes });

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-hives-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Exported = ReadonlyMap<string, readonly string[]>;

/** Keys with their values, each as type and bytes, by hivexregedit. */
async function byHivex(bytes: Buffer): Promise<Exported> {
  const file = join(folder, 'hive');
  await writeFile(file, bytes);
  const args = ['--export', '--unsafe-printable-strings', '--max-depth', '64', '--prefix', 'X', file, '\\'];
  const { stdout } = await run('hivexregedit', args, { maxBuffer: 2 ** 28 });
  const keys = new Map<string, readonly string[]>();
  for (const block of stdout.split(/^\[/m).slice(1)) {
    const end = block.indexOf(']\n');
    const values = block
      .slice(end + 2)
      .split('\n')
      .filter((line) => line !== '');
    keys.set(block.slice(0, end).replace(/^X\\?/, ''), values.map(plain).sort(byText));
  }
  return keys;
}

/** One way to write a value, whichever way hivexregedit chose. */
function plain(line: string): string {
  const [, name = '', data = ''] = /^(@|"(?:[^"\\]|\\.)*")=(.*)$/.exec(line) ?? [];
  const dword = /^dword:([0-9a-f]{8})$/.exec(data)?.[1];
  if (dword !== undefined) return `${name}=4:${Buffer.from(dword, 'hex').reverse().toString('hex')}`;
  const text = /^(?:str\(([12])\):)?"(.*)"$/.exec(data);
  if (text) {
    const raw = (text[2] ?? '').replaceAll('\\"', '"').replaceAll('\\\\', '\\');
    return `${name}=${text[1] ?? 1}:${Buffer.from(`${raw}\0`, 'utf16le').toString('hex')}`;
  }
  const [, type = '', hex = ''] = /^hex\(([0-9a-f]+)\):(.*)$/.exec(data) ?? [];
  return `${name}=${Number.parseInt(type, 16)}:${hex.replaceAll(',', '')}`;
}

function byUs(bytes: Buffer): Exported {
  const keys = new Map<string, readonly string[]>();
  const walk = (node: HiveKey, path: string): void => {
    const values = node.values().map(({ name, type, data }) => {
      const quoted = name === '' ? '@' : `"${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
      return `${quoted}=${type}:${data.toString('hex')}`;
    });
    keys.set(path, values.sort(byText));
    for (const subkey of node.subkeys()) walk(subkey, path === '' ? subkey.name : `${path}\\${subkey.name}`);
  };
  walk(new Hive(bytes, 'hive').root(), '');
  return keys;
}

const TREE = key('NewStoreRoot', {
  keys: [
    key('Values', {
      values: [
        stringValue('', 'default'),
        stringValue('Text "quoted" \\ back', 'text'),
        expandStringValue('Expand', '%SystemRoot%\\x'),
        multiStringValue('List', ['a', 'b']),
        dwordValue('Number', 0xdeadbeef),
        binaryValue('Bytes', Buffer.alloc(5000, 7)),
        binaryValue('Empty', Buffer.alloc(0)),
      ],
    }),
    key('Many', {
      keys: Array.from({ length: 700 }, (_, index) => key(`Key ${index}`, { values: [dwordValue('i', index)] })),
    }),
    key('Deep', { keys: [key('er', { keys: [key('and', { keys: [key('deeper')] })] })] }),
  ],
});

describe('a hive that we write', () => {
  it('is to hivex what was asked for', async () => {
    const bytes = writeHive(TREE, 0x01d8_2e91_a02f_0000n);
    const found = await byHivex(bytes);
    expect(found).toEqual(byUs(bytes));
    expect(found.size).toBe(1 + 3 + 700 + 3);
    expect(found.get('Values')).toContain(`"Number"=4:efbeadde`);
    expect(found.get('Values')).toContain(`"Bytes"=3:${'07'.repeat(5000)}`);
  });

  it('can be changed by hivexregedit, and is read by us as hivex left it', async () => {
    const file = join(folder, 'changed');
    await writeFile(file, writeHive(TREE, 0n));
    const edits = [
      { key: 'Many\\Key 3', delete: true } as const,
      ...Array.from({ length: 1500 }, (_, index) => ({
        key: `Many\\Added ${index}\\Below`,
        values: [dwordValue('n', index)],
      })),
      { key: 'Values', values: [dwordValue('Number', 1), binaryValue('New', Buffer.alloc(3000, 1))] },
    ];
    await writeFile(join(folder, 'edits.reg'), formatRegFile(edits));
    await run('hivexregedit', ['--merge', '--prefix', '\\', file, join(folder, 'edits.reg')]);
    const bytes = await readFile(file);
    const found = byUs(bytes);
    expect(found).toEqual(await byHivex(bytes));
    expect(found.has('Many\\Key 3')).toBe(false);
    expect(found.get('Many\\Added 1499\\Below')).toEqual(['"n"=4:db050000']);
    expect(found.get('Values')).toContain('"Number"=4:01000000');
  });
});

describe('a key that we delete', () => {
  it.each([
    ['a boot store', bcdTemplate(), 'Objects', '{9dea862c-5cdd-4e70-acc1-f32b344d4795}'],
    ['a SYSTEM hive', systemHive(), 'ControlSet001\\Services', 'stornvme'],
    ['a SYSTEM hive, with all below it', systemHive(), 'ControlSet001', 'Control'],
  ])('is gone from %s for hivex too, and nothing else', async (_what, notation, parent, name) => {
    const before = encodeHive(registryKey('ROOT', notation), 'HIVE', 0n, Buffer.alloc(48));
    const hive = new Hive(Buffer.from(before), 'hive');
    const node = hive.key(parent);
    expect(node && hive.deleteSubkey(node, name)).toBe(true);
    const path = `${parent}\\${name}`;
    const wanted = [...(await byHivex(before))].filter(([at]) => at !== path && !at.startsWith(`${path}\\`));
    const after = await byHivex(hive.bytes);
    expect([...after]).toEqual(wanted);
    expect(after.size).toBeLessThan((await byHivex(before)).size);
    // What became free can be used again.
    const file = join(folder, 'reused');
    await writeFile(file, hive.bytes);
    await writeFile(join(folder, 'again.reg'), formatRegFile([{ key: path, values: [dwordValue('again', 1)] }]));
    await run('hivexregedit', ['--merge', '--prefix', '\\', file, join(folder, 'again.reg')]);
    expect((await byHivex(await readFile(file))).get(path)).toEqual(['"again"=4:01000000']);
  });
});
