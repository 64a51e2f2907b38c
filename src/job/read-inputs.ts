/** Reads the declared inputs: a value, the template file's, a default, or an error that says what to write. */

import { type SourceLocation, UserError } from '../errors.ts';
import type { Template } from '../template/template.ts';
import { idleInputs } from './idle-inputs.ts';
import type { Declarations, InputDeclaration, Values } from './input.ts';
import { InvalidText } from './input-types.ts';
import type { LoadedTemplate } from './load-template-input.ts';

/** Gives the raw text of an input; undefined when the place it runs in was not told of it at all. */
export type ReadRaw = (name: string) => string | undefined;

/** How whoever runs the action gives an input, for hints. */
export type HowToSet = (name: string, declaration: InputDeclaration<unknown>) => string;

/** As a step of a workflow does. */
const inStep: HowToSet = (name, { template }) =>
  `Add "${name}: …" under "with:" of this step${template === undefined ? '' : `, or "template: …" with a file that has ${template.key}`}; if it is there, its expression is empty: did the step that gives it run, and is that step's id right?`;

type Needed<D extends Declarations, Name extends keyof D> = {
  readonly [Key in Name]: Exclude<Values<D>[Key], undefined>;
};

export interface Reading<D extends Declarations> {
  readonly values: Values<D>;
  readonly template: Template | undefined;
  /** True when the step set the input itself. */
  isSet(name: keyof D & string): boolean;
  /** For a value that is well-formed and yet does not fit; names the input, or the place in the template file it came from. */
  invalid(name: keyof D & string, shown: string | number, hint: string): UserError;
  /** For a value that is missing in the company of others. */
  missing(name: keyof D & string): UserError;
  /** Values that have to be there in the company of others. @throws UserError for all that are missing at once */
  needed<Name extends keyof D & string>(...names: readonly Name[]): Needed<D, Name>;
  /** Asked when it is known that the inputs fit each other. @throws UserError for all that would do nothing with the others */
  assertUsed(): void;
}

/** @throws UserError for all inputs that are wrong at once */
export function readInputs<D extends Declarations>(
  declarations: D,
  readRaw: ReadRaw,
  template: LoadedTemplate | undefined,
  howToSet: HowToSet = inStep,
): Reading<D> {
  const values: Record<string, unknown> = {};
  const faults: UserError[] = [];
  for (const [name, declaration] of Object.entries(declarations)) {
    try {
      values[name] = readOne(name, declaration, { readRaw, template, howToSet });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults.push(error);
    }
  }
  const declared = (name: keyof D & string): InputDeclaration<unknown> => declarations[name] as D[typeof name];
  throwAll(faults);
  return {
    values: values as Values<D>,
    template: template?.template,
    isSet: (name) => rawText(name, declared(name), readRaw) !== undefined,
    invalid: (name, shown, hint) => {
      const place = originOf(name, declared(name), readRaw, template);
      return new UserError('input-invalid', `${place.words}: "${shown}" is not valid`, hint, place.options);
    },
    missing: (name) => missingInput(name, declared(name), { readRaw, template, howToSet }),
    needed: <Name extends keyof D & string>(...names: readonly Name[]) => {
      const absent = names.filter((name) => values[name] === undefined);
      throwAll(absent.map((name) => missingInput(name, declared(name), { readRaw, template, howToSet })));
      return values as Needed<D, Name>;
    },
    assertUsed: () => {
      const written = (name: string): string | undefined => rawText(name, declared(name), readRaw);
      const idle = idleInputs(declarations, values, written).map(
        ({ name, hint }) => new UserError('input-invalid', `Input ${name} is set, and does nothing here`, hint),
      );
      throwAll(idle);
    },
  };
}

interface Sources {
  readonly readRaw: ReadRaw;
  readonly template: LoadedTemplate | undefined;
  readonly howToSet: HowToSet;
}

function readOne(name: string, declaration: InputDeclaration<unknown>, sources: Sources): unknown {
  const { readRaw, template } = sources;
  const written = rawText(name, declaration, readRaw);
  if (written !== undefined) return parseInput(name, declaration, written);
  const fromTemplate = template && declaration.template?.read(template.template);
  if (fromTemplate !== undefined) return fromTemplate;
  if (declaration.default !== undefined) return declaration.type.parse(declaration.default);
  if (declaration.required) throw missingInput(name, declaration, sources);
  return undefined;
}

/** The text of an input that is set; blanks count for secrets alone. */
function rawText(name: string, declaration: InputDeclaration<unknown>, readRaw: ReadRaw): string | undefined {
  const raw = readRaw(name) ?? '';
  const value = declaration.type.secret ? raw : raw.trim();
  return value === '' ? undefined : value;
}

function parseInput(name: string, { type }: InputDeclaration<unknown>, written: string): unknown {
  try {
    return type.parse(written);
  } catch (error) {
    if (!(error instanceof InvalidText)) throw error;
    const shown = type.secret ? 'its value' : `"${written}"`;
    throw new UserError('input-invalid', `Input ${name}: ${shown} is not valid`, error.hint);
  }
}

function originOf(
  name: string,
  declaration: InputDeclaration<unknown>,
  readRaw: ReadRaw,
  template: LoadedTemplate | undefined,
): { words: string; options: { location: SourceLocation } | undefined } {
  const own = { words: `Input ${name}`, options: undefined };
  const from = declaration.template;
  if (!template || !from || rawText(name, declaration, readRaw) !== undefined) return own;
  if (from.read(template.template) === undefined) return own;
  const { key } = from;
  const location = template.locate(key);
  return {
    words: location
      ? `${location.file}:${location.line}:${location.column}: ${key}`
      : `${template.template.file}: ${key}`,
    options: location && { location },
  };
}

function missingInput(
  name: string,
  declaration: InputDeclaration<unknown>,
  { readRaw, template, howToSet }: Sources,
): UserError {
  const key = declaration.template?.key;
  const state = readRaw(name) === undefined ? 'is not set' : 'is empty or not set';
  const also =
    key === undefined
      ? ''
      : template
        ? `, nor is ${key} in ${template.template.file}`
        : `, and no template file gives ${key}`;
  return new UserError('input-missing', `Input ${name} ${state}${also}`, howToSet(name, declaration));
}

/** @throws UserError the only one as it is, or one that tells them all */
export function throwAll([first, ...others]: readonly UserError[]): void {
  if (first) throw others.length === 0 ? first : withOthers(first, others);
}

function withOthers(first: UserError, others: readonly UserError[]): UserError {
  const all = [first, ...others];
  return new UserError(
    first.code,
    `${all.length} inputs are wrong:\n${all.map(({ message, hint }) => `- ${message}. ${hint}`).join('\n')}`,
    'Correct them all; nothing was begun.',
    { cause: first },
  );
}
