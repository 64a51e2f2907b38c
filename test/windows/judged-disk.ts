/** A finished disk as tools see it that nobody here wrote: sgdisk, mtools, hivex, wimlib's reader of NTFS; in words that can be compared. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SECTOR = 512;
const MAX_OUTPUT = 64 * 2 ** 20;

export interface JudgedDisk {
  /** What sgdisk says of each partition: type, GUID, place, attributes, name. */
  readonly partitions: readonly string[];
  /** Of each file of the ESP its SHA-256; of a boot store nothing. */
  readonly esp: ReadonlyMap<string, string>;
  /** `object element` (or another key) of the main store and its data, with the two objects that get new names called {loader} and {resume}. */
  readonly bootStore: ReadonlyMap<string, string>;
  /** `SOFTWARE\\key name` and its data, SYSTEM too; a key has an entry of its own. */
  readonly hives: ReadonlyMap<string, string>;
  /** Of each file and folder of the Windows volume its attributes, links, streams and their SHA-1. */
  readonly tree: ReadonlyMap<string, string>;
}

/** @param image a VHD or VHDX by its ending @param folder is made and removed again */
export async function judgeDisk(image: string, folder: string): Promise<JudgedDisk> {
  await mkdir(folder);
  try {
    const raw = join(folder, 'disk.raw');
    await run('qemu-img', ['convert', '-f', image.endsWith('.vhdx') ? 'vhdx' : 'vpc', '-O', 'raw', image, raw]);
    const { stdout: verified } = await run('sgdisk', ['-v', raw]);
    if (!verified.includes('No problems found')) throw new Error(verified);
    const { stdout: all } = await run('sgdisk', ['-p', raw]);
    const numbers = [...all.matchAll(/^\s+(\d+)\s/gm)].map(([, number = '']) => number);
    const texts = await Promise.all(numbers.map(async (number) => (await run('sgdisk', ['-i', number, raw])).stdout));
    const [esp = '', , windows = ''] = texts;
    await cut(raw, esp, join(folder, 'esp.img'));
    await cut(raw, windows, join(folder, 'windows.img'));
    const files = join(folder, 'esp');
    await mkdir(files);
    await run('mcopy', ['-s', '-n', '-i', join(folder, 'esp.img'), '::/*', files]);
    return {
      partitions: texts.map((text) => text.trim()),
      esp: await digests(files),
      bootStore: await readStore(join(files, 'EFI/Microsoft/Boot/BCD')),
      hives: await readHives(join(folder, 'windows.img'), folder),
      tree: await readTree(join(folder, 'windows.img'), join(folder, 'tree.wim')),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function cut(raw: string, info: string, to: string): Promise<void> {
  const first = Number(/First sector: (\d+)/.exec(info)?.[1]);
  const count = Number(/Partition size: (\d+)/.exec(info)?.[1]);
  const from = `json:${JSON.stringify({ driver: 'raw', offset: first * SECTOR, size: count * SECTOR, file: { driver: 'file', filename: raw } })}`;
  await run('qemu-img', ['convert', '-O', 'raw', from, to]);
}

async function digests(root: string): Promise<ReadonlyMap<string, string>> {
  const paths = (await readdir(root, { recursive: true })).map((name) => join(root, name)).sort();
  const found = new Map<string, string>();
  for (const path of paths) {
    if (!(await stat(path)).isFile()) continue;
    const digest = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    found.set(relative(root, path), path.endsWith('/BCD') ? 'a boot store' : digest);
  }
  return found;
}

const DEFAULT = '23000003';
const BOOT_MANAGER = '{9dea862c-5cdd-4e70-acc1-f32b344d4795}';

async function readStore(path: string): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await run('hivexregedit', ['--export', path, '\\'], { maxBuffer: MAX_OUTPUT });
  const values = new Map<string, string>();
  let key = '';
  for (const line of stdout.split('\n')) {
    if (line.startsWith('['))
      key = line
        .slice(2, -1)
        .replace(/^Objects\\/, '')
        .replace('\\Elements\\', ' ');
    const [, name, kind = '', data = ''] = /^"([^"]*)"=(hex\([17]\):)?(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    const text =
      kind === ''
        ? data
        : Buffer.from(data.replaceAll(',', ''), 'hex').toString('utf16le').replace(/\0+$/, '').replaceAll('\0', ' ');
    values.set(`${key} ${name}`, text);
  }
  const loader = values.get(`${BOOT_MANAGER} ${DEFAULT} Element`) ?? '';
  const resume = values.get(`${loader} ${DEFAULT} Element`) ?? '';
  const named = (text: string): string => text.replaceAll(loader, '{loader}').replaceAll(resume, '{resume}');
  return new Map([...values].map(([name, value]) => [named(name), named(value)]));
}

async function readHives(volume: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const hive of ['SOFTWARE', 'SYSTEM']) {
    const options = { encoding: 'buffer', maxBuffer: MAX_OUTPUT } as const;
    const { stdout: bytes } = await run('ntfscat', [volume, `Windows/System32/config/${hive}`], options);
    await writeFile(join(folder, hive), bytes);
    const { stdout } = await run('hivexregedit', ['--export', join(folder, hive), '\\'], { maxBuffer: MAX_OUTPUT });
    let key = '';
    for (const line of stdout.split('\n')) {
      const [, name, data] = /^("(?:[^"\\]|\\.)*"|@)=(.*)$/.exec(line) ?? [];
      if (line.startsWith('[')) key = hive + line.slice(1, -1);
      if (line.startsWith('[')) found.set(key, 'a key');
      else if (name !== undefined) found.set(`${key} ${name}`, data ?? '');
    }
  }
  return found;
}

/** Facts of a file that are its own: not those of the WIM file it was captured into, and not the times, which are other in every run. */
const FACTS = /^(Short Name|Reparse Tag|Link Count|Hash|Uncompressed size)\b|stream:$/;
/** Whether a file was changed since a backup, and "no other attribute". */
const ARCHIVE_OR_NORMAL = 0x20 | 0x80;

async function readTree(volume: string, wim: string): Promise<ReadonlyMap<string, string>> {
  await run('wimlib-imagex', ['capture', volume, wim, '--compress=none'], { maxBuffer: MAX_OUTPUT });
  const { stdout } = await run('wimlib-imagex', ['dir', wim, '1', '--detailed'], { maxBuffer: MAX_OUTPUT });
  const found = new Map<string, string>();
  for (const block of stdout.split(/^-{20,}$/m)) {
    const path = /^Full Path\s*= "(.*)"$/m.exec(block)?.[1];
    if (path === undefined) continue;
    const attributes = Number(/^Attributes\s*= (\S+)/m.exec(block)?.[1]) & ~ARCHIVE_OR_NORMAL;
    const access = describeAccess(Buffer.from(/^Security Descriptor = (\S*)/m.exec(block)?.[1] ?? '', 'hex'));
    const facts = block
      .split('\n')
      .filter((line) => FACTS.test(line))
      .map((line) => line.trim().replace(/\s+=/, ' ='));
    found.set(path, [`attributes ${attributes.toString(16)}`, access, ...facts].join('; '));
  }
  return found;
}

/** Bits of an entry that say what is made below gets it too; whether it was inherited itself is left out. */
const GIVEN_ON = 0x0f;

/** Owner and entries of a security descriptor ([MS-DTYP] 2.4.6): who may what. */
function describeAccess(bytes: Buffer): string {
  if (bytes.length < 20) return 'no access list';
  const identifier = (at: number): string => {
    const parts = Array.from({ length: bytes[at + 1] ?? 0 }, (_, index) => bytes.readUInt32LE(at + 8 + 4 * index));
    return ['S-1', bytes.readUIntBE(at + 2, 6), ...parts].join('-');
  };
  const list = bytes.readUInt32LE(16);
  const entries: string[] = [];
  for (let at = list + 8; entries.length < bytes.readUInt16LE(list + 4); at += bytes.readUInt16LE(at + 2)) {
    const flags = (bytes[at + 1] ?? 0) & GIVEN_ON;
    entries.push(`${bytes[at]} ${flags} ${bytes.readUInt32LE(at + 4).toString(16)} ${identifier(at + 8)}`);
  }
  return [`owner ${identifier(bytes.readUInt32LE(4))}`, ...entries.sort((a, b) => (a < b ? -1 : 1))].join(', ');
}

/** @returns what differs, one line each: key, what the first has, what the second has */
export function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].sort().flatMap((key) => {
    const [first, second] = [a.get(key) ?? 'nothing', b.get(key) ?? 'nothing'];
    return first === second ? [] : [`${key}: ${first} | ${second}`];
  });
}
