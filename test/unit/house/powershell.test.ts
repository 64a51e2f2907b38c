/** Rules of every PowerShell text that runs on a user's machine: no PowerShell can be had here that would parse it. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';
import { type PowerShellScript, PROLOGUE } from '../../../src/tools/powershell.ts';

const SRC = join(ROOT, 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /[\\/]scripts[\\/][^\\/]+\.ts$/.test(path),
);
const scripts: readonly (readonly [string, PowerShellScript])[] = (
  await Promise.all(
    files.map(async (path) => {
      const exported: unknown[] = Object.values((await import(join(SRC, path))) as object);
      return exported.filter(isScript).map((script) => [path, script] as const);
    }),
  )
).flat();

function isScript(value: unknown): value is PowerShellScript {
  return typeof value === 'object' && value !== null && 'text' in value && 'name' in value;
}

/** The text without comments and the contents of its strings, so that brackets and words in them do not count. */
function bare(text: string): string {
  return text.replaceAll(/'(?:[^']|'')*'|"(?:[^"`]|`.|"")*"|#[^\n]*/g, (match) =>
    match.startsWith('#') ? '' : (match[0]?.repeat(2) ?? ''),
  );
}

it('finds the scripts', () => {
  expect(scripts.map(([, { name }]) => name)).toEqual(
    expect.arrayContaining(['attach-disk', 'detach-disk', 'inspect-disk', 'inspect-runner']),
  );
});

describe.each(scripts)('%s', (path, { name, text }) => {
  it('stands in a file of its name and begins by stopping at errors', () => {
    expect(path.endsWith(`${name}.ts`)).toBe(true);
    expect(text.startsWith(PROLOGUE)).toBe(true);
    expect(PROLOGUE.split('\n')[0]).toBe("$ErrorActionPreference = 'Stop'");
  });

  it('is ASCII: Windows PowerShell reads a file without a mark in the code page of the machine', () => {
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
  });

  it('runs no text, hides no error but one it says, and takes paths as they are', () => {
    expect(text).not.toMatch(/Invoke-Expression|\biex\b|-EncodedCommand|ScriptBlock\]::Create|Add-Type/i);
    expect(text).not.toMatch(
      /\b(?:Test-Path|Get-Item|Get-ChildItem|Get-Content|Copy-Item|Remove-Item)\b(?! -LiteralPath)/,
    );
    // A function of PowerShell 6 or later would be missing in the one that Windows has.
    expect(bare(text)).not.toMatch(/\?\?|\?\.|&&|\|\|/);
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    const pairs: Readonly<Record<string, string>> = { ')': '(', '}': '{', ']': '[' };
    for (const character of bare(text)) {
      if ('({['.includes(character)) open.push(character);
      if (character in pairs) expect(open.pop()).toBe(pairs[character]);
    }
    expect(open).toEqual([]);
    expect((text.match(/'/g) ?? []).length % 2).toBe(0);
  });

  it('answers with one line of JSON at its end', () => {
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^@\{.*\} \| ConvertTo-Json (?:-Depth \d )?-Compress$/);
  });
});
