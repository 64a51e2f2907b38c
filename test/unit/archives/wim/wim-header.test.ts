import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readWimHead } from '../../../../src/archives/wim/wim-header.ts';
import { sampleWim } from './sample-wim.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-wim-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function head(bytes: Buffer) {
  const path = join(folder, 'install.wim');
  await writeFile(path, bytes);
  return readWimHead(path);
}

describe('readWimHead', () => {
  it('reads the XML without its mark, and which part of how many the file is', async () => {
    expect(await head(sampleWim('<WIM>ß ж</WIM>', { part: 2, parts: 3, guid: 0xab }))).toEqual({
      part: 2,
      parts: 3,
      guid: 'ab000000000000000000000000000000',
      xml: '<WIM>ß ж</WIM>',
    });
  });

  it('reads XML data that end with the file, and none', async () => {
    expect((await head(sampleWim('<WIM/>').subarray(0, 222))).xml).toBe('<WIM/>');
    const none = sampleWim('');
    none.writeUIntLE(0, 72, 6);
    expect((await head(none)).xml).toBe('');
  });

  it.each([
    ['another file', Buffer.from('MSCF'.padEnd(300)), 'offset 0: expected a WIM (MSWIM)'],
    ['a file that ends within its head', sampleWim('').subarray(0, 207), 'offset 0: expected a WIM (MSWIM)'],
    ['XML data beyond the end', sampleWim('<WIM/>').subarray(0, 219), 'offset 72: expected XML data within 219 bytes'],
    ['XML data of an odd size', oddSize(), 'offset 72: expected XML data within 222 bytes'],
    ['a file of nothing', Buffer.alloc(0), 'offset 0: expected a WIM (MSWIM), found ""'],
    ['XML data of an absurd size', hugeSize(), 'offset 72: expected XML data within'],
  ])('refuses %s', async (_, bytes, message) => {
    await expect(head(bytes)).rejects.toThrow(message);
  });
});

function oddSize(): Buffer {
  const bytes = sampleWim('<WIM/>');
  bytes.writeUIntLE(13, 72, 6);
  return bytes;
}

function hugeSize(): Buffer {
  const bytes = sampleWim('<WIM/>');
  bytes.writeUIntLE(2 ** 40, 72, 6);
  return bytes;
}
