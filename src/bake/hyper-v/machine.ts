/** The machine of Hyper-V that one image is started in; removed again however the run ends. */

import type { Context, HoldKind } from '../../context.ts';
import { ToolError, UserError } from '../../errors.ts';
import { GUEST_KEY } from '../../products/guest-words.ts';
import { runPowerShell } from '../../tools/powershell.ts';
import { fieldsOf, numberIn, textIn } from '../../tools/powershell-answer.ts';
import type { ToolRunner } from '../../tools/tool-runner.ts';
import { ANSWER_MACHINE } from './scripts/answer-machine.ts';
import { CREATE_MACHINE } from './scripts/create-machine.ts';
import { LOOK_AT_MACHINE } from './scripts/look-at-machine.ts';
import { REMOVE_MACHINE } from './scripts/remove-machine.ts';
import { START_MACHINE } from './scripts/start-machine.ts';
import { TRY_MACHINE } from './scripts/try-machine.ts';

export interface HyperVSettings {
  /** Bytes. */
  readonly memory: number;
  readonly processors: number;
  readonly secureBoot: boolean;
  /** Name; without one it has no network card. */
  readonly switch: string | undefined;
}

/** Both are of one run alone, so that nobody else's machine can be meant. */
export interface HeldMachine {
  readonly name: string;
  /** Absolute path of the folder with its files. */
  readonly folder: string;
}

export const HELD_MACHINE: HoldKind<HeldMachine> = {
  kind: 'hyper-v-machine',
  what: ({ name }) => `the machine ${name} of Hyper-V`,
  undo: async ({ name, folder }, { tools }) => {
    await runPowerShell(REMOVE_MACHINE, { name, folder }, tools);
  },
};

export interface SeenMachine {
  /** As Hyper-V calls it: Running, Off, Paused … */
  readonly state: string;
  /** Whether a Windows answers in it: OkApplicationsHealthy, NoContact … */
  readonly heartbeat: string;
  /** The status of the first boot; undefined while the guest has told none. */
  readonly status: string | undefined;
}

export interface HyperVMachine {
  readonly id: string;
  /** Starts it from a VHDX. @throws ToolError */
  start(disk: string): Promise<void>;
  look(): Promise<SeenMachine>;
  /** Lets the guest end, which waits for its own last status. @throws ToolError */
  answer(status: string): Promise<void>;
  /** Turns it off and removes it; its disk stays. */
  remove(): Promise<void>;
}

const NO_ANSWER = 'Hyper-V did not hand the answer to the guest: see whether its data exchange service is on.';
/** JobState of a CIM_ConcreteJob that is completed. */
const COMPLETED = 7;

/**
 * Makes it without a disk, and proves that Hyper-V can start it.
 * @throws UserError hyper-v-missing when it does not start; ToolError
 */
export async function createMachine(
  held: HeldMachine,
  settings: HyperVSettings,
  { tools, hold }: Pick<Context, 'tools' | 'hold'>,
): Promise<HyperVMachine> {
  const { name, folder } = held;
  const release = hold(HELD_MACHINE, held);
  const notes = `Made by Stillframe (bake-template) for the files in ${folder}; removed when its run ends.`;
  const request = { name, folder, notes, ...settings, switch: settings.switch ?? '' };
  const id = textIn(await runPowerShell(CREATE_MACHINE, request, tools), 'id');
  if (id === '') throw new ToolError('powershell.exe', 0, '', 'New-VM made a machine without an id.');
  await proveStart(id, tools);
  return {
    id,
    start: async (disk) => {
      await runPowerShell(START_MACHINE, { id, disk }, tools);
    },
    look: async () => {
      const seen = await runPowerShell(LOOK_AT_MACHINE, { id, key: GUEST_KEY.status }, tools);
      const [state, heartbeat, value] = ['state', 'heartbeat', 'value'].map((field) => textIn(seen, field));
      return { state: state ?? '', heartbeat: heartbeat ?? '', status: value || undefined };
    },
    answer: async (status) => {
      const said = await runPowerShell(ANSWER_MACHINE, { id, key: GUEST_KEY.seen, value: status }, tools);
      const [code, state] = [numberIn(said, 'code'), numberIn(said, 'state')];
      if ((code === 0 || code === 4096) && state === COMPLETED) return;
      throw new ToolError('powershell.exe', code, `AddKvpItems: ${code}, its job is in state ${state}`, NO_ANSWER);
    },
    remove: async () => {
      await runPowerShell(REMOVE_MACHINE, { name, folder }, tools);
      release();
    },
  };
}

async function proveStart(id: string, tools: Pick<ToolRunner, 'run'>): Promise<void> {
  const tried = await runPowerShell(TRY_MACHINE, { id }, tools);
  if (fieldsOf(tried).started === true) return;
  throw new UserError(
    'hyper-v-missing',
    `Hyper-V does not start a machine here: ${textIn(tried, 'why').replaceAll(/\s+/g, ' ').trim() || 'it does not say why'}`,
    'Where this runner is a virtual machine itself, its host has to give it nested virtualization; else see whether virtualization is on in the firmware, whether bcdedit says hypervisorlaunchtype Auto, and whether the memory of the input memory is free.',
  );
}
