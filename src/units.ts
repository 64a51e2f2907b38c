/** Sizes and durations as people write them in template files and inputs: `40 GiB`, `15 min`. */

import { UserError } from './errors.ts';

const SIZE_FACTORS: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
};

const DURATION_SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  sec: 1,
  min: 60,
  m: 60,
  h: 3600,
  d: 86400,
};

/**
 * Parses `40 GiB`, `260MiB`, `1.5 TiB` to bytes.
 * @param what the input or key, for the message
 * @throws UserError input-invalid for a missing or unknown unit, a negative or fractional number of bytes
 */
export function parseSize(text: string, what: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*$/.exec(text);
  const factor = match?.[2] === undefined ? undefined : SIZE_FACTORS[match[2]];
  const bytes = factor === undefined ? Number.NaN : Number(match?.[1]) * factor;
  if (!Number.isSafeInteger(bytes)) {
    throw new UserError(
      'input-invalid',
      `${what}: "${text}" is not a size`,
      'Write a number and a unit, for example 40 GiB or 260 MiB (units: B, KiB, MiB, GiB, TiB, and KB, MB, GB, TB).',
    );
  }
  return bytes;
}

/**
 * Parses `15 min`, `90 s`, `2 h` to milliseconds.
 * @throws UserError input-invalid for a missing or unknown unit
 */
export function parseDuration(text: string, what: string): number {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/.exec(text);
  const seconds = match?.[2] === undefined ? undefined : DURATION_SECONDS[match[2]];
  if (seconds === undefined) {
    throw new UserError(
      'input-invalid',
      `${what}: "${text}" is not a duration`,
      'Write a number and a unit, for example 15 min or 90 s (units: ms, s, min, h, d).',
    );
  }
  return Math.round(Number(match?.[1]) * seconds * 1000);
}

/** Bytes for people: `40 GiB`, `1.3 GiB`, `512 B`. */
export function formatSize(bytes: number): string {
  for (const unit of ['TiB', 'GiB', 'MiB', 'KiB'] as const) {
    const factor = SIZE_FACTORS[unit] ?? 1;
    if (bytes >= factor) {
      const value = bytes / factor;
      return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`;
    }
  }
  return `${bytes} B`;
}

/** Bytes for people, to the byte, in the largest unit that fits: `40 GiB`, `1300 MiB`, `513 B`. Different sizes never look the same. */
export function exactSize(bytes: number): string {
  const unit = (['TiB', 'GiB', 'MiB', 'KiB', 'B'] as const).find((name) => bytes % (SIZE_FACTORS[name] ?? 1) === 0);
  return unit === undefined || bytes === 0 ? `${bytes} B` : `${bytes / (SIZE_FACTORS[unit] ?? 1)} ${unit}`;
}

/** Milliseconds for people: `850 ms`, `12.3 s`, `4 min 05 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}
