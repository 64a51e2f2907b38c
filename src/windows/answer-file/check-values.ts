/**
 * Values of an answer file that Windows Setup stops at, or passes over. Lengths and names: Microsoft Learn, "Unattended Windows Setup Reference",
 * ComputerName, TimeZone, RunSynchronousCommand Path, SynchronousCommand CommandLine. In the field: Easy-GPU-PV issue 13 (a name of 20 characters),
 * Lability pull request 271 (a time zone in German, which is not applied), unattend-generator issue 6 (a path of more than 259 characters).
 */

import { nearestName } from '../../nearest-name.ts';
import { SHELL_SETUP } from './components.ts';
import type { AnswerFault } from './fault.ts';
import { type AnswerComponent, type AnswerElement, type AnswerFile, descend } from './parse-answer-file.ts';
import { TIME_ZONES } from './time-zones.ts';

const DEPLOYMENT = 'Microsoft-Windows-Deployment';
const LONGEST_NAME = 15;
const NOT_IN_NAME = /[*{|}~[\]^':;<=>?@!"#$%`()+/.,&\\ ]/;
/** Keeps the clock from daylight saving. */
const WITHOUT_DAYLIGHT_SAVING = /_dstoff$/i;

/** Texts with a limit: component, the path to them, characters. */
const LIMITS: readonly (readonly [component: string, path: readonly string[], most: number])[] = [
  [DEPLOYMENT, ['RunSynchronous', 'RunSynchronousCommand', 'Path'], 259],
  [DEPLOYMENT, ['RunAsynchronous', 'RunAsynchronousCommand', 'Path'], 259],
  [SHELL_SETUP, ['FirstLogonCommands', 'SynchronousCommand', 'CommandLine'], 1024],
  [SHELL_SETUP, ['LogonCommands', 'AsynchronousCommand', 'CommandLine'], 1024],
];

export function valueFaults({ passes }: AnswerFile): readonly AnswerFault[] {
  const components = passes.flatMap((pass) => pass.components).filter(({ architecture }) => architecture === 'amd64');
  return [
    ...texts(components, SHELL_SETUP, 'ComputerName').flatMap(nameFault),
    ...texts(components, SHELL_SETUP, 'TimeZone').flatMap(zoneFault),
    ...LIMITS.flatMap(([component, path, most]) =>
      texts(components, component, ...path).flatMap((element) => lengthFault(element, most)),
    ),
  ];
}

function texts(
  components: readonly AnswerComponent[],
  name: string,
  ...path: readonly string[]
): readonly AnswerElement[] {
  return components.filter((component) => component.name === name).flatMap(({ element }) => descend(element, ...path));
}

function nameFault(element: AnswerElement): readonly AnswerFault[] {
  const { text } = element;
  if (text === '*' || (text.length <= LONGEST_NAME && !NOT_IN_NAME.test(text))) return [];
  return [
    {
      element,
      what: `ComputerName "${text}" is no name for a computer: at most ${LONGEST_NAME} characters, letters, digits and hyphens, or * alone`,
    },
  ];
}

function zoneFault(element: AnswerElement): readonly AnswerFault[] {
  const zone = element.text.replace(WITHOUT_DAYLIGHT_SAVING, '');
  if (TIME_ZONES.some((known) => known.toLowerCase() === zone.toLowerCase())) return [];
  const nearest = nearestName(zone, TIME_ZONES);
  const guess = nearest === undefined ? ', as tzutil /l lists them' : `; did you mean "${nearest}"?`;
  return [{ element, what: `TimeZone "${element.text}" is no name of Windows for a time zone${guess}` }];
}

function lengthFault(element: AnswerElement, most: number): readonly AnswerFault[] {
  const { length } = element.text;
  if (length <= most) return [];
  return [{ element, what: `${element.name} has ${length} characters, and Windows Setup takes at most ${most}` }];
}
