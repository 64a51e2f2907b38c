/** Reads what a script of ours answered: JSON, of which nothing is taken on trust. */

import { ToolError } from '../errors.ts';

export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A list of one is the value itself to some versions of ConvertTo-Json, an empty one null. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** A whole number that is not negative. @throws ToolError when it is anything else */
export function numberIn(answer: unknown, name: string): number {
  const value = fieldsOf(answer)[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new ToolError('powershell.exe', 0, JSON.stringify(answer), `The script did not say its "${name}".`);
}

/** Empty for what is no text. */
export function textIn(answer: unknown, name: string): string {
  const value = fieldsOf(answer)[name];
  return typeof value === 'string' ? value : '';
}
