/** An action as a value: all there is to one. Hosts run it; action.yml, tables and help are made from it. */

import type { Context, HoldKind } from '../context.ts';
import type { Finding } from '../report/report.ts';
import type { Template } from '../template/template.ts';
import type { Declarations } from './input.ts';
import type { Place } from './place.ts';
import type { Reading, ReadRaw } from './read-inputs.ts';

interface OutputDeclaration<Result> {
  /** One or two sentences. */
  readonly description: string;
  /** Anything but text is written as JSON; undefined as empty text. */
  value(result: Result): unknown;
}

export interface ActionDefinition<D extends Declarations, Inputs, Result> {
  /** Kebab-case; the name of its folder below `actions` and `dist`. */
  readonly name: string;
  /** One sentence, at most 125 characters (the Marketplace cuts there). */
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  /** Without `template` and `report`, which every action has. */
  readonly inputs: D;
  /** Without `report`. */
  readonly outputs: Readonly<Record<string, OutputDeclaration<Result>>>;
  /** What `main` may hold; the post step and the next run undo it. */
  readonly holds?: readonly HoldKind<never>[];
  /** Further texts that must not be printed: of variables that the template file names, or made of a secret input. */
  readonly secrets?: SecretsOf;
  /** Settles what inputs mean together. @throws UserError */
  prepare(reading: Reading<D>, place: Place): Inputs | Promise<Inputs>;
  main(inputs: Inputs, context: Context): Promise<Result>;
  /** What is worth telling; errors and warnings become annotations. */
  findings(result: Result): readonly Finding[];
  /** Markdown for the job summary. */
  summary(result: Result, inputs: Inputs): string;
  /** Throws when the result is not what was asked for; outputs, report and summary are written all the same. */
  assertGood?(result: Result, inputs: Inputs): void;
}

/** @param template undefined where none is given, or it cannot be read */
type SecretsOf = (
  readRaw: ReadRaw,
  template: Template | undefined,
  env: Place['env'],
) => readonly (string | undefined)[];

/** An action whose own types nobody outside has to know. */
export interface Action {
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Declarations;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly holds: readonly HoldKind<never>[];
  readonly secrets?: SecretsOf | undefined;
  /** Prepares, runs and presents; `Reading` is of its own inputs. */
  run(reading: Reading<Declarations>, place: Place, context: Context): Promise<Outcome>;
}

/** What a run came to, ready to be written. */
export interface Outcome {
  readonly result: unknown;
  readonly outputs: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  readonly summary: string;
  /** Why the step fails although it has a result. */
  readonly failure?: unknown;
}

export function defineAction<const D extends Declarations, Inputs, Result>(
  definition: ActionDefinition<D, Inputs, Result>,
): Action {
  const { name, description, branding, inputs, outputs, holds = [], secrets } = definition;
  return {
    name,
    description,
    branding,
    inputs,
    outputs,
    holds,
    secrets,
    run: async (reading, place, context) => {
      const prepared = await definition.prepare(reading as Reading<D>, place);
      // Last: what is missing, or chosen twice, is said before what is in the way.
      reading.assertUsed();
      const result = await definition.main(prepared, context);
      const outcome: Outcome = {
        result,
        outputs: Object.fromEntries(
          Object.entries(outputs).map(([key, output]) => [key, outputText(output.value(result))]),
        ),
        findings: definition.findings(result),
        summary: definition.summary(result, prepared),
      };
      try {
        definition.assertGood?.(result, prepared);
        return outcome;
      } catch (failure) {
        return { ...outcome, failure };
      }
    },
  };
}

function outputText(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
