/** What the terminal prints when it is asked for help; made from the declarations of the actions. */

import type { Action } from '../job/action.ts';
import { defaultWords } from '../job/default-words.ts';
import { allInputs } from '../job/shared-inputs.ts';
import { secretVariable } from './terminal-host.ts';

export function listActions(actions: readonly Action[]): string {
  const width = Math.max(...actions.map(({ name }) => name.length));
  return [
    'stillframe <action> [--input value] …',
    '',
    ...actions.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`),
    '',
    'stillframe <action> --help shows its inputs.',
  ].join('\n');
}

export function describeAction(action: Action): string {
  const inputs = Object.entries(allInputs(action)).map(([name, declaration]) => {
    const flag = declaration.type.secret ? `${secretVariable(name)} (environment)` : `--${name}`;
    return `  ${flag}  ${declaration.type.label}. Default: ${defaultWords(declaration)}\n      ${declaration.description}`;
  });
  return [`stillframe ${action.name}: ${action.description}`, '', ...inputs].join('\n');
}
