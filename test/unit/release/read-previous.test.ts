import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPrevious } from '../../../src/release/read-previous.ts';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { sampleRecord } from './sample-record.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillframe-previous-'));
afterAll(() => rmSync(folder, { recursive: true }));
let record: ReleaseRecord;
beforeAll(async () => {
  record = await sampleRecord();
});

function put(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}
const NONE = join(folder, 'none.json');

describe('readPrevious', () => {
  it('gives what the user names, else what lies there, else nothing', async () => {
    const there = put('there.json', record);
    const given = put('given.json', { ...record, features: [] });
    expect(await readPrevious(undefined, NONE, 'ws2019')).toBeUndefined();
    expect(await readPrevious(undefined, there, 'ws2019')).toEqual(JSON.parse(JSON.stringify(record)));
    expect(await readPrevious(given, there, 'ws2019')).toMatchObject({ features: [] });
    expect(await readPrevious(given, NONE, 'ws2019')).toMatchObject({ features: [] });
  });

  it.each<[string, () => Promise<unknown>, string, string]>([
    [
      'a record that is not there',
      () => readPrevious(NONE, NONE, 'ws2019'),
      'file-missing',
      `The record ${NONE} (input previous) does not exist`,
    ],
    [
      'one of another template',
      () => readPrevious(put('a.json', record), NONE, 'b'),
      'input-invalid',
      'is the record of ws2019, not of b',
    ],
    [
      'to replace that of another template',
      () => readPrevious(undefined, put('a.json', record), 'b'),
      'input-invalid',
      'is the record of ws2019, and would be replaced by one of b',
    ],
    [
      'to replace that of another, whatever is given',
      () => readPrevious(put('b.json', { ...record, name: 'b' }), put('a.json', record), 'b'),
      'input-invalid',
      'would be replaced by one of b',
    ],
    [
      'what is no record',
      () => readPrevious(put('c.json', { ...record, ova: {} }), NONE, 'ws2019'),
      'input-invalid',
      "/ova must have required property 'file'",
    ],
    [
      'an empty object',
      () => readPrevious(put('c.json', {}), NONE, 'ws2019'),
      'input-invalid',
      'the top level must have',
    ],
    [
      'what is no JSON',
      () => readPrevious(put('c.json', '{'), NONE, 'ws2019'),
      'input-invalid',
      'reads: Expected property name',
    ],
    ['a folder', () => readPrevious(undefined, folder, 'ws2019'), 'file-missing', 'is a folder where a file is needed'],
  ])('refuses %s', async (_what, read, code, message) => {
    await expect(read()).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
  });
});
