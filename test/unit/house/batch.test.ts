/** The batch files of the first boot, read by the rules of cmd.exe's traps; Wine's cmd.exe runs them in test/windows. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';
import { firstBootFiles } from '../../../src/windows/first-boot/first-boot-files.ts';
import { firstBootSteps } from '../../../src/windows/first-boot/first-boot-steps.ts';
import { BATCH_RULES, batchLines } from '../../judges/batch-rules.ts';
import { sampleDriver, sampleUpdate } from '../windows/sample-plan.ts';

const SCRIPTS = join(ROOT, 'src/windows/first-boot/scripts');

async function declared(): Promise<readonly (readonly [string, string])[]> {
  const found = readdirSync(SCRIPTS).map(async (name) => {
    const exported: unknown[] = Object.values((await import(join(SCRIPTS, name))) as object);
    return exported
      .filter((text): text is string => typeof text === 'string' && text.startsWith('@echo'))
      .map((text) => [name, text] as const);
  });
  return (await Promise.all(found)).flat();
}

/** The files of steps of every kind, with names that hurt. */
function ofSteps(): readonly (readonly [string, string])[] {
  const update = sampleUpdate('größe & 100 %/windows10.0-kb5087538-x64.msu', 'cumulative', '17763.8880');
  const steps = firstBootSteps({
    build: 17763,
    drivers: [sampleDriver('treiber ü (1)')],
    packages: [update, sampleUpdate('ndp жук.cab', 'dotnet')],
    features: ['TelnetClient', 'NetFx3'],
    sxs: true,
    remoteDesktop: { registry: true },
    toolsSetup: '/x/VMware tools (1) 100%.exe',
    scripts: ['/x/a & b.ps1', '/x/ü %TEMP% !x!.cmd'],
    bakeHost: 'hyper-v',
  });
  const files = firstBootFiles(steps, {
    afterFirstBoot: 'generalize',
    cloneUnattend: '<unattend/>',
    bakeHost: 'hyper-v',
  });
  return files.filter(({ path }) => path.endsWith('.cmd')).map(({ path, text }) => [path, text]);
}

const files = [...(await declared()), ...ofSteps()];

it('finds the files', () => {
  expect(files.length).toBeGreaterThan(30);
  for (const [path, text] of ofSteps()) expect(text.replaceAll('\r\n', ''), path).not.toMatch(/[\r\n]/);
});

describe.each(files)('%s', (_, text) => {
  it.each(Object.entries(BATCH_RULES))('%s', (__, find) => {
    expect(find(batchLines(text))).toEqual([]);
  });
});

const HEAD = '@echo off\nsetlocal EnableExtensions EnableDelayedExpansion\nset N=1\n';

describe('each rule refuses', () => {
  it.each<readonly [string, string]>([
    ['is ASCII: cmd.exe reads it in the code page of the machine', 'echo größe'],
    ['is ASCII: cmd.exe reads it in the code page of the machine', 'echo a\tb'],
    ['has lines that cmd.exe takes', `echo ${'x'.repeat(8200)}`],
    ['has each label once, and jumps to those that it has', 'goto :nowhere'],
    ['has each label once, and jumps to those that it has', ':unused\nexit /b 0'],
    ['has each label once, and jumps to those that it has', 'goto :a\n:a\n:A\nexit /b 0'],
    ['has each label once, and jumps to those that it has', 'goto a\n:a\ncall :a\nexit /b 0'],
    ['has no label in a block', 'if exist x (\n  goto :a\n  :a\n  exit /b 1\n)'],
    ['closes its blocks', 'if exist x (\n  echo y'],
    ['doubles the percent sign of a loop', 'for %F in (a b) do echo x'],
    ['doubles the percent sign of a loop', 'for /f "tokens=3" %V in (a) do echo x'],
    ['ends itself alone, with a code', 'exit'],
    ['ends itself alone, with a code', 'exit 1'],
    ['ends itself alone, with a code', 'if exist x exit /b'],
    ['ends itself alone, with a code', 'exit /b N'],
    ['comes back from another batch file', 'other.cmd'],
    ['comes back from another batch file', 'if exist x "%SystemRoot%\\other.bat" a'],
    ['writes no digit before a redirection', 'echo part 1>x.txt'],
    ['writes no digit before a redirection', 'echo %N%>x.txt'],
    ['writes no digit before a redirection', 'echo !N!>>x.txt'],
    ['reads in a block nothing that was set in it', 'if exist x (\n  set N=2\n  call x.exe %N%\n)'],
    ['has delayed values only where they are switched on', 'LATE'],
    ['knows every variable', 'echo %NOWHERE%'],
    ['knows every variable', 'echo 100 %'],
    ['quotes what has spaces', 'dir %ProgramFiles%\\x'],
    ['quotes what has spaces', 'dir %~dp0x'],
    ['compares nothing that may be empty without quotation marks', 'set M=\nif !M! == x exit /b 1'],
    ['compares nothing that may be empty without quotation marks', 'set /p M=<x\nif not %M% == x exit /b 1'],
    ['says no closing bracket in a block', 'if exist x (\n  echo a (b)\n)'],
  ])('%s: %s', (name, line) => {
    const text = line === 'LATE' ? '@echo off\nset N=1\necho !N!\n' : `${HEAD}${line}\n`;
    const refusing = Object.entries(BATCH_RULES).flatMap(([rule, find]) =>
      find(batchLines(text)).length > 0 ? [rule] : [],
    );
    expect(refusing).toEqual([name]);
  });

  it('a first line that is not quiet', () => {
    expect(BATCH_RULES['is quiet from its first line'](batchLines('rem x\n@echo off'))).toEqual(['1: rem x']);
  });

  it('nothing of what is right', () => {
    const fine = `${HEAD}for %%F in ("a b") do (\n  set N=2\n  if !N! == 2 echo ^(!N!^)\n)\n>x.txt echo !N!\ncall "%~dp0x.cmd" %*\ncmd.exe /c exit 1\nif "%N%" == "" goto :end\n:end\nexit /b %ERRORLEVEL%\n`;
    for (const [rule, find] of Object.entries(BATCH_RULES)) expect([rule, find(batchLines(fine))]).toEqual([rule, []]);
  });
});
