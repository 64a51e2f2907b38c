import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROLOGUE, runPowerShell } from '../../../src/tools/powershell.ts';
import { recordedTools } from '../windows/fake-tools.ts';

const SCRIPT = { name: 'ask', text: `${PROLOGUE}\n'x'\n` };

describe('runPowerShell', () => {
  it('runs a file of its own, with the request as ASCII on standard input, and reads the last line as the answer', async () => {
    let text = '';
    const tools = recordedTools(({ args }) => {
      text = readFileSync(args.at(-1) ?? '', 'latin1');
      return { stdout: 'WARNING: something\r\n{"größe":[1,null]}\r\n' };
    });
    const answer = await runPowerShell(SCRIPT, { path: 'C:\\Größe ж\\"a"\n' }, tools);
    expect(answer).toEqual({ größe: [1, null] });
    const [call] = tools.calls;
    expect(call?.tool).toBe('powershell.exe');
    expect(call?.args.slice(0, -1)).toEqual([
      ...['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File'],
    ]);
    expect(basename(call?.args.at(-1) ?? '')).toBe('ask.ps1');
    expect(text).toBe(SCRIPT.text.replaceAll('\n', '\r\n'));
    expect(call?.options).toMatchObject({
      encoding: 'utf-8',
      input: '{"path":"C:\\\\Gr\\u00f6\\u00dfe \\u0436\\\\\\"a\\"\\n"}',
    });
    expect(existsSync(dirname(call?.args.at(-1) ?? ''))).toBe(false);
  });

  it.each(['', 'done', '{"a":1}\nbut then this'])('refuses the answer %j', async (stdout) => {
    const tools = recordedTools(() => ({ stdout }));
    await expect(runPowerShell(SCRIPT, {}, tools)).rejects.toMatchObject({
      name: 'ToolError',
      tail: stdout,
      explanation: 'The script ended without its answer.',
    });
  });

  it('leaves no file behind when the script fails', async () => {
    const tools = recordedTools(() => ({ exitCode: 1, stderr: 'no' }));
    await expect(runPowerShell(SCRIPT, {}, tools)).rejects.toMatchObject({ exitCode: 1, tail: 'no' });
    expect(existsSync(dirname(tools.calls[0]?.args.at(-1) ?? ''))).toBe(false);
  });
});
