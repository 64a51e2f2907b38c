/** An input as it is declared: one place from which code, action.yml, tables and help are made. */

import type { Template } from '../template/template.ts';
import type { InputType } from './input-types.ts';

/** Where a template file keeps the value of an input that is not set. */
interface TemplateValue<Value> {
  /** As written in the file, such as `disk.size`. */
  readonly key: string;
  read(template: Template): Value | undefined;
}

/** Another input of the same action. */
export interface UsedWith {
  readonly input: string;
  /** Its values; left out: any. */
  readonly is?: readonly (string | boolean)[];
}

export interface InputDeclaration<Value> {
  readonly type: InputType<Value>;
  /** What it is for, one or two sentences without its type and default. */
  readonly description: string;
  readonly template?: TemplateValue<Value>;
  /** Stands in when neither the input nor the template file gives a value, written as a user would write it. */
  readonly default?: string;
  /** There must be a value: from the input, or from the template file where that has a place for it. */
  readonly required?: boolean;
  /** What it is used with, any of these: written without them it is refused, as it would do nothing. Left out: it is used always. */
  readonly only?: readonly UsedWith[];
  /** What makes it do nothing, any of these: written beside them it is refused. */
  readonly without?: readonly UsedWith[];
  /** For the tables, where the default is no constant: "the name of the OVA file". */
  readonly otherwise?: string;
}

export type Declarations = Readonly<Record<string, InputDeclaration<unknown>>>;

/** The value that reading a declaration gives: always one where it is required or has a default. */
type ValueOf<Declaration> =
  Declaration extends InputDeclaration<infer Value>
    ? Declaration extends { readonly default: string } | { readonly required: true }
      ? Value
      : Value | undefined
    : never;

export type Values<D extends Declarations> = { readonly [Name in keyof D]: ValueOf<D[Name]> };

/** Declares an input, keeping what is needed to know the type of its value. */
export function input<Value, const Rest extends Omit<InputDeclaration<Value>, 'type'>>(
  type: InputType<Value>,
  rest: Rest,
): Rest & { readonly type: InputType<Value> } {
  return { type, ...rest };
}

/** The same input with other words or another default for one action. */
export function variant<Base extends object, const Change extends object>(
  base: Base,
  change: Change,
): Omit<Base, keyof Change> & Change {
  return { ...base, ...change };
}
