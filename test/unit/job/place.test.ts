import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPlace } from '../../../src/job/place.ts';

describe('readPlace', () => {
  it('keeps what outlives a job apart from what does not', () => {
    expect(readPlace({ RUNNER_TEMP: '/r/temp', RUNNER_TOOL_CACHE: '/r/tools' })).toMatchObject({
      temp: '/r/temp',
      cache: join('/r/tools', 'stillframe-downloads'),
      records: join('/r/tools', 'stillframe-held'),
    });
    expect(readPlace({ RUNNER_TEMP: '/r/temp', STILLFRAME_CACHE: '/c' })).toMatchObject({
      cache: '/c',
      records: join('/r/temp', 'stillframe-held'),
    });
    expect(readPlace({ RUNNER_TEMP: '' }).temp).toBe(tmpdir());
  });

  it('keeps results of stages beside the downloads, up to 60 GiB, unless it is told otherwise', () => {
    const run = { RUNNER_TEMP: '/r/temp', RUNNER_TOOL_CACHE: '/r/tools', GITHUB_RUN_ID: '42' };
    expect(readPlace(run).reuse()).toEqual({
      folder: join('/r/tools', 'stillframe-kept'),
      maxBytes: 60 * 2 ** 30,
      run: '42',
    });
    const told = readPlace({ ...run, STILLFRAME_KEPT: '/k', STILLFRAME_KEPT_SIZE: '1 GiB' }).reuse();
    expect(told).toMatchObject({ folder: '/k', maxBytes: 2 ** 30 });
    const local = readPlace({ RUNNER_TEMP: '/r/temp' });
    expect(local.reuse().run).toBe(local.run);
  });

  it('refuses a bound that is no size, where something is to be kept', () => {
    const place = readPlace({ STILLFRAME_KEPT_SIZE: 'much' });
    expect(() => place.reuse()).toThrow('The environment variable STILLFRAME_KEPT_SIZE: "much" is not a size');
  });

  it.each([
    [undefined, undefined],
    ['', undefined],
    [' ', undefined],
    ['0', 0],
    [' 1600000000 ', 1_600_000_000_000],
    ['8589934591', 8_589_934_591_000],
  ])('reads the date %j', (text, milliseconds) => {
    expect(readPlace({ SOURCE_DATE_EPOCH: text }).sourceDate()?.getTime()).toBe(milliseconds);
  });

  it.each(['NaN', '-1', '1.5', '8589934592', '1e9', '123456789012'])('refuses the date %s', (text) => {
    expect(() => readPlace({ SOURCE_DATE_EPOCH: text }).sourceDate()).toThrow(`SOURCE_DATE_EPOCH is "${text}"`);
  });
});
