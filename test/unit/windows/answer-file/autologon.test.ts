import { expect, it } from 'vitest';
import { autologonObstacle } from '../../../../src/windows/answer-file/autologon.ts';
import { answerFile, component, SHELL, settings } from './sample-answer-file.ts';

const PASSWORD = '<Password><Value>x</Value><PlainText>true</PlainText></Password>';
const autologon = (body: string, pass = 'oobeSystem', architecture = 'amd64') =>
  answerFile(settings(pass, component(SHELL, `<AutoLogon>${body}</AutoLogon>`, architecture)));
const GOOD = `<Enabled>TRUE</Enabled><Username>Administrator</Username>${PASSWORD}<LogonCount>10</LogonCount>`;

it('takes an Administrator who is logged on once more than Windows restarts', () => {
  expect(autologonObstacle(autologon(GOOD), 9)).toBeUndefined();
  expect(autologonObstacle(autologon(GOOD), 10)).toBe(
    'its AutoLogon has a LogonCount of 10, and Windows may restart 10 times before it is generalized',
  );
});

it.each([
  ['nothing of it', answerFile(settings('oobeSystem', component(SHELL))), 'no AutoLogon in the pass oobeSystem'],
  ['another pass', autologon(GOOD, 'specialize'), 'no AutoLogon'],
  ['another architecture', autologon(GOOD, 'oobeSystem', 'x86'), 'no AutoLogon'],
  ['another component', answerFile(settings('oobeSystem', component('Other', `<AutoLogon>${GOOD}</AutoLogon>`))), 'no'],
  ['one switched off', autologon(GOOD.replace('TRUE', 'false')), 'is not enabled'],
  ['nobody', autologon(GOOD.replace('Administrator', '')), 'names no Username'],
  ['no password', autologon(GOOD.replace(PASSWORD, '')), 'has no Password'],
  ['no count', autologon(GOOD.replace(/<LogonCount>.*/, '')), 'a LogonCount of nothing'],
])('refuses %s', (_, file, words) => {
  expect(autologonObstacle(file, 1)).toContain(words);
});
