/** Runs a command from a terminal: `stillframe <command> --input value`. */

import { UserError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { type Command, DONE, type Terminal, USAGE } from './command.ts';
import { completionCommand } from './completion/completion-command.ts';
import { type CommandGroup, describeCommand, listCommands } from './help.ts';
import { parseArguments } from './parse-arguments.ts';

/** What the program is. */
export interface Program {
  version(): string;
  readonly groups: readonly CommandGroup[];
}

const WIDEST_HELP = 120;

/** @returns the exit code: 0, 1 when the command failed, 2 for a command line that is none */
export async function runInTerminal(program: Program, args: readonly string[], terminal: Terminal): Promise<number> {
  const { screen } = terminal;
  const groups = withCompletion(program.groups);
  const commands = groups.flatMap((group) => group.commands);
  const columns = Math.min(screen.columns ?? WIDEST_HELP, WIDEST_HELP);
  const [name = 'help', ...rest] = args;
  const asked = isHelp(name) && rest[0] !== undefined ? rest[0] : name;
  if (isHelp(asked)) return printAll(listCommands(groups, { paint: screen.paint, columns }), terminal);
  if (name === '--version') return printAll([program.version()], terminal);
  const command = commands.find((candidate) => candidate.name === asked);
  if (!command) return unknown(asked, commands, terminal);
  if (isHelp(name) || rest.some(isHelpOption)) {
    return printAll(describeCommand(command, { paint: screen.paint, columns }), terminal);
  }
  try {
    return await command.run(parseArguments(command, rest), terminal);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    screen.tell(`${screen.tone.red('error')}: ${error.message}\n${error.hint}`);
    return USAGE;
  }
}

function withCompletion(groups: readonly CommandGroup[]): readonly CommandGroup[] {
  const known = groups.flatMap(({ commands }) => commands);
  return [...groups, { title: 'The shell', commands: [completionCommand(known)] }];
}

function isHelp(word: string): boolean {
  return word === 'help' || isHelpOption(word);
}

function isHelpOption(word: string): boolean {
  return word === '--help' || word === '-h';
}

function printAll(lines: readonly string[], { screen }: Terminal): number {
  for (const line of lines) screen.print(line);
  return DONE;
}

function unknown(name: string, commands: readonly Command[], { screen }: Terminal): number {
  const nearest = nearestName(
    name,
    commands.map((candidate) => candidate.name),
  );
  const hint = nearest === undefined ? 'stillframe --help lists what there is.' : `Did you mean ${nearest}?`;
  screen.tell(`${screen.tone.red('error')}: there is no command "${name}". ${hint}`);
  return USAGE;
}
