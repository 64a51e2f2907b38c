/** What stands in for an input that is not set, in the words of the tables. */

import type { InputDeclaration } from './input.ts';

export function defaultWords({ template, default: constant, required, otherwise }: InputDeclaration<unknown>): string {
  const fallback = constant === undefined ? otherwise : `\`${constant}\``;
  if (template === undefined) return fallback ?? (required ? '**required**' : 'none');
  const key = `\`${template.key}\` of the template file`;
  if (required) return `**required**, or ${key}`;
  return `${key}, else ${fallback ?? 'none'}`;
}
