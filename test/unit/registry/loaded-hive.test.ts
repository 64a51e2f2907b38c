import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dwordValue } from '../../../src/registry/hive-tree.ts';
import { editLoadedHive, LOADED_HIVE } from '../../../src/registry/loaded-hive.ts';
import type { ToolOutput } from '../../../src/tools/tool-runner.ts';
import { fakeContext } from '../windows/fake-context.ts';
import { recordedTools, type ToolCall } from '../windows/fake-tools.ts';

const KEY = `HKLM\\Stillframe-${process.pid}`;
const EDITS = [{ key: 'ControlSet001\\Control', values: [dwordValue('größe', 1)] }];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-hive-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function edit(answer: (call: ToolCall) => Partial<ToolOutput> = () => ({})) {
  const heldAt: string[] = [];
  const pauses: number[] = [];
  const tools = recordedTools((call) => {
    heldAt.push(`${call.args[0]} ${context.held.length}`);
    return answer(call);
  });
  const context = fakeContext(folder, tools);
  const regFile = join(folder, 'x.reg');
  const error: unknown = await editLoadedHive('W:\\SYSTEM', EDITS, regFile, context, async (wait) =>
    pauses.push(wait),
  ).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { heldAt, pauses, error, context, tools, regFile };
}

describe('editLoadedHive', () => {
  it('loads the hive, imports a text as regedit writes it, unloads; it is held meanwhile', async () => {
    const { tools, heldAt, error, context, regFile } = await edit();
    expect(error).toBeUndefined();
    expect(tools.calls.map(({ tool, args }) => [tool, ...args])).toEqual([
      ['reg.exe', 'load', KEY, 'W:\\SYSTEM'],
      ['reg.exe', 'import', regFile],
      ['reg.exe', 'unload', KEY],
    ]);
    expect(heldAt).toEqual(['load 1', 'import 1', 'unload 1']);
    expect(context.held).toEqual([]);
    const bytes = await readFile(regFile);
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
    const root = `HKEY_LOCAL_MACHINE\\Stillframe-${process.pid}`;
    expect(bytes.toString('utf16le', 2).split('\r\n')).toEqual([
      'Windows Registry Editor Version 5.00',
      '',
      `[${root}\\ControlSet001]`,
      '',
      `[${root}\\ControlSet001\\Control]`,
      '"größe"=hex(4):01,00,00,00',
      '',
      '',
    ]);
  });

  it('unloads it too when the import fails, and says why that failed', async () => {
    const { error, heldAt, context } = await edit(({ args }) =>
      args[0] === 'import' ? { exitCode: 1, stderr: 'no import' } : {},
    );
    expect(error).toMatchObject({ name: 'ToolError', tail: 'no import' });
    expect(heldAt.at(-1)).toBe('unload 1');
    expect(context.held).toEqual([]);
  });

  it('asks again while a scanner holds keys, and says in the end what to do', async () => {
    let busy = 2;
    const recovering = await edit(({ args }) =>
      args[0] === 'unload' && busy-- > 0 ? { exitCode: 1, stderr: 'denied' } : {},
    );
    expect(recovering.error).toBeUndefined();
    expect(recovering.pauses).toEqual([200, 1000]);
    const { error, context, pauses } = await edit(({ args }) =>
      args[0] === 'unload' ? { exitCode: 1, stderr: 'denied\nx' } : {},
    );
    expect(error).toMatchObject({
      code: 'file-in-use',
      message: `The registry hive ${KEY} cannot be unloaded: denied`,
    });
    expect(pauses).toEqual([200, 1000, 3000, 6000]);
    expect(context.held).toEqual([{ kind: 'loaded-hive', data: { key: KEY } }]);
  });
});

describe('what undoes a loaded hive', () => {
  it('unloads it, and does nothing where it is not loaded any more', async () => {
    const loaded = recordedTools();
    await LOADED_HIVE.undo({ key: KEY }, fakeContext(folder, loaded));
    expect(loaded.calls.map(({ args }) => args[0])).toEqual(['query', 'unload']);
    const gone = recordedTools(() => ({ exitCode: 1 }));
    await LOADED_HIVE.undo({ key: KEY }, fakeContext(folder, gone));
    expect(gone.calls.map(({ args }) => args[0])).toEqual(['query']);
    expect(LOADED_HIVE.what({ key: KEY })).toBe(`the loaded registry hive ${KEY}`);
  });
});
