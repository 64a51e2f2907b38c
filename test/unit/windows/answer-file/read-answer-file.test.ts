import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { readAnswerFile } from '../../../../src/windows/answer-file/read-answer-file.ts';
import { component, SHELL, settings } from './sample-answer-file.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-answers-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function write(...content: readonly string[]): Promise<string> {
  const path = join(folder, 'unattend.xml');
  await writeFile(path, `<unattend xmlns="urn:schemas-microsoft-com:unattend">\n${content.join('\n')}\n</unattend>`);
  return path;
}

const PASSWORD =
  '<UserAccounts><AdministratorPassword><Value>hunter2</Value><PlainText>true</PlainText></AdministratorPassword></UserAccounts>';

describe('readAnswerFile', () => {
  it('tells all faults at once, in the order of the file, and what is doubtful beside them', async () => {
    const path = await write(
      settings('offlineServicing', component('Microsoft-Windows-LUA-Settings')),
      settings('windowsPE', component('Microsoft-Windows-Setup')),
      settings('oobeSytem', component(SHELL, PASSWORD, 'x86')),
      settings('oobeSystem', component(SHELL, PASSWORD)),
    );
    const warnings: string[] = [];
    const error: unknown = await readAnswerFile(path, undefined, (message) => warnings.push(message)).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(UserError);
    const { code, message, location } = error as UserError;
    expect(code).toBe('input-invalid');
    expect(location).toEqual({ file: path, line: 4, column: 1 });
    expect(message.match(/line \d+/g)).toEqual(['line 4', 'line 4', 'line 5']);
    expect(message).toMatch(/no pass "oobeSytem".*is for x86.*will not take the password/);
    expect(message).not.toContain('hunter2');
    expect(warnings.map((text) => /windowsPE|offlineServicing|plain text/.exec(text)?.[0])).toEqual([
      'offlineServicing',
      'windowsPE',
      'plain text',
    ]);
    expect(warnings.join()).not.toContain('hunter2');
  });

  it('looks at the values too, and at the encoding before anything else', async () => {
    const path = await write(
      settings('specialize', component(SHELL, `<ComputerName>${'x'.repeat(16)}</ComputerName>`)),
    );
    await expect(readAnswerFile(path, undefined, () => {})).rejects.toThrow(
      /line 2, column \d+: ComputerName "x{16}" is no name/,
    );
    await writeFile(path, Buffer.from('<unattend>\xf6</unattend>', 'latin1'));
    await expect(readAnswerFile(path, undefined, () => {})).rejects.toThrow('has bytes that are no UTF-8');
  });

  it('gives the bytes as they are and the findings', async () => {
    const path = await write(settings('windowsPE'));
    const warnings: string[] = [];
    const { bytes, findings, file } = await readAnswerFile(path, undefined, (message) => warnings.push(message));
    expect(bytes.toString()).toContain('<settings pass="windowsPE">');
    expect(file.path).toBe(path);
    expect(findings.map(({ code }) => code)).toEqual(['no-effect', 'unattend-no-password']);
    expect(warnings).toEqual([]);
  });

  it('says which file is missing', async () => {
    await expect(readAnswerFile(join(folder, 'none.xml'), undefined, () => {})).rejects.toMatchObject({
      code: 'file-missing',
    });
  });

  it('puts a password where the file names its variable, and judges the file with it', async () => {
    const path = await write(
      settings('oobeSystem', component(SHELL, PASSWORD.replace('hunter2', '$ADMINISTRATOR_PASSWORD'))),
    );
    const { bytes, findings } = await readAnswerFile(path, { text: 'R&D <2026>', isAsked: true }, () => {});
    expect(bytes.toString()).toContain('<Value>R&amp;D &lt;2026&gt;</Value>');
    expect(findings.map(({ code }) => code)).toEqual(['unattend-plain-password']);
    await expect(readAnswerFile(path, undefined, () => {})).rejects.toThrow(/a variable that nobody has filled in/);
    await expect(readAnswerFile(path, { text: 'short', isAsked: false }, () => {})).rejects.toThrow(/fewer than 6/);
  });
});
