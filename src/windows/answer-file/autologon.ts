/** Whether an answer file logs the Administrator on by itself, which generalizing needs: sysprep may not run as SYSTEM. */

import { SHELL_SETUP } from './components.ts';
import { type AnswerElement, type AnswerFile, descend } from './parse-answer-file.ts';

/**
 * @param restarts so many times Windows may restart before the log-on that counts
 * @returns what is wrong in one clause; undefined when the Administrator will be logged on
 */
export function autologonObstacle({ passes }: AnswerFile, restarts: number): string | undefined {
  const [autologon] = passes
    .filter(({ name }) => name === 'oobeSystem')
    .flatMap(({ components }) => components)
    .filter(({ name, architecture }) => name === SHELL_SETUP && architecture === 'amd64')
    .flatMap(({ element }) => descend(element, 'AutoLogon'));
  if (autologon === undefined) return 'it has no AutoLogon in the pass oobeSystem';
  const text = (...path: readonly string[]): string => textAt(autologon, ...path);
  if (text('Enabled').toLowerCase() !== 'true') return 'its AutoLogon is not enabled';
  if (text('Username') === '') return 'its AutoLogon names no Username';
  if (text('Password', 'Value') === '') return 'its AutoLogon has no Password';
  if (!(Number(text('LogonCount')) > restarts)) {
    return `its AutoLogon has a LogonCount of ${text('LogonCount') || 'nothing'}, and Windows may restart ${restarts} times before it is generalized`;
  }
  return undefined;
}

function textAt(element: AnswerElement, ...path: readonly string[]): string {
  return descend(element, ...path)[0]?.text ?? '';
}
