/** Which input a path came from, so that an error of the operating system can name it. */

import { resolve, sep } from 'node:path';
import type { Declarations } from './input.ts';
import type { ReadRaw } from './read-inputs.ts';
import { allInputs } from './shared-inputs.ts';

/** @returns the input that names the path, the nearest folder above it, or something below it; undefined when none does */
export function inputOfPath(
  action: { readonly inputs: Declarations },
  readRaw: ReadRaw,
  path: string,
): string | undefined {
  const wanted = resolve(path);
  const inside = (file: string, folder: string): boolean =>
    file === folder || file.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
  const named = Object.entries(allInputs(action)).flatMap(([name, { type }]) => {
    const raw = (readRaw(name) ?? '').trim();
    return raw === '' || type.secret ? [] : [{ name, type, own: resolve(raw) }];
  });
  const longest = named.toSorted((one, other) => other.own.length - one.own.length);
  // Beside the file that is named stand its partial file and what is read along with it; above it, the folders it needs.
  const holder = longest.find(({ type, own }) => inside(wanted, own) || (type.path && wanted.startsWith(own)));
  return (holder ?? longest.find(({ type, own }) => type.path && inside(own, wanted)))?.name;
}

/** Where a message names the path of an input but not the input, puts the name behind the path. */
export function nameInput(action: { readonly inputs: Declarations }, readRaw: ReadRaw, message: string): string {
  if (/\binput\b/i.test(message)) return message;
  const named = Object.entries(allInputs(action))
    .filter(([, { type }]) => type.path || type.label.startsWith('Path'))
    .map(([name]) => ({ name, path: (readRaw(name) ?? '').trim() }))
    .filter(({ path }) => path !== '')
    .map(({ name, path }) => ({ name, path: resolve(path) }))
    .toSorted((a, b) => b.path.length - a.path.length);
  for (const { name, path } of named) {
    const end = message.indexOf(path) + path.length;
    const whole = message.includes(path) && !/^(?:[\w./\\-]|:\d)/.test(message.slice(end));
    if (whole) return `${message.slice(0, end)} (input ${name})${message.slice(end)}`;
  }
  return message;
}
