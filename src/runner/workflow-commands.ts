/**
 * What a step tells the GitHub runner: commands among its output, and values by files. Sources: "Workflow commands for GitHub Actions";
 * actions/runner, ActionCommand.cs (escapes) and FileCommandManager.cs (`name<<delimiter`).
 */

import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { EOL } from 'node:os';

export function printLine(text: string): void {
  process.stdout.write(`${text}${EOL}`);
}

/** @param properties in their order; what is undefined is left out */
export function printCommand(
  command: string,
  message: string,
  properties: Readonly<Record<string, string | number | undefined>> = {},
): void {
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  printLine(`::${command}${given.length > 0 ? ` ${given.join(',')}` : ''}::${escapeData(message)}`);
}

/** @param file that a variable of the runner names; without it nobody asks for the value */
export function appendValue(file: string | undefined, name: string, value: string): void {
  if (!file) return;
  // Nobody can write a value that ends before its end: the delimiter is new for each.
  const delimiter = `ghadelimiter_${randomUUID()}`;
  appendFileSync(file, [`${name}<<${delimiter}`, value, delimiter, ''].join(EOL));
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
