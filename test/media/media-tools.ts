/** What the builders of sample media share: the tool runner, the one moment in time, and the FILETIME of it. */

import { createToolRunner } from '../../src/runner/tools.ts';
import type { ToolOutput, ToolRunner } from '../../src/tools/tool-runner.ts';
import { runFaketime } from '../../src/windows/engines/wimlib/run-faketime.ts';

export const tools: ToolRunner = createToolRunner(new AbortController().signal);

/** The day Windows Server 2019 was built; every time on the sample media is this one unless its facts demand another. */
export const MEDIA_TIME = new Date('2018-09-15T07:28:32Z');

/** 100-nanosecond intervals since 1601-01-01, [MS-DTYP] 2.3.3. */
export function fileTime(time: Date): bigint {
  return (BigInt(time.getTime()) + 11_644_473_600_000n) * 10_000n;
}

/** Runs a program that would otherwise write the current time (or a time zone) into its output. */
export function runAtMediaTime(tool: string, args: readonly string[], cwd?: string): Promise<ToolOutput> {
  const time = MEDIA_TIME.toISOString().slice(0, 19).replace('T', ' ');
  return runFaketime(tools, ['-f', time, tool, ...args], {
    env: { TZ: 'UTC', LC_ALL: 'C.UTF-8', SOURCE_DATE_EPOCH: String(MEDIA_TIME.getTime() / 1000) },
    ...(cwd === undefined ? {} : { cwd }),
  });
}
