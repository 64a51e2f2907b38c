import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createHeldRecord,
  findAbandonedRecords,
  type HeldContent,
  parseHeldContent,
  readHeldContent,
  removeRecord,
} from '../../../src/job/held-record.ts';
import { thisProcess } from '../../../src/tools/process-identity.ts';

let work = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-held-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const folder = (): string => join(work, 'records');

describe('the record', () => {
  it('is a file only while it holds something, and tells of every change of what is held', () => {
    const told: HeldContent[] = [];
    const record = createHeldRecord(folder(), { action: 'x', owner: thisProcess() }, (_, content) =>
      told.push(content),
    );
    expect(told).toHaveLength(1);
    expect(existsSync(folder())).toBe(false);
    const first = record.add('copy', { vm: 1 });
    const second = record.add('file', { path: 'a' });
    expect([first.id, second.id]).toEqual([1, 2]);
    expect(parseHeldContent(readFileSync(record.file, 'utf8'))).toEqual(record.content());
    expect(told.at(-1)?.holds).toEqual([first, second]);
    record.remove(first);
    record.remove(first);
    expect(told).toHaveLength(4);
    expect(parseHeldContent(readFileSync(record.file, 'utf8'))?.holds).toEqual([second]);
    record.programStarted({ pid: 7, started: '9' });
    expect(parseHeldContent(readFileSync(record.file, 'utf8'))?.programs).toEqual([{ pid: 7, started: '9' }]);
    expect(told).toHaveLength(4);
    record.remove(second);
    expect(parseHeldContent(readFileSync(record.file, 'utf8'))).toMatchObject({
      holds: [],
      programs: [{ pid: 7, started: '9' }],
    });
    record.programEnded({ pid: 7, started: '9' });
    expect(readdirSync(folder())).toEqual([]);
  });

  it('is none where nothing was ever held', () => {
    const record = createHeldRecord(folder(), { action: 'x', owner: thisProcess() });
    record.programEnded({ pid: 7, started: '9' });
    expect(existsSync(folder())).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('is nobody else’s to read', () => {
    const record = createHeldRecord(folder(), { action: 'x', owner: thisProcess() });
    record.add('session', { cookie: 'secret' });
    expect(statSync(record.file).mode & 0o777).toBe(0o600);
    expect(statSync(folder()).mode & 0o777).toBe(0o700);
  });
});

it.each([
  '',
  'null',
  '1',
  '{}',
  '{"owner":{"host":"h","kernel":"","pid":1,"started":"1"},"action":"x"}',
  '{"owner":{"host":"h","kernel":"","pid":1,"started":"1"},"action":7,"holds":[]}',
  '{"owner":{"host":"h","kernel":"","pid":1,"started":"1"},"holds":[]}',
  '{"owner":{"host":"h","kernel":"","pid":1,"started":"1"},"action":"x","holds":{}}',
  '{"owner":{"host":"h","kernel":"","pid":0,"started":"1"},"action":"x","holds":[]}',
])('is no record: %s', (json) => expect(parseHeldContent(json)).toBeUndefined());

it('leaves out what is no hold and no program', () => {
  const owner = { host: 'h', kernel: 'k', pid: 1, started: '1' };
  const json = JSON.stringify({
    owner,
    action: 'x',
    holds: [{ id: 1, kind: 'a', data: 2 }, { id: '1', kind: 'a' }, { id: 2 }, { kind: 'a' }, {}, null, 7],
    programs: [{ pid: 1, started: '2' }, { pid: '1', started: '2' }, { pid: 1 }, {}, null],
  });
  expect(parseHeldContent(json)).toEqual({
    owner,
    action: 'x',
    holds: [{ id: 1, kind: 'a', data: 2 }],
    programs: [{ pid: 1, started: '2' }],
  });
  expect(readHeldContent({ owner, action: 'x', holds: [], programs: 'none' })?.programs).toEqual([]);
  expect(readHeldContent({ owner, action: 'x', holds: [] })?.programs).toEqual([]);
});

it('finds records of the same action whose process has ended on this machine, and no others', async () => {
  const { pid } = spawnSync('/bin/sh', ['-c', '']);
  const put = (name: string, action: string, owner: object): void =>
    writeFileSync(join(work, name), JSON.stringify({ action, owner, holds: [], programs: [] }));
  put('x-1.json', 'x', { host: hostname(), kernel: '', pid, started: '1' });
  put('x-2.json', 'x', thisProcess());
  put('x-3.json', 'x', { host: 'elsewhere', kernel: '', pid, started: '1' });
  put('x-4.json', 'x-y', { host: hostname(), kernel: '', pid, started: '1' });
  put('y-5.json', 'y', { host: hostname(), kernel: '', pid, started: '1' });
  writeFileSync(join(work, 'x-7.json'), 'no record');
  put('x-6.json.new', 'x', { host: hostname(), kernel: '', pid, started: '1' });
  const found = await findAbandonedRecords(work, 'x');
  expect(found.map(({ file }) => file)).toEqual([join(work, 'x-1.json')]);
  await removeRecord(join(work, 'x-1.json'));
  expect(await findAbandonedRecords(work, 'x')).toEqual([]);
  expect(await findAbandonedRecords(join(work, 'none'), 'x')).toEqual([]);
});
