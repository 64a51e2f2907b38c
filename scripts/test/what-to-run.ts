/** Which suites a call of scripts/test.ts runs, and what of each. */

import { argumentsFor, type Suite } from './filters.ts';
import { soakFiles } from './soak-files.ts';

export interface SuiteRun {
  readonly suite: Suite;
  /** Vitest's arguments. */
  readonly args: readonly string[];
}

export interface WhatToRun {
  /** Whether tests do what they leave to the night. */
  readonly soak: boolean;
  readonly runs: readonly SuiteRun[];
}

const ONLY: Readonly<Record<string, Suite>> = {
  '--unit': 'unit',
  '--integration': 'integration',
  '--windows': 'windows',
};

/** @param words of the command line; suites without tests of the rooms that it names are left out */
export function whatToRun(words: readonly string[]): WhatToRun {
  const soak = words.includes('--soak');
  const option = words.find((word) => word in ONLY);
  const rest = words.filter((word) => word !== option && word !== '--soak');
  const only = option === undefined ? undefined : ONLY[option];
  // A soak without further words is what the daily tests leave out, that of Windows too.
  const whole = soak && rest.length === 0;
  const all: readonly Suite[] = whole ? ['unit', 'integration', 'windows'] : ['unit', 'integration'];
  const runs = (only === undefined ? all : [only]).flatMap((suite) => {
    const args = whole ? leftOutByDay(suite) : argumentsFor(suite, rest);
    return args === undefined ? [] : [{ suite, args }];
  });
  return { soak, runs };
}

function leftOutByDay(suite: Suite): string[] {
  return suite === 'unit' ? ['fuzz'] : soakFiles(suite);
}
