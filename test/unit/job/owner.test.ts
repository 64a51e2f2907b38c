import { hostname } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hasEnded, parseOwner, thisProcess } from '../../../src/job/owner.ts';

const own = thisProcess();
/** No process has this number: Linux counts to 2^22. */
const FREE = 2 ** 22 + 1;

afterEach(() => vi.restoreAllMocks());

describe('thisProcess and parseOwner', () => {
  it('tell this process, and read that back', () => {
    expect(own).toMatchObject({ host: hostname(), pid: process.pid });
    if (process.platform === 'linux') expect(own.started).toMatch(/^\d+$/);
    expect(parseOwner(JSON.parse(JSON.stringify(own)))).toEqual(own);
  });

  it('take a record that names no host for one of this machine', () => {
    expect(parseOwner({ pid: 7, started: '9' })).toEqual({ host: hostname(), pid: 7, started: '9' });
  });

  it.each([
    undefined,
    null,
    1,
    {},
    { pid: '7', started: '9' },
    { pid: 0, started: '9' },
    { pid: -1, started: '9' },
    { pid: 7 },
    { pid: 7, started: 9 },
  ])('know none in %j', (value) => {
    expect(parseOwner(value)).toBeUndefined();
  });
});

describe('hasEnded', () => {
  it('is true for a number that no process has, on this machine alone', () => {
    expect(hasEnded({ ...own, pid: FREE })).toBe(true);
    expect(hasEnded({ ...own, pid: FREE, host: `${own.host}.elsewhere` })).toBe(false);
  });

  it('is false for a process that lives', () => {
    expect(hasEnded(own)).toBe(false);
  });

  it.runIf(process.platform === 'linux')('is true when another process has the number by now', () => {
    expect(hasEnded({ ...own, started: '1' })).toBe(true);
  });

  it('is false where the start cannot be told', () => {
    expect(hasEnded({ ...own, started: '' })).toBe(false);
  });

  it('is false for the process of another account, which may not be asked', () => {
    vi.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
    });
    expect(hasEnded(own)).toBe(false);
  });

  it('only asks', () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    hasEnded(own);
    expect(kill.mock.calls).toEqual([[own.pid, 0]]);
  });
});
