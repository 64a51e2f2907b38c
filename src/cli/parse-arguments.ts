/** Reads a command line such as `convert-ova --disk a.vhd --ova=a.ova --allow-recovery`, or `inspect a.vhd --json`. */

import { UserError } from '../errors.ts';
import type { Declarations } from '../job/input.ts';
import { nearestName } from '../nearest-name.ts';
import type { Call, Command } from './command.ts';
import { secretVariable } from './terminal-host.ts';

type Known = Pick<Command, 'name' | 'inputs' | 'words'>;

/** @throws UserError input-invalid for what is no input of the command, a secret, or a word too many or too few */
export function parseArguments(command: Known, args: readonly string[]): Call {
  const given = new Map<string, string>();
  const words: string[] = [];
  let json = false;
  for (let index = 0; index < args.length; index++) {
    const argument = args[index] ?? '';
    const before = args[index - 1];
    if (argument === '--json') json = true;
    else if (command.words && !argument.startsWith('-')) words.push(argument);
    else {
      const { name, value } = option(command, argument, before);
      const next = args[index + 1];
      if (value !== undefined) given.set(name, value);
      else if (next !== undefined && isValue(command.inputs, name, next)) {
        given.set(name, next);
        index++;
      } else if (isSwitch(command.inputs, name)) given.set(name, 'true');
      else throw withoutValue(command, name, next);
    }
  }
  checkCount(command, words);
  return { given, words, json };
}

function option(
  command: Known,
  argument: string,
  before: string | undefined,
): { name: string; value: string | undefined } {
  const [, name, value] = /^--([a-z0-9-]+)(?:=([\s\S]*))?$/.exec(argument) ?? [];
  const declaration = name === undefined ? undefined : command.inputs[name];
  if (name === undefined || !declaration) throw unknownArgument(command, argument, before);
  if (!declaration.type.secret) return { name, value };
  throw new UserError(
    'input-invalid',
    `--${name} is a secret, and command lines can be read by everybody on the machine`,
    `Put it into the environment variable ${secretVariable(name)}.`,
  );
}

/** What follows an option belongs to it, unless it is an option itself, or a word behind a switch. */
function isValue(inputs: Declarations, name: string, next: string): boolean {
  if (next.startsWith('--')) return false;
  return !isSwitch(inputs, name) || /^(?:true|false|yes|no|on|off)$/i.test(next);
}

function isSwitch(inputs: Declarations, name: string): boolean {
  return inputs[name]?.type.label === 'Boolean';
}

/** As a variable of a shell that is empty leaves it, without quotation marks around it. */
function withoutValue({ name: command }: Known, name: string, next: string | undefined): UserError {
  return new UserError(
    'input-invalid',
    `--${name} has no value: ${next === undefined ? 'nothing' : `"${next}"`} comes after it`,
    `Write --${name} VALUE, or --${name}=VALUE where the value begins with "--"; stillframe ${command} --help explains it.`,
  );
}

function checkCount({ name, words: takes }: Known, words: readonly string[]): void {
  if (takes?.count !== 'one' || words.length === 1) return;
  const found = words.length === 0 ? 'none was given' : `${words.length} were given: ${words.join(', ')}`;
  throw new UserError(
    'input-invalid',
    `${name} takes one ${takes.name}, and ${found}`,
    `Write: stillframe ${name} ${takes.name}`,
  );
}

function unknownArgument({ name, inputs }: Known, argument: string, before: string | undefined): UserError {
  const [, flag = ''] = /^--([a-z0-9-]+)$/.exec(before ?? '') ?? [];
  if (isSwitch(inputs, flag) && !argument.startsWith('-')) {
    return new UserError(
      'input-invalid',
      `--${flag} does not take "${argument}"`,
      `Write --${flag} true or --${flag} false.`,
    );
  }
  const nearest = nearestName(argument.replace(/^--/, ''), [...Object.keys(inputs), 'json']);
  return new UserError(
    'input-invalid',
    `${name} has no input "${argument}"`,
    `${nearest === undefined ? '' : `Did you mean --${nearest}? `}stillframe ${name} --help lists its inputs.`,
  );
}
