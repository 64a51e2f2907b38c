import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceFiles, keepEvidence } from '../../../src/quiesce/evidence-folder.ts';
import type { LiveCheck } from '../../../src/quiesce/verify-live.ts';
import { FACTS } from './sample-facts.ts';
import { SOUND_FACTS } from './situations.ts';

const BARE: LiveCheck = { verdict: 'failed', findings: [], facts: FACTS, events: [] };
const FULL: LiveCheck = {
  ...BARE,
  fault: { type: 'F', keys: ['k'], message: 'm' },
  events: [
    { time: 't1', message: 'a' },
    { time: 't2', message: 'b' },
  ],
  hostLog: 'vmx\n',
  guest: { facts: SOUND_FACTS, texts: { reagentc: 'r', '../x': 'no', Upper: 'no' }, writers: [], ahead: 0 },
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-evidence-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('evidenceFiles', () => {
  it('are what there is, by names of our own', () => {
    const files = evidenceFiles(FULL);
    expect([...files.keys()]).toEqual([
      'fault.txt',
      'events.txt',
      'vmware.log',
      'guest-facts.json',
      'guest-reagentc.txt',
    ]);
    expect(files.get('fault.txt')).toBe('F\nk\nm\n');
    expect(files.get('events.txt')).toBe('t1 a\nt2 b\n');
    expect(files.get('vmware.log')).toBe('vmx\n');
    expect(JSON.parse(files.get('guest-facts.json') ?? '')).toEqual(SOUND_FACTS);
  });

  it('are none of what there is not, and say why the guest said nothing', () => {
    expect(evidenceFiles(BARE).size).toBe(0);
    const mute = { facts: undefined, texts: {}, writers: [], ahead: undefined, problem: 'why' };
    expect([...evidenceFiles({ ...BARE, guest: mute })]).toEqual([['guest-not-asked.txt', 'why\n']]);
  });
});

describe('keepEvidence', () => {
  it('leaves one folder, without what an earlier check has left', async () => {
    const kept = join(folder, 'a', 'ws-evidence');
    expect(await keepEvidence(FULL, kept)).toBe(kept);
    await writeFile(join(kept, 'old.txt'), '');
    await keepEvidence(FULL, kept);
    expect((await readdir(kept)).toSorted()).toEqual([...evidenceFiles(FULL).keys()].toSorted());
    expect(await readFile(join(kept, 'events.txt'), 'utf8')).toBe('t1 a\nt2 b\n');
  });

  it('leaves nothing for nothing', async () => {
    expect(await keepEvidence(BARE, join(folder, 'b'))).toBeUndefined();
    expect(await readdir(folder)).not.toContain('b');
  });
});
