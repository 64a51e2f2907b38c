/** The types that inputs have: how each is written, and what becomes of the text. */

import { resolve, sep } from 'node:path';
import { isUrl } from '../download/pinned-file.ts';
import { UserError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { parseDuration, parseSize } from '../units.ts';

/** A text that is no value of its type; `hint` says what to write. */
export class InvalidText extends Error {
  readonly hint: string;

  constructor(hint: string) {
    super(hint);
    this.hint = hint;
  }
}

export interface InputType<Value> {
  /** For the tables and `action.yml`: "Path", "Choice: efi, bios". */
  readonly label: string;
  /** The value is masked in the log before anything else happens, and never repeated in a message. */
  readonly secret?: true;
  /** The value names a file or folder of the user's. */
  readonly path?: true;
  /** The only words that it may be, or be made of. */
  readonly values?: readonly string[];
  /** @param text not empty; blanks at its ends are gone unless it is a secret. @throws InvalidText */
  parse(text: string): Value;
}

export const text: InputType<string> = { label: 'Text', parse: (value) => value };

/** Masked; kept as it is, blanks included. */
export const secret: InputType<string> = { label: 'Text, secret', secret: true, parse: (value) => value };

/** Absolute, seen from the working folder; an http(s) URL as it is. */
export const pathOrUrl: InputType<string> = {
  label: 'Path or URL',
  path: true,
  parse: (value) => (isUrl(value) ? value : absolute(value)),
};

/** Absolute, seen from the working folder. */
export const path: InputType<string> = { label: 'Path', path: true, parse: absolute };

export const boolean: InputType<boolean> = {
  label: 'Boolean',
  values: ['true', 'false'],
  parse: (value) => {
    if (/^(true|yes|on)$/i.test(value)) return true;
    if (/^(false|no|off)$/i.test(value)) return false;
    throw new InvalidText('Write true or false.');
  },
};

/** Bytes. */
export const size: InputType<number> = {
  label: 'Size',
  parse: (value) => withHint(() => parseSize(value, 'it')),
};

/** Milliseconds. */
export const duration: InputType<number> = {
  label: 'Duration',
  parse: (value) => withHint(() => parseDuration(value, 'it')),
};

/** 64 hexadecimal digits, given in lower case. */
export const sha256: InputType<string> = {
  label: 'SHA-256',
  parse: (value) => {
    if (/^[0-9a-f]{64}$/i.test(value)) return value.toLowerCase();
    throw new InvalidText('Write the 64 hexadecimal digits of the SHA-256.');
  },
};

/** One entry per line or comma-separated; empty entries are dropped. */
export const list: InputType<readonly string[]> = {
  label: 'List',
  parse: (value) => entriesOf(value, /[\n,]/),
};

/** One entry per line, which may hold commas; empty lines are dropped. */
export const lines: InputType<readonly string[]> = { label: 'Lines', parse: (value) => entriesOf(value, /\n/) };

/** An absolute web address. */
export const url: InputType<string> = {
  label: 'URL',
  parse: (value) => {
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
    throw new InvalidText('Write an absolute address, such as https://mirror.example.com/.');
  },
};

export function integer(min: number, max: number): InputType<number> {
  return {
    label: `Number, ${min} to ${max}`,
    parse: (value) => {
      const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
      if (number >= min && number <= max) return number;
      throw new InvalidText(`Write a whole number from ${min} to ${max}.`);
    },
  };
}

export function choice<const T extends string>(values: readonly T[]): InputType<T> {
  return { label: `Choice: ${values.join(', ')}`, values, parse: (value) => choose(value, values) };
}

/** A list whose entries are some of `values`. */
export function choices<const T extends string>(values: readonly T[]): InputType<readonly T[]> {
  return {
    label: `List of: ${values.join(', ')}`,
    values,
    parse: (value) => entriesOf(value, /[\n,]/).map((entry) => choose(entry, values)),
  };
}

/** A type of another room: its reader says in a UserError or an InvalidText what is wrong. */
export function parsed<Value>(label: string, parse: (value: string) => Value): InputType<Value> {
  return { label, parse: (value) => withHint(() => parse(value)) };
}

/** A path of Windows would be one long name elsewhere: an output would be written, and nobody would find it. */
function absolute(value: string): string {
  if (sep === '/' && value.includes('\\')) {
    throw new InvalidText('This runner is no Windows: write / between folders, and the path as this machine has it.');
  }
  return resolve(value);
}

function choose<T extends string>(value: string, values: readonly T[]): T {
  const found = values.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const near = nearestName(value, values);
  throw new InvalidText(
    values.length === 1
      ? `Write ${values[0]}; nothing else can be done yet.`
      : `Write ${near === undefined ? 'one' : `${near}, or another`} of: ${values.join(', ')}.`,
  );
}

function entriesOf(value: string, separator: RegExp): readonly string[] {
  return value
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** The readers of other rooms name what they read; here the input is named by whoever reads it. */
function withHint<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    throw error instanceof UserError ? new InvalidText(error.hint) : error;
  }
}
