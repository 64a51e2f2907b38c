/** What the terminal prints when it is asked for help; made from the declarations of the commands. */

import { defaultWords } from '../job/default-words.ts';
import type { InputDeclaration } from '../job/input.ts';
import type { Command } from './command.ts';
import type { Paint } from './paint.ts';
import { secretVariable } from './terminal-host.ts';
import { wrapText } from './wrap-text.ts';

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
}

interface Page {
  readonly paint: Paint;
  /** Width of lines. */
  readonly columns: number;
}

export function listCommands(groups: readonly CommandGroup[], { paint, columns }: Page): string[] {
  const width = Math.max(...groups.flatMap(({ commands }) => commands.map(({ name }) => name.length)));
  const indent = ' '.repeat(width + 4);
  return [
    'stillframe <command> [--template FILE] [--input VALUE] …',
    ...groups.flatMap(({ title, commands }) => [
      '',
      paint.bold(title),
      ...commands.flatMap(({ name, description }) => {
        const [first = '', ...more] = wrapText(description, columns, indent);
        return [`  ${paint.cyan(name.padEnd(width))}  ${first.trimStart()}`, ...more];
      }),
    ]),
    '',
    'stillframe <command> --help shows what it takes. With --json it prints its report for programs.',
    'The exit code is 0 when it went well, 1 when it failed or found a fault, 2 for a command line that is none.',
  ];
}

export function describeCommand(command: Command, { paint, columns }: Page): string[] {
  const { name, description, inputs, words } = command;
  const usage = words === undefined ? '' : words.count === 'one' ? ` ${words.name}` : ` [${words.name} …]`;
  const option = (title: string, text: string): string[] => [
    `  ${paint.cyan(title)}`,
    ...wrapText(text, columns, '      '),
  ];
  return [
    ...wrapText(`${name}: ${description}.`, columns),
    '',
    `stillframe ${name}${usage}${Object.keys(inputs).length === 0 ? '' : ' [--input VALUE] …'}`,
    '',
    ...(words === undefined ? [] : option(words.name, words.description)),
    ...Object.entries(inputs).flatMap(([input, declaration]) =>
      option(optionTitle(input, declaration), optionText(declaration)),
    ),
    ...option('--json', 'Print the report as JSON.'),
  ];
}

function optionTitle(name: string, { type }: InputDeclaration<unknown>): string {
  if (type.secret) return `${secretVariable(name)} (environment)`;
  return type.label === 'Boolean' ? `--${name}` : `--${name} ${placeholder(type.label)}`;
}

/** `PATH`, `efi|bios`, `NUMBER` */
function placeholder(label: string): string {
  const [, choices] = /^(?:Choice|List of): (.*)$/.exec(label) ?? [];
  if (choices !== undefined) return choices.replaceAll(', ', '|');
  return (label.split(/[ ,]/)[0] ?? '').toUpperCase();
}

function optionText(declaration: InputDeclaration<unknown>): string {
  const words = defaultWords(declaration).replaceAll('**', '').replaceAll('`', '');
  if (words === 'none') return declaration.description;
  const standIn = words.startsWith('required') ? `R${words.slice(1)}` : `Default: ${words}`;
  return `${declaration.description} ${standIn}.`;
}
