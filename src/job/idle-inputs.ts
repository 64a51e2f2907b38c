/** Inputs that would do nothing in the company of the others: nobody would notice that what was asked for is not done. */

import type { Declarations, InputDeclaration, UsedWith } from './input.ts';

export interface IdleInput {
  readonly name: string;
  /** What to do about it, for people. */
  readonly hint: string;
}

/**
 * @param values as readInputs gives them
 * @param written the text that somebody gave for an input; undefined where nobody did
 * @returns each with what it is used with, or without; GitHub gives defaults as if they were written, so a default is nobody's wish
 */
export function idleInputs(
  declarations: Declarations,
  values: Readonly<Record<string, unknown>>,
  written: (name: string) => string | undefined,
): readonly IdleInput[] {
  return Object.entries(declarations).flatMap(([name, declaration]) => {
    const text = written(name);
    if (text === undefined || isDefault(declaration, text)) return [];
    if (!hasCompany(declaration, declarations, values)) {
      return [{ name, hint: `It is used with ${wordsOf(declaration.only)}: leave it out, or set that.` }];
    }
    const obstacles = obstaclesOf(declaration, declarations, values);
    if (obstacles.length === 0) return [];
    return [{ name, hint: `It is used without ${wordsOf(obstacles)}: leave one of the two out.` }];
  });
}

/** Such as `vm`, or `artifact: reports or with-ova`. */
function wordsOf(list: readonly UsedWith[] = []): string {
  return list.map(({ input, is }) => (is === undefined ? input : `${input}: ${is.join(' or ')}`)).join(', or ');
}

function hasCompany(
  { only }: InputDeclaration<unknown>,
  declarations: Declarations,
  values: Readonly<Record<string, unknown>>,
): boolean {
  return only?.some((one) => isThere(one, declarations, values)) ?? true;
}

function obstaclesOf(
  { without = [] }: InputDeclaration<unknown>,
  declarations: Declarations,
  values: Readonly<Record<string, unknown>>,
): readonly UsedWith[] {
  return without.filter((one) => isThere(one, declarations, values));
}

/** What is idle itself is no company, and stands in nobody's way. */
function isThere(one: UsedWith, declarations: Declarations, values: Readonly<Record<string, unknown>>): boolean {
  const declaration = declarations[one.input];
  if (declaration === undefined || !isSo(one, values[one.input])) return false;
  return hasCompany(declaration, declarations, values) && obstaclesOf(declaration, declarations, values).length === 0;
}

function isSo({ is }: UsedWith, value: unknown): boolean {
  return is === undefined ? value !== undefined : is.some((one) => one === value);
}

function isDefault({ default: constant, type }: InputDeclaration<unknown>, text: string): boolean {
  return constant !== undefined && (text === constant || type.parse(text) === type.parse(constant));
}
