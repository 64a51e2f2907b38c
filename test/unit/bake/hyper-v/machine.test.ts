import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { createMachine, HELD_MACHINE } from '../../../../src/bake/hyper-v/machine.ts';
import { fakeContext } from '../../windows/fake-context.ts';
import { recordedTools, type ToolCall } from '../../windows/fake-tools.ts';

const HELD = { name: 'stillframe-x-1', folder: 'D:\\w ß' };
const SETTINGS = { memory: 2 ** 32, processors: 2, secureBoot: true, switch: undefined };
const GOOD: Readonly<Record<string, object>> = {
  'create-machine': { id: 'i-1' },
  'try-machine': { started: true, why: '' },
  'start-machine': { started: true },
  'look-at-machine': { state: 'Running', heartbeat: 'OkApplicationsHealthy', value: 'running' },
  'answer-machine': { code: 4096, state: 7 },
  'remove-machine': { removed: 1 },
};
const nameOf = ({ args }: ToolCall): string => basename(args.at(-1) ?? '', '.ps1');
const asked = ({ options }: ToolCall): unknown => JSON.parse(String(options.input));

function host(changes: Readonly<Record<string, object>> = {}, onCall: (name: string) => void = () => {}) {
  const tools = recordedTools((call) => {
    onCall(nameOf(call));
    return { stdout: JSON.stringify({ ...GOOD, ...changes }[nameOf(call)]) };
  });
  return { tools, context: fakeContext('/t', tools) };
}

it('is held before it is made, by a name and a folder that are of one run, and until it is removed', async () => {
  const held: unknown[] = [];
  const { context, tools } = host({}, (name) => held.push([name, context.held.length]));
  const machine = await createMachine(HELD, SETTINGS, context);
  expect(context.held).toEqual([{ kind: 'hyper-v-machine', data: HELD }]);
  await machine.start('D:\\w ß\\disk.vhdx');
  await machine.remove();
  expect(context.held).toEqual([]);
  expect(held).toEqual([
    ['create-machine', 1],
    ['try-machine', 1],
    ['start-machine', 1],
    ['remove-machine', 1],
  ]);
  expect(tools.calls.map(asked)).toEqual([
    {
      ...HELD,
      notes: expect.stringContaining('D:\\w ß') as string,
      ...{ memory: 2 ** 32, processors: 2, secureBoot: true, switch: '' },
    },
    { id: 'i-1' },
    { id: 'i-1', disk: 'D:\\w ß\\disk.vhdx' },
    HELD,
  ]);
});

it('proves before any work that Hyper-V starts it, and says in its words why not', async () => {
  const why = "'x' failed to start.\r\n\r\nThe hypervisor is not running.\r\n";
  const { context } = host({ 'try-machine': { started: false, why } });
  await expect(createMachine(HELD, SETTINGS, context)).rejects.toMatchObject({
    code: 'hyper-v-missing',
    message: "Hyper-V does not start a machine here: 'x' failed to start. The hypervisor is not running.",
    hint: expect.stringContaining('nested virtualization') as string,
  });
  expect(context.held).toHaveLength(1);
  const { context: silent } = host({ 'try-machine': {} });
  await expect(createMachine(HELD, SETTINGS, silent)).rejects.toThrow('it does not say why');
});

it('refuses a machine without an id', async () => {
  await expect(createMachine(HELD, SETTINGS, host({ 'create-machine': {} }).context)).rejects.toThrow(
    'powershell.exe ended with exit code 0',
  );
});

it('tells what the guest has told, and nothing where it told nothing', async () => {
  const { context, tools } = host();
  const machine = await createMachine(HELD, SETTINGS, context);
  expect(await machine.look()).toEqual({
    state: 'Running',
    heartbeat: 'OkApplicationsHealthy',
    status: 'running',
  });
  expect(tools.calls.map(asked).at(-1)).toEqual({ id: 'i-1', key: 'stillframe.first-boot' });
  const { context: other } = host({ 'look-at-machine': { state: 'Off', value: '' } });
  const off = await createMachine(HELD, SETTINGS, other);
  expect(await off.look()).toEqual({ state: 'Off', heartbeat: '', status: undefined });
});

it.each([
  [0, 7, true],
  [4096, 7, true],
  [4096, 10, false],
  [0, 3, false],
  [32768, 7, false],
])('an answer with code %i whose job is in state %i counts: %s', async (code, state, counts) => {
  const { context, tools } = host({ 'answer-machine': { code, state } });
  const machine = await createMachine(HELD, SETTINGS, context);
  const answer = machine.answer('done');
  await (counts
    ? expect(answer).resolves.toBeUndefined()
    : expect(answer).rejects.toMatchObject({ name: 'ToolError' }));
  expect(tools.calls.map(asked).at(-1)).toEqual({ id: 'i-1', key: 'stillframe.seen', value: 'done' });
});

it('is removed by another process by its record alone', async () => {
  const { context, tools } = host();
  await HELD_MACHINE.undo(HELD, context);
  expect(tools.calls.map((call) => [nameOf(call), asked(call)])).toEqual([['remove-machine', HELD]]);
  expect(HELD_MACHINE.what(HELD)).toBe('the machine stillframe-x-1 of Hyper-V');
});
