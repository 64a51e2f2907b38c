/**
 * Inputs that a step sets and the action does not have. The runner warns of them and goes on (actions/runner issue 933): a build with `exlude: KB5098818`
 * would have that update, and be green.
 */

import { UserError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import type { Declarations } from './input.ts';

/**
 * A name with a dash comes from a step, for no shell sets such a variable; one without may be a variable of the job's own that begins with INPUT_, and is
 * refused where it is nearly the name of an input that nobody has set.
 * @param given names as the place has them, in lower case
 * @returns one error for each that is none
 */
export function unknownInputs(declarations: Declarations, given: readonly string[]): readonly UserError[] {
  const names = Object.keys(declarations);
  const unset = names.filter((name) => !given.includes(name));
  return given
    .filter((name) => !names.includes(name))
    .flatMap((name) => {
      const meant = nearestName(name, unset);
      if (meant === undefined && !name.includes('-')) return [];
      const hint = meant === undefined ? `The inputs are: ${names.join(', ')}.` : `Did you mean ${meant}?`;
      return [
        new UserError(
          'input-invalid',
          `Input ${name} is none of this action, and nothing would come of it`,
          `${hint} Correct or remove it under "with:" of this step; if it is a variable of the job, give INPUT_${name.toUpperCase()} another name.`,
        ),
      ];
    });
}
