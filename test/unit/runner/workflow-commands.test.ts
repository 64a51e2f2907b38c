import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { appendValue, printCommand, printLine } from '../../../src/runner/workflow-commands.ts';

afterEach(() => void vi.restoreAllMocks());

function printed(print: () => void): string {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  print();
  return text;
}

it('prints lines as they are, and commands with their properties', () => {
  expect(printed(() => printLine('100 % ::error::'))).toBe('100 % ::error::\n');
  expect(printed(() => printCommand('endgroup', ''))).toBe('::endgroup::\n');
  const place = { file: 'a.yml', line: 0, col: undefined };
  expect(printed(() => printCommand('error', 'no', place))).toBe('::error file=a.yml,line=0::no\n');
  expect(printed(() => printCommand('error', 'no', {}))).toBe('::error::no\n');
});

it('escapes what would end a command, and in properties what would end a property', () => {
  const text = '%0A: a,b\r\n%\n::';
  expect(printed(() => printCommand('warning', text, { file: text }))).toBe(
    '::warning file=%250A%3A a%2Cb%0D%0A%25%0A%3A%3A::%250A: a,b%0D%0A%25%0A::\n',
  );
});

it('adds values to a file, each behind a delimiter of its own; to none where there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stillframe-commands-'));
  const file = join(folder, 'output');
  writeFileSync(file, 'before\n');
  try {
    appendValue(file, 'a', 'one\ntwo');
    appendValue(file, 'b', '');
    appendValue('', 'c', 'x');
    appendValue(undefined, 'c', 'x');
    const found = /^before\na<<(ghadelimiter_\S{36})\none\ntwo\n\1\nb<<(ghadelimiter_\S{36})\n\n\2\n$/.exec(
      readFileSync(file, 'utf8'),
    );
    expect(found).not.toBeNull();
    expect(found?.[1]).not.toBe(found?.[2]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
