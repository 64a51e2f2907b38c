import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EndWatch, watchEnd } from '../../../src/job/watch-end.ts';
import { type PlayedProcess, playProcess } from './process-events.ts';

let played: PlayedProcess;
let watch: EndWatch;
beforeEach(() => {
  played = playProcess();
  watch = watchEnd();
});
afterEach(() => watch.stop());

describe('watchEnd', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('takes %s for a cancel, which is no error', async (name) => {
    expect(watch.signal.aborted).toBe(false);
    expect(played.raise(name)).toBe(1);
    expect(watch.signal.reason).toMatchObject({ code: 'cancelled', message: 'The job was cancelled' });
    expect(await Promise.race([watch.fatal, 'no error'])).toBe('no error');
  });

  it.each(['uncaughtException', 'unhandledRejection'] as const)('hands on an error of %s', async (name) => {
    const error = new RangeError('of a library');
    expect(played.raise(name, error)).toBe(1);
    expect(watch.signal.reason).toBe(error);
    await expect(watch.fatal).rejects.toBe(error);
  });

  it('says that nothing is left to wait for', async () => {
    expect(played.raise('beforeExit')).toBe(1);
    await expect(watch.fatal).rejects.toThrow('the action waits for something that can no longer come');
    expect(watch.signal.aborted).toBe(true);
  });

  it('keeps the cancel for the reason when an error comes behind it', async () => {
    played.raise('SIGTERM');
    played.raise('unhandledRejection', new Error('on the way out'));
    expect(watch.signal.reason).toMatchObject({ code: 'cancelled' });
    await expect(watch.fatal).rejects.toThrow('on the way out');
  });

  it('takes the second step of the runner on Windows for a cancel too, and for nothing elsewhere', () => {
    const before = process.listenerCount('SIGBREAK');
    const other = watchEnd('linux');
    expect(process.listenerCount('SIGBREAK')).toBe(before);
    other.stop();
    const windows = watchEnd('win32');
    expect(process.listenerCount('SIGBREAK')).toBe(before + 1);
    windows.stop();
    expect(process.listenerCount('SIGBREAK')).toBe(before);
  });

  it('listens no more once it is stopped', () => {
    watch.stop();
    const left = ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException', 'unhandledRejection', 'beforeExit'] as const;
    expect(left.map((name) => played.raise(name))).toEqual([0, 0, 0, 0, 0, 0]);
    expect(watch.signal.aborted).toBe(false);
  });
});
