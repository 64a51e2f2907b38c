/** What shells need to know of a command to complete it, whichever shell it is. */

import type { InputDeclaration } from '../../job/input.ts';
import type { Command } from '../command.ts';

export interface Completable {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletableOption[];
  /** What words by themselves are. */
  readonly words: OfferedValues;
}

interface CompletableOption {
  /** `--format` */
  readonly flag: string;
  /** The first sentence of its description. */
  readonly description: string;
  readonly values: OfferedValues;
}

/** What a value may be: some words, a file, nothing (a switch, or a command without words), or anything. */
export type OfferedValues = readonly string[] | 'file' | 'none' | 'any';

/** Secrets are not options: they come from the environment. */
export function completables(commands: readonly Command[]): readonly Completable[] {
  return commands.map(({ name, description, inputs, words }) => ({
    name,
    description,
    options: [
      ...Object.entries(inputs)
        .filter(([, { type }]) => !type.secret)
        .map(([input, declaration]) => ({
          flag: `--${input}`,
          description: firstSentence(declaration.description),
          values: valuesOf(declaration.type),
        })),
      { flag: '--json', description: 'Print the report as JSON', values: 'none' as const },
      { flag: '--help', description: 'Show what it takes', values: 'none' as const },
    ],
    words: words === undefined ? 'none' : valuesOf(words.type),
  }));
}

function valuesOf(type: Partial<Pick<InputDeclaration<unknown>['type'], 'path' | 'values' | 'label'>>): OfferedValues {
  if (type.label === 'Boolean') return 'none';
  if (type.values !== undefined) return type.values;
  return type.path ? 'file' : 'any';
}

function firstSentence(text: string): string {
  return (/^.*?(?=[.;:](?: |$))/s.exec(text)?.[0] ?? text).replaceAll('`', '');
}
