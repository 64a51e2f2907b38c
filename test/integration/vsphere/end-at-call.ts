/** Ends a step of a job while a call of its own is under way, in each of the ways in which steps end. */

import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { cancelAsRunner, type Running } from '../../fakes/runner/end-run.ts';
import { runPost } from '../../fakes/runner/run-bundle.ts';
import type { runStep, Step } from '../../fakes/runner/run-step.ts';
import type { VsphereTrouble } from '../../fakes/vsphere/start.ts';
import { type LiveVsphere, run } from '../quiesce/live-run.ts';
import { until } from './upload-job.ts';

/** Cancelled by the runner; killed, and the post step runs; killed, and nothing runs before the next run, which is on another runner. */
export const ENDINGS = ['cancel', 'kill and post step', 'kill alone'] as const;
export type Ending = (typeof ENDINGS)[number];

const LATE_MS = 300;

type Options = NonNullable<Parameters<typeof runStep>[3]>;

/** A call, and whether it is carried out before the step is ended. One that is not is carried out afterwards: it was sent. */
export type Moment = Omit<VsphereTrouble, 'do'> & { readonly do: 'hold-before' | 'hold-after' };

/** Each of the calls at both moments. */
export function bothSides(...calls: readonly Omit<Moment, 'do'>[]): readonly (readonly [string, Moment])[] {
  return calls.flatMap((call) =>
    (['hold-before', 'hold-after'] as const).map((when): readonly [string, Moment] => {
      const nth = call.skip === undefined || call.skip === 0 ? '' : ` ${call.skip + 1}`;
      const what = call.match === undefined ? call.method : `${call.method} ${call.match}`;
      return [`${when === 'hold-before' ? 'before' : 'after'} ${what}${nth}`, { ...call, do: when }];
    }),
  );
}

export interface EndedStep {
  readonly step: Step;
  /** What the post step printed; empty where it did not run. */
  readonly post: string;
}

/**
 * @param start begins the step with these options
 * @returns once nothing of the step runs any more, its post step included
 */
export async function endAt(
  vsphere: LiveVsphere,
  { action, ending, moment }: { readonly action: string; readonly ending: Ending; readonly moment: Moment },
  start: (options: Options) => Promise<Step>,
): Promise<EndedStep> {
  const jobFolder = await mkdtemp(join(vsphere.folder, 'ended-'));
  await vsphere.disturb(moment);
  let running: Running | undefined;
  let heard = false;
  let over: Step | undefined;
  const ended = start({
    jobFolder,
    onStart: (child) => {
      running = child;
    },
    onLine: (line) => {
      heard ||= line.includes('Cancelled: putting away');
    },
  }).then((step) => {
    over = step;
    return step;
  });
  await until(`the call ${JSON.stringify(moment)}`, async () => over !== undefined || (await vsphere.calls()).held > 0);
  expect(over?.printed, `ended before the call ${JSON.stringify(moment)}`).toBeUndefined();
  let stop = (): void => {};
  if (ending === 'cancel' && running) {
    stop = cancelAsRunner(running);
    // What is let go before the signal was heard would overtake it.
    await until('the cancel', () => heard || over !== undefined);
    // A server takes its time: what was sent is carried out when it was looked for already.
    if (moment.do === 'hold-before' && over === undefined) await setTimeout(LATE_MS);
    await vsphere.release();
  } else {
    running?.kill('SIGKILL');
    await ended;
    await vsphere.release();
  }
  const step = await ended;
  stop();
  // One that hears of it when all is done has succeeded.
  if (ending === 'cancel' && step.exitCode !== 0) expect(step.printed).toContain('[cancelled]');
  if (ending !== 'cancel') expect(step.exitCode, step.printed).toBeNull();
  const lines: string[] = [];
  if (ending !== 'kill alone') {
    const post = await runPost(action, step.state, { jobFolder, onLine: (line) => lines.push(line) });
    expect(post.exitCode, `${step.printed}\n--- post\n${lines.join('\n')}`).toBe(0);
  }
  return { step, post: lines.join('\n') };
}

/** Sessions of ours that the server knows: govc's own bear its name. */
export async function sessionsOf(vsphere: LiveVsphere): Promise<number> {
  const [, ...lines] = (await run(vsphere, 'session.ls')).trim().split('\n');
  const { restSessions, forgotten } = await vsphere.calls();
  const known = lines.filter((line) => {
    const [key = ''] = line.split(' ');
    return !line.includes('govc/') && !forgotten.some((credential) => credential.includes(key));
  });
  return known.length + restSessions;
}
