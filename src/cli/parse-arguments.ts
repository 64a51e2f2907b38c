/** Reads a command line such as `convert-ova --disk a.vhd --ova=a.ova --allow-recovery`. */

import { UserError } from '../errors.ts';
import type { Action } from '../job/action.ts';
import { allInputs } from '../job/shared-inputs.ts';
import { nearestName } from '../nearest-name.ts';
import { secretVariable } from './terminal-host.ts';

/** @throws UserError input-invalid for what is no input of the action, or a secret */
export function parseArguments(action: Action, args: readonly string[]): ReadonlyMap<string, string> {
  const inputs = allInputs(action);
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    const [, name, value] = /^--([a-z0-9-]+)(?:=([\s\S]*))?$/.exec(argument) ?? [];
    const declaration = name === undefined ? undefined : inputs[name];
    if (name === undefined || !declaration) throw unknownArgument(action, argument, Object.keys(inputs));
    if (declaration.type.secret) {
      throw new UserError(
        'input-invalid',
        `--${name} is a secret, and command lines can be read by everybody on the machine`,
        `Put it into the environment variable ${secretVariable(name)}.`,
      );
    }
    const next = args[index + 1];
    if (value !== undefined) given.set(name, value);
    else if (next !== undefined && !next.startsWith('--')) {
      given.set(name, next);
      index++;
    } else given.set(name, 'true');
  }
  return given;
}

function unknownArgument(action: Action, argument: string, names: readonly string[]): UserError {
  const nearest = nearestName(argument.replace(/^--/, ''), names);
  return new UserError(
    'input-invalid',
    `${action.name} has no input "${argument}"`,
    `${nearest === undefined ? '' : `Did you mean --${nearest}? `}stillframe ${action.name} --help lists its inputs.`,
  );
}
