/** The folders and the date that the place an action runs in gives it, read from the environment that a host hands over. */

import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { parseSize } from '../units.ts';

export interface Place {
  /** Absolute path; on a runner emptied between jobs. Outputs that nobody gave a place lie below it. */
  readonly temp: string;
  /** Absolute path of the verified downloads, kept between jobs. */
  readonly cache: string;
  /** Absolute path of the records of what must not outlive its run, kept between jobs. */
  readonly records: string;
  /** Where results of stages are kept between jobs, and how much at most. @throws UserError input-invalid for a bound that is no size */
  reuse(): ReusePlace;
  /** Names the workflow run, the same in all its jobs and attempts; elsewhere this process alone. */
  readonly run: string;
  /** The variables by which programs find their proxies. */
  readonly env: Environment;
  /** SOURCE_DATE_EPOCH (reproducible-builds.org/specs/source-date-epoch): the date of everything that is written. @throws UserError input-invalid for one that is no date */
  sourceDate(): Date | undefined;
}

export interface ReusePlace {
  /** Absolute path. */
  readonly folder: string;
  /** Bytes on its volume. */
  readonly maxBytes: number;
  /** As of Place. */
  readonly run: string;
}

/** Some four templates with disk and OVA. */
const KEPT_BYTES = 60 * 2 ** 30;

type Environment = Readonly<Record<string, string | undefined>>;

/** Octal digits of a tar header's time; the year 2242, and every other format here goes further. */
const MAX_SECONDS = 0o77777777777;

/**
 * Folders below RUNNER_TEMP are emptied between jobs, those below RUNNER_TOOL_CACHE are kept on a self-hosted runner;
 * STILLFRAME_CACHE puts the downloads elsewhere, STILLFRAME_KEPT the results of stages, of which STILLFRAME_KEPT_SIZE bounds how much is kept.
 */
export function readPlace(env: Environment): Place {
  const temp = resolve(env.RUNNER_TEMP || tmpdir());
  const kept = resolve(env.RUNNER_TOOL_CACHE || temp);
  const run = env.GITHUB_RUN_ID || randomUUID().slice(0, 8);
  return {
    temp,
    cache: resolve(env.STILLFRAME_CACHE || join(kept, 'stillframe-downloads')),
    records: join(kept, 'stillframe-held'),
    reuse: () => ({
      folder: resolve(env.STILLFRAME_KEPT || join(kept, 'stillframe-kept')),
      maxBytes: env.STILLFRAME_KEPT_SIZE
        ? parseSize(env.STILLFRAME_KEPT_SIZE, 'The environment variable STILLFRAME_KEPT_SIZE')
        : KEPT_BYTES,
      run,
    }),
    run,
    env,
    sourceDate: () => readSourceDate(env.SOURCE_DATE_EPOCH),
  };
}

/** Seconds since 1970 (reproducible-builds.org/specs/source-date-epoch); empty as if it were not set. */
function readSourceDate(text: string | undefined): Date | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const seconds = /^\d{1,11}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (seconds <= MAX_SECONDS) return new Date(seconds * 1000);
  throw new UserError(
    'input-invalid',
    `The environment variable SOURCE_DATE_EPOCH is "${text}", which is no date`,
    'It must be a number of seconds since 1970, for example the output of: git log -1 --format=%ct',
  );
}
