import { describe, expect, it } from 'vitest';
import { thisProcess } from '../../../../src/tools/process-identity.ts';
import {
  describeOwner,
  formatOwner,
  type Owner,
  ownerProcess,
  parseOwner,
  standingOf,
} from '../../../../src/vsphere/vm/owner.ts';

const TIME = new Date('2026-11-28T12:00:00.000Z');
const OWNER: Owner = { run: 'ab12cd34', host: 'runner 1', kernel: 'b/pid:[4]', pid: 42, started: '77', time: TIME };
/** Larger than any number that a kernel gives. */
const NOBODY = 2 ** 30;

describe('the owner in a setting', () => {
  it('is one line without quotes, and is read again', () => {
    const text = formatOwner(OWNER, TIME);
    expect(text).toBe(
      'run=ab12cd34 machine=runner%201%2Fb%2Fpid%3A%5B4%5D process=42@77 time=2026-11-28T12:00:00.000Z',
    );
    expect(parseOwner(text)).toEqual(OWNER);
  });

  it('says nothing of a kernel and a start that cannot be told', () => {
    const owner = { ...OWNER, kernel: '', started: '' };
    const text = formatOwner(owner, TIME);
    expect(text).toBe('run=ab12cd34 machine=runner%201 process=42 time=2026-11-28T12:00:00.000Z');
    expect(parseOwner(text)).toEqual(owner);
  });

  it.each([
    '',
    'ab12cd34',
    'run=a machine=b process=c time=2026-11-28T12:00:00.000Z',
    'run=a machine=b process=1@ time=2026-11-28T12:00:00.000Z',
    'run=a machine=b process=1 time=yesterday',
    'run=a machine=%E0%A4%A process=1 time=2026-11-28T12:00:00.000Z',
    'x run=a machine=b process=1 time=2026-11-28T12:00:00.000Z',
    'run=a machine=b process=1 time=2026-11-28T12:00:00.000Z x',
  ])('is not read from "%s"', (text) => expect(parseOwner(text)).toBeUndefined());

  it('is named without what only machines read', () => {
    expect(describeOwner(OWNER)).toBe(
      'run ab12cd34 (process 42 on runner 1, last heard of at 2026-11-28T12:00:00.000Z)',
    );
  });
});

it('names the process of a run', () => {
  expect(ownerProcess('r')).toEqual({ run: 'r', ...thisProcess() });
});

describe('standingOf', () => {
  const me = ownerProcess('mine');
  const here = thisProcess();
  const after = (minutes: number): Date => new Date(TIME.getTime() + minutes * 60_000);

  it.each<[string, Partial<Owner>, number, string]>([
    ['this run’s, however old', { run: 'mine' }, 1000, 'own'],
    ['another machine’s, just renewed', {}, 0, 'working'],
    ['another machine’s, in the tenth minute', {}, 9.99, 'working'],
    ['another machine’s, after ten minutes', {}, 10, 'silent'],
    ['one of the future, whose server’s clock was set', {}, -60, 'working'],
    ['a process of this machine that lives', here, 0, 'working'],
    ['a process of this machine that lives, but renews nothing', here, 10, 'silent'],
    ['a number of another machine that is free here', { pid: NOBODY }, 0, 'working'],
    ['one of a machine of this name with another kernel', { ...here, kernel: 'b/pid:[4]', pid: NOBODY }, 0, 'working'],
    ['one of a machine of this name that tells no kernel', { ...here, kernel: '', pid: NOBODY }, 0, 'working'],
  ])('%s', (_what, more, minutes, standing) => {
    expect(standingOf({ ...OWNER, ...more }, me, after(minutes))).toBe(standing);
  });

  it.runIf(process.platform === 'linux').each<[string, Partial<Owner>]>([
    ['that is gone', { pid: NOBODY }],
    ['whose number another has by now', { started: '1' }],
  ])('a process of this machine %s is dead', (_what, more) => {
    expect(standingOf({ ...OWNER, ...here, ...more }, me, TIME)).toBe('dead');
  });
});
