/** One job of the demo: runs the bundles in order and keeps what the closing table needs. */

import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDuration } from '../../src/units.ts';
import { type BundleResult, runBundle } from '../../test/fakes/runner/run-bundle.ts';
import { dim, green, heading, red, showLogLine } from './print.ts';

/** A step that ended other than the demo expects; the action's own log above says why. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

/** Reads an output that a later step needs. */
export type StepOutputs = (name: string) => string;

function outputsOf(action: string, { outputs }: BundleResult): StepOutputs {
  return (name) => {
    const value = outputs[name];
    if (value === undefined) throw new StepFailed(`${action} set no output ${name}`);
    return value;
  };
}

export class DemoJob {
  readonly steps: { action: string; durationMs: number; outcome: string }[] = [];
  readonly #folder: string;

  /** @param folder everything of this job lies below it; job summaries are collected in summary.md */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /**
   * @param title what the step does for the user
   * @param expect `failure` for a step that must end with exit code 1
   */
  async step(
    title: string,
    action: string,
    inputs: Readonly<Record<string, string>>,
    expect: 'success' | 'failure' = 'success',
  ): Promise<StepOutputs> {
    heading(`${action} — ${title}`);
    const result = await runBundle(action, inputs, {
      jobFolder: join(this.#folder, 'runner'),
      onLine: showLogLine,
      // As in one run of a workflow: what an earlier step made is then known as its own.
      env: { GITHUB_RUN_ID: '1' },
    });
    const asExpected = (result.exitCode === 0) === (expect === 'success');
    const outcome = result.exitCode === 0 ? 'ok' : expect === 'failure' ? 'failed, as it must' : 'FAILED';
    const mark = asExpected ? green('✓') : red('✗');
    console.log(`  ${mark} ${outcome} ${dim(`in ${formatDuration(result.durationMs)}`)}`);
    this.steps.push({ action, durationMs: result.durationMs, outcome });
    await writeFile(join(this.#folder, 'summary.md'), `${result.summary}\n`, { flag: 'a' });
    if (!asExpected) {
      throw new StepFailed(
        `${action} ended with exit code ${result.exitCode}, where ${expect === 'success' ? 'success' : 'a failure'} was expected`,
      );
    }
    return outputsOf(action, result);
  }
}
