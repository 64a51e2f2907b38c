/** Typed readers for an action's inputs. No empty string gets past them: a value, a default, or an error that says what to write. */

import { getInput, setSecret } from '@actions/core';
import { UserError } from '../errors.ts';
import { parseDuration, parseSize } from '../units.ts';

/** Reads the inputs that action.yml declares; names are the kebab-case names used there. */
export interface InputReader {
  text(name: string): string | undefined;
  required(name: string): string;
  /** Registers the value as a secret before anything else can see it. */
  secret(name: string): string | undefined;
  boolean(name: string): boolean | undefined;
  integer(name: string, range: { min: number; max: number }): number | undefined;
  /** Bytes. */
  size(name: string): number | undefined;
  /** Milliseconds. */
  duration(name: string): number | undefined;
  /** One per line or comma-separated; empty entries dropped. */
  list(name: string): readonly string[] | undefined;
  choice<const T extends string>(name: string, values: readonly T[]): T | undefined;
  /** 64 hexadecimal digits, lower case. */
  sha256(name: string): string | undefined;
}

/** @param read gives the raw text of an input, empty when not set (default: the runner's INPUT_ variables) */
export function createInputReader(read: (name: string) => string = (name) => getInput(name)): InputReader {
  const text = (name: string): string | undefined => {
    const value = read(name).trim();
    return value === '' ? undefined : value;
  };
  const parse = <T>(name: string, convert: (value: string) => T): T | undefined => {
    const value = text(name);
    return value === undefined ? undefined : convert(value);
  };
  return {
    text,
    required: (name) => {
      const value = text(name);
      if (value === undefined) throw missingInput(name);
      return value;
    },
    secret: (name) => {
      const value = read(name);
      if (value === '') return undefined;
      setSecret(value);
      return value;
    },
    boolean: (name) =>
      parse(name, (value) => {
        if (/^(true|yes|on)$/i.test(value)) return true;
        if (/^(false|no|off)$/i.test(value)) return false;
        throw invalidInput(name, value, 'Write true or false.');
      }),
    integer: (name, { min, max }) =>
      parse(name, (value) => {
        const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
        if (number >= min && number <= max) return number;
        throw invalidInput(name, value, `Write a whole number from ${min} to ${max}.`);
      }),
    size: (name) => parse(name, (value) => parseSize(value, `Input ${name}`)),
    duration: (name) => parse(name, (value) => parseDuration(value, `Input ${name}`)),
    list: (name) =>
      parse(name, (value) =>
        value
          .split(/[\n,]/)
          .map((entry) => entry.trim())
          .filter((entry) => entry !== ''),
      ),
    choice: (name, values) =>
      parse(name, (value) => {
        const found = values.find((candidate) => candidate === value);
        if (found !== undefined) return found;
        throw invalidInput(name, value, `Write one of: ${values.join(', ')}.`);
      }),
    sha256: (name) =>
      parse(name, (value) => {
        if (/^[0-9a-f]{64}$/i.test(value)) return value.toLowerCase();
        throw invalidInput(name, value, 'Write the 64 hexadecimal digits of the SHA-256.');
      }),
  };
}

export function missingInput(name: string): UserError {
  return new UserError('input-missing', `Input ${name} is not set`, `Add "${name}: …" under "with:" of this step.`);
}

export function invalidInput(name: string, value: string, hint: string): UserError {
  return new UserError('input-invalid', `Input ${name}: "${value}" is not valid`, hint);
}
