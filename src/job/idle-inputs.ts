/** Inputs that would do nothing in the company of the others: nobody would notice that what was asked for is not done. */

import type { Declarations, InputDeclaration, UsedWith } from './input.ts';

/**
 * @param values as readInputs gives them
 * @param written the text that somebody gave for an input; undefined where nobody did
 * @returns each with what it is used with, in words; GitHub gives defaults as if they were written, so a default is nobody's wish
 */
export function idleInputs(
  declarations: Declarations,
  values: Readonly<Record<string, unknown>>,
  written: (name: string) => string | undefined,
): readonly { readonly name: string; readonly usedWith: string }[] {
  return Object.entries(declarations).flatMap(([name, declaration]) => {
    const text = written(name);
    if (text === undefined || isDefault(declaration, text) || isUsed(name, declarations, values)) return [];
    return [{ name, usedWith: usedWithWords(declaration) }];
  });
}

/** Such as `vm`, or `artifact: reports or with-ova`. */
function usedWithWords({ only = [] }: InputDeclaration<unknown>): string {
  return only.map(({ input, is }) => (is === undefined ? input : `${input}: ${is.join(' or ')}`)).join(', or ');
}

/** What is used with an idle input is idle itself. */
function isUsed(name: string, declarations: Declarations, values: Readonly<Record<string, unknown>>): boolean {
  const { only } = declarations[name] ?? {};
  return only?.some((one) => isSo(one, values[one.input]) && isUsed(one.input, declarations, values)) ?? true;
}

function isSo({ is }: UsedWith, value: unknown): boolean {
  return is === undefined ? value !== undefined : is.some((one) => one === value);
}

function isDefault({ default: constant, type }: InputDeclaration<unknown>, text: string): boolean {
  return constant !== undefined && (text === constant || type.parse(text) === type.parse(constant));
}
