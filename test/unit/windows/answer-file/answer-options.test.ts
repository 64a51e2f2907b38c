import { expect, it } from 'vitest';
import { optionFault } from '../../../../src/windows/answer-file/answer-options.ts';

it.each([
  {},
  { locale: 'de' },
  { locale: 'zh-Hans-CN' },
  { timeZone: 'W. Europe Standard Time' },
  { computerName: '*' },
  { computerName: 'a' },
  { computerName: 'ABCDEFGHIJKLMN5' },
  { computerName: '1a-2' },
])('takes %j', (options) => {
  expect(optionFault(options)).toBeUndefined();
});

it.each([
  [{ locale: 'German (Germany)' }, 'locale', 'such as en-US'],
  [{ locale: 'd' }, 'locale', 'such as en-US'],
  [{ timeZone: 'Europe/Berlin' }, 'timeZone', 'tzutil /l'],
  [{ timeZone: 'W. Europe Standart Time' }, 'timeZone', 'Did you mean "W. Europe Standard Time"?'],
  [{ timeZone: 'utc' }, 'timeZone', 'Did you mean "UTC"?'],
  [{ computerName: '' }, 'computerName', '15 letters'],
  [{ computerName: '123' }, 'computerName', 'not digits alone'],
  [{ computerName: 'abcdefghijklmnop' }, 'computerName', '15 letters'],
  [{ computerName: '-a' }, 'computerName', '15 letters'],
  [{ computerName: 'a-' }, 'computerName', '15 letters'],
  [{ computerName: 'web_01' }, 'computerName', '15 letters'],
] as const)('refuses %j', (options, option, hint) => {
  expect(optionFault(options)).toEqual({ option, hint: expect.stringContaining(hint) });
});

it('guesses at no time zone that is like none', () => {
  expect(optionFault({ timeZone: 'Europe/Berlin' })?.hint).toMatch(/such as UTC or "W\. Europe Standard Time"\.$/);
});
