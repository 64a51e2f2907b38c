import { expect, it } from 'vitest';
import { defaultAnswerFile, noAnswerFile } from '../../../../src/windows/answer-file/default-answer-file.ts';
import { descend, parseAnswerFile } from '../../../../src/windows/answer-file/parse-answer-file.ts';
import { checkAnswerFile } from '../../../../src/windows/answer-file/read-answer-file.ts';

it('is one that Windows Setup takes: the language of the image, no licence page, no password', () => {
  const file = parseAnswerFile(Buffer.from(defaultAnswerFile('de-DE')), 'default');
  expect(checkAnswerFile(file).faults).toEqual([]);
  expect(file.passes.map(({ name }) => name)).toEqual(['oobeSystem']);
  const [international, shell] = file.passes[0]?.components ?? [];
  expect(international).toMatchObject({ name: 'Microsoft-Windows-International-Core', architecture: 'amd64' });
  expect(international?.element.children.map(({ name, text }) => [name, text])).toEqual([
    ['InputLocale', 'de-DE'],
    ['SystemLocale', 'de-DE'],
    ['UILanguage', 'de-DE'],
    ['UserLocale', 'de-DE'],
  ]);
  expect(shell?.name).toBe('Microsoft-Windows-Shell-Setup');
  expect(shell && descend(shell.element, 'OOBE', 'HideEULAPage').map(({ text }) => text)).toEqual(['true']);
  expect(shell?.element.children).toHaveLength(1);
});

it('is said to be none of the user', () => {
  expect(noAnswerFile()).toMatchObject({
    code: 'unattend-missing',
    severity: 'warning',
    seen: expect.stringContaining('may wait at the console'),
  });
});
