import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCabDirectory } from '../../../../src/archives/cab/cab-directory.ts';
import { FormatError } from '../../../../src/errors.ts';
import { sniffContainer } from '../../../../src/updates/container.ts';
import { writeCabinet } from '../../../media/updates/cabinet.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-cab-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const CABINET = writeCabinet([
  { name: 'WSUSSCAN.cab', data: Buffer.alloc(100, 1) },
  { name: 'Windows10.0-KB5098818-x64.cab', data: Buffer.alloc(70_000, 2) },
  { name: 'ünïcode.xml', data: Buffer.from('<x/>') },
]);

async function onDisk(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'x.msu');
  await writeFile(path, bytes);
  return path;
}

test('names and sizes of the members', async () => {
  expect(await readCabDirectory(await onDisk(CABINET))).toEqual([
    { name: 'WSUSSCAN.cab', size: 100 },
    { name: 'Windows10.0-KB5098818-x64.cab', size: 70_000 },
    { name: 'ünïcode.xml', size: 4 },
  ]);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['the magic alone', CABINET.subarray(0, 4)],
  ['a header without members', CABINET.subarray(0, 40)],
  ['a directory cut in a name', CABINET.subarray(0, 70)],
  ['a zip', Buffer.from('PK\x03\x04'.padEnd(100, '\0'), 'latin1')],
])('%s is refused with the offset', async (_, bytes) => {
  await expect(readCabDirectory(await onDisk(bytes))).rejects.toBeInstanceOf(FormatError);
});

test('any changed bytes of the head end in members or a FormatError', async () => {
  const change = fc.record({ at: fc.integer({ min: 0, max: 140 }), value: fc.integer({ min: 0, max: 255 }) });
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: CABINET.length }),
      async (changes, length) => {
        const bytes = Buffer.from(CABINET);
        for (const { at, value } of changes) bytes.writeUInt8(value, at);
        const path = await onDisk(bytes.subarray(0, length));
        try {
          for (const member of await readCabDirectory(path)) expect(member.name.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('containers are told by their first bytes, whatever the name', async () => {
  expect(await sniffContainer(await onDisk(CABINET))).toBe('cab');
  expect(await sniffContainer(await onDisk(Buffer.from('MSWIM\0\0\0rest')))).toBe('wim');
  await expect(sniffContainer(await onDisk(Buffer.from('MSWIM')))).rejects.toBeInstanceOf(FormatError);
});
