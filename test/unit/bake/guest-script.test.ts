import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ASK_OUTPUT, readGuestScript, runGuestScript } from '../../../src/bake/guest-script.ts';
import { askedText, packedAnswer } from '../vsphere/guest/packed-answer.ts';
import { type PlayedAnswer, playedVsphere, ref, settings, xml } from '../vsphere/played-vsphere.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillframe-script-'));
afterAll(() => rmSync(folder, { recursive: true }));
const VM = ref('VirtualMachine', 'vm-1');

/** @param codes exit codes of programs whose command line contains the key; 0 for the others */
function world(codes: Readonly<Record<string, number>> = {}, answer?: unknown) {
  const lines: string[] = [];
  const asked: string[] = [];
  let code = 0;
  const session = playedVsphere(
    {
      guestOperationsManager: { type: 'guestOperationsManager', properties: { processManager: ref('x', 'gpm') } },
      'vm-1': { type: 'VirtualMachine' },
    },
    {
      answers: {
        StartProgramInGuest: ({ text, objects }): PlayedAnswer => {
          const [, path = '', args = ''] =
            /<programPath>(.*)<\/programPath><arguments>(.*)<\/arguments>/.exec(text) ?? [];
          const line = `${path} ${args}`
            .replaceAll('&quot;', '"')
            .replaceAll('&apos;', "'")
            .replaceAll('&gt;', '>')
            .replaceAll('&amp;', '&')
            .replaceAll('&lt;', '<');
          lines.push(line.replace(/(-EncodedCommand) .*/, '$1'));
          if (line.includes('-EncodedCommand')) {
            asked.push(askedText(text));
            code = answer === undefined ? 1 : 64;
            const properties = { 'config.extraConfig': settings(answer === undefined ? {} : packedAnswer(answer)) };
            objects.set('vm-1', { type: 'VirtualMachine', properties });
            return xml('<returnval>1</returnval>');
          }
          code = Object.entries(codes).find(([part]) => line.includes(part))?.[1] ?? 0;
          return xml('<returnval>1</returnval>');
        },
        ListProcessesInGuest: () => xml(`<returnval><endTime>x</endTime><exitCode>${code}</exitCode></returnval>`),
      },
    },
  );
  const run = (name: string, content: string | Buffer) =>
    runGuestScript(
      session,
      VM,
      { username: 'u', password: 'p' },
      { name, content: Buffer.from(content), sha256: '' },
      60_000,
    );
  return { lines, asked, run, session };
}
const SYSTEM = 'C:\\Windows\\System32';
const LOG = 'C:\\Windows\\Temp\\stillframe-script.log';
const file = 'C:\\Windows\\Temp\\stillframe-a_b.ps1';

describe('runGuestScript', () => {
  it('brings the text in, runs it, and takes it away', async () => {
    const { lines, run, session } = world();
    await run('a b.ps1', 'exit 0');
    expect(lines).toEqual([
      `${SYSTEM}\\cmd.exe /c >"${file}.b64" echo ${Buffer.from('exit 0').toString('base64')}`,
      `${SYSTEM}\\certutil.exe -f -decode "${file}.b64" "${file}"`,
      `${SYSTEM}\\cmd.exe /c powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${file}" >"${LOG}" 2>&1`,
      `${SYSTEM}\\cmd.exe /c del /f /q "${file}" "${file}.b64" "${LOG}"`,
    ]);
    expect(session.said.info).toEqual(['Running a b.ps1 in the guest']);
  });

  it.each(['x.cmd', 'x.BAT', 'x.ps1.cmd'])('calls %s', async (name) => {
    const { lines, run } = world();
    await run(name, '');
    expect(lines[0]).toBe(`${SYSTEM}\\cmd.exe /c >"C:\\Windows\\Temp\\stillframe-${name}.b64" echo `);
    expect(lines[2]).toContain(`/c call "C:\\Windows\\Temp\\stillframe-${name}" >`);
  });

  it('cuts a long text so that each command line is taken', async () => {
    const { lines, run } = world();
    const content = Buffer.alloc(9001, 'ü');
    await run('x.cmd', content);
    const echoes = lines.filter((line) => line.includes(' echo '));
    expect(echoes.map((line) => /(>+)"/.exec(line)?.[1])).toEqual(['>', '>>', '>>']);
    const parts = echoes.map((line) => Buffer.from(line.split(' echo ')[1] ?? '', 'base64'));
    expect(Buffer.concat(parts)).toEqual(content);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(8191);
  });

  it('fails with its exit code and the end of what it said, and is taken away all the same', async () => {
    const tail = Buffer.from('one\r\n\u001btwo\r\n').toString('base64');
    const { lines, asked, run } = world({ 'call "': 5 }, { tail });
    await expect(run('x.cmd', 'exit /b 5')).rejects.toMatchObject({
      code: 'bake-failed',
      message: 'The script x.cmd failed in the guest: it ended with 5. The end of its output:\none\ntwo',
      hint: expect.stringContaining('run the step again') as string,
    });
    expect(asked).toEqual([ASK_OUTPUT]);
    expect(ASK_OUTPUT).toContain(`ReadAllBytes('${LOG}')`);
    expect(ASK_OUTPUT).toContain('[Math]::Max(0, $log.Length - 3000), [Math]::Min($log.Length, 3000)');
    expect(lines.at(-1)).toContain('/c del ');
    await expect(world({ 'call "': 7 }).run('x.cmd', 'x')).rejects.toMatchObject({
      message: 'The script x.cmd failed in the guest: it ended with 7',
    });
    await expect(world({ 'call "': 8 }, { tail: 5 }).run('x.cmd', 'x')).rejects.toMatchObject({
      message: 'The script x.cmd failed in the guest: it ended with 8',
    });
  });

  it.each([
    [' echo ', 'cmd.exe ended with 1'],
    ['-decode', 'certutil.exe ended with 1'],
  ])('does not run what could not be put into the guest (%s)', async (part, why) => {
    const { lines, run } = world({ [part]: 1 });
    await expect(run('x.cmd', 'x')).rejects.toMatchObject({ message: expect.stringContaining(why) as string });
    expect(lines.some((line) => line.includes('/c call'))).toBe(false);
    expect(lines.at(-1)).toContain('/c del ');
  });
});

describe('readGuestScript', () => {
  const at = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('reads scripts of Windows, as large as they may be', async () => {
    expect(await readGuestScript(at('A.PS1', 'x'))).toEqual({
      name: 'A.PS1',
      content: Buffer.from('x'),
      sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
    });
    expect((await readGuestScript(at('b.cmd', 'x'.repeat(131_072)))).content).toHaveLength(131_072);
    await expect(readGuestScript(at('b.bat', 'x'.repeat(131_073)))).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining('has 131073 bytes') as string,
    });
  });

  it('refuses one that Windows would read as another', async () => {
    await expect(readGuestScript(at('größe.ps1', '\n"Größe"'))).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringMatching(/größe\.ps1 is UTF-8 without a byte-order mark.* line 2 /) as string,
    });
  });

  it('refuses what is no script, or is not there', async () => {
    await expect(readGuestScript(at('x.sh', ''))).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(readGuestScript(at('x.ps1.txt', ''))).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(readGuestScript(join(folder, 'none.ps1'))).rejects.toMatchObject({
      code: 'file-missing',
      message: expect.stringContaining('scripts') as string,
    });
  });
});
