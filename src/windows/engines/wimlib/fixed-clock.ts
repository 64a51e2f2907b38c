/** A clock that stands still for the programs that write file systems, so that they write the same bytes each time. */

import type { Context } from '../../../context.ts';
import { runFaketime } from './run-faketime.ts';

/**
 * The environment under which a program sees `date`, in UTC, as the present.
 * The wrapper `faketime` is only asked for its settings: it starts the program as a child of its own, which a cancelled job
 * would then leave running.
 */
export async function fixedClock(date: Date, tools: Context['tools']): Promise<Readonly<Record<string, string>>> {
  const stamp = date.toISOString().replace('T', ' ').slice(0, 19);
  const { stdout } = await runFaketime(tools, ['-f', stamp, 'env'], { env: { TZ: 'UTC' } });
  const preload = /^LD_PRELOAD=(.+)$/m.exec(stdout)?.[1] ?? '';
  return {
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    LD_PRELOAD: preload,
    FAKETIME: stamp,
    // Files keep their own times, and waiting programs must not see a clock that stands still.
    NO_FAKE_STAT: '1',
    DONT_FAKE_MONOTONIC: '1',
    SOURCE_DATE_EPOCH: String(Math.floor(date.getTime() / 1000)),
    MTOOLSRC: '/dev/null',
    MTOOLS_SKIP_CHECK: '1',
  };
}
