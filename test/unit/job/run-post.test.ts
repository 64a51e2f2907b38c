import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UndoContext } from '../../../src/context.ts';
import type { HeldContent } from '../../../src/job/held-record.ts';
import { runPost } from '../../../src/job/run-post.ts';
import { thisProcess } from '../../../src/tools/process-identity.ts';
import { type PlayedHost, playHost } from './played-host.ts';
import { sampleAction, undoneIn } from './sample-action.ts';

let work: string;
let file: string;
let host: PlayedHost;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-post-'));
  file = join(work, 'record.json');
  host = playHost(work);
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const content = (...things: readonly object[]): HeldContent => ({
  action: 'sample',
  owner: thisProcess(),
  holds: things.map((data, index) => ({ id: index + 1, kind: 'thing', data })),
  programs: [{ pid: 7, started: '1' }],
});
const post = (state: unknown): Promise<boolean> =>
  runPost(sampleAction(work), host, typeof state === 'string' ? state : JSON.stringify(state));

describe('runPost', () => {
  it('ends what the run had started before it undoes what the run held, and forgets that', async () => {
    writeFileSync(file, JSON.stringify(content({ path: '/a' })));
    expect(await post({ file, content: content({ path: '/a' }) })).toBe(true);
    expect(host.said).toEqual([
      'Ended process 7, which a killed run had left, and what it had started',
      'Removing the thing /a',
      `debug: ${process.execPath} -e `,
    ]);
    expect(host.ended).toEqual([7]);
    expect(undoneIn(work)).toEqual(['/a']);
    expect(existsSync(file)).toBe(false);
  });

  it('believes the record more than the state, which may be older', async () => {
    writeFileSync(file, JSON.stringify(content({ path: '/a' }, { path: '/newer' })));
    await post({ file, content: content({ path: '/a' }) });
    expect(undoneIn(work)).toEqual(['/newer', '/a']);
  });

  it('has the state where the record is gone or damaged', async () => {
    expect(await post({ file, content: content({ path: '/a' }) })).toBe(true);
    writeFileSync(file, '{');
    expect(await post({ file, content: content({ path: '/b' }) })).toBe(true);
    expect(undoneIn(work)).toEqual(['/a', '/b']);
  });

  it('has the record where the state tells no more than its place', async () => {
    writeFileSync(file, JSON.stringify(content({ path: '/a' })));
    expect(await post({ file })).toBe(true);
    expect(undoneIn(work)).toEqual(['/a']);
  });

  it('says what remains, fails, and keeps the record', async () => {
    writeFileSync(file, JSON.stringify(content({ path: 'vm', stubborn: true })));
    expect(await post({ file })).toBe(false);
    expect(host.said).toContain('::error::Could not remove the thing vm: the server keeps it');
    expect(existsSync(file)).toBe(true);
  });

  it.each(['', '{}', '{', 'null', '{"file":1}'])('has nothing to do for the state %j', async (state) => {
    expect(await post(state)).toBe(true);
    expect([host.said, host.ended]).toEqual([[], []]);
  });

  it('believes no state without a place', async () => {
    expect(await post({ file: 1, content: content({ path: '/a' }) })).toBe(true);
    expect([undoneIn(work), host.ended]).toEqual([[], []]);
  });

  it('undoes within a bounded time', async () => {
    const action = sampleAction(work);
    const signals: AbortSignal[] = [];
    const undo = async (_: never, { signal }: UndoContext): Promise<void> => void signals.push(signal);
    const holds = action.holds.map((kind) => ({ ...kind, undo }));
    await runPost({ ...action, holds }, host, JSON.stringify({ file, content: content({ path: '/a' }) }));
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  });

  it('has nothing to do where neither tells anything', async () => {
    expect(await post({ file, content: { action: 'sample' } })).toBe(true);
    expect(host.ended).toEqual([]);
  });
});
