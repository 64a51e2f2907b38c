/** `stillframe completion SHELL`: prints what makes a shell complete the commands, their options and choices. */

import { UserError } from '../../errors.ts';
import { type Call, type Command, DONE, type Terminal } from '../command.ts';
import { bashCompletion } from './bash-completion.ts';
import { type Completable, completables } from './completable.ts';
import { powershellCompletion } from './powershell-completion.ts';
import { zshCompletion } from './zsh-completion.ts';

const SHELLS: Readonly<Record<string, (commands: readonly Completable[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  powershell: powershellCompletion,
};

const NAMES = Object.keys(SHELLS);

/** @param commands all others */
export function completionCommand(commands: readonly Command[]): Command {
  const own: Command = {
    name: 'completion',
    description: `Prints what makes a shell (${NAMES.join(', ')}) complete commands, inputs and choices`,
    inputs: {},
    words: { name: 'SHELL', description: `One of: ${NAMES.join(', ')}.`, type: { values: NAMES }, count: 'one' },
    run: ({ words }: Call, { screen }: Terminal) => {
      const write = SHELLS[words[0] ?? ''];
      if (write === undefined) {
        throw new UserError(
          'input-invalid',
          `There is no completion for ${words[0]}`,
          `Write one of: ${NAMES.join(', ')}.`,
        );
      }
      screen.print(write(completables([...commands, own])).trimEnd());
      return Promise.resolve(DONE);
    },
  };
  return own;
}
