/** Starts lanes, hands them work, and ends those that hang. */

import { type ChildProcess, fork } from 'node:child_process';
import type { Covered, FromLane, Ran, Started, ToLane } from './messages.ts';
import { LANE, PLAN, REACHED } from './switch.ts';

export interface LaneSetting {
  readonly root: string;
  /** The plan's file: absolute path -> text with its mutants. */
  readonly plan: string;
  /** A file of this lane alone. */
  readonly reached: string;
}

/** How a piece of work ended when the lane did not answer. */
export type Ending = {
  readonly kind: 'ended';
  readonly how: 'hung' | 'crashed';
  readonly at?: Started;
  readonly output: string;
};

/** Milliseconds that a test, the loading of its file, or (undefined) a lane's start may take. */
export type Patience = (at: Started | undefined) => number;

export class Lane {
  readonly #setting: LaneSetting;
  #process: ChildProcess | undefined;
  #output = '';

  constructor(setting: LaneSetting) {
    this.#setting = setting;
  }

  async work(message: ToLane, patience: Patience): Promise<Covered | Ran | Ending> {
    this.#process ??= this.#start();
    const answer = await this.#ask(this.#process, message, patience);
    if (answer.kind === 'ended') await this.restart();
    return answer;
  }

  #ask(child: ChildProcess, message: ToLane, patience: Patience): Promise<Covered | Ran | Ending> {
    return new Promise((resolve) => {
      let at: Started | undefined;
      const settle = (answer: Covered | Ran | Ending) => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('exit', onExit);
        resolve(answer);
      };
      const end = (how: 'hung' | 'crashed') => settle({ kind: 'ended', how, ...(at && { at }), output: this.#output });
      const onExit = () => end('crashed');
      const onMessage = (answer: FromLane) => {
        if (answer.kind !== 'started') return settle(answer);
        at = answer;
        clearTimeout(timer);
        timer = setTimeout(() => end('hung'), patience(at));
      };
      let timer = setTimeout(() => end('hung'), patience(undefined));
      child.on('message', onMessage);
      child.on('exit', onExit);
      child.send(message);
    });
  }

  /** The next work begins in a new process. */
  async restart(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  #start(): ChildProcess {
    const { root, plan, reached } = this.#setting;
    const hook = `--import=${new URL('load-mutants.ts', import.meta.url).href}`;
    const child = fork(LANE, {
      cwd: root,
      // Node's own options, so that threads and child processes of tests load the mutants as well.
      env: {
        // What fuzzing finds by its hundredth input it finds by luck.
        STILLFRAME_FUZZ: '100',
        ...process.env,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${hook}`,
        [PLAN]: plan,
        [REACHED]: reached,
      },
      execArgv: ['--max-old-space-size=2048'],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    this.#output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output = `${this.#output}${chunk}`.slice(-2000);
      });
    }
    return child;
  }
}
