/** A screen whose two streams are kept apart and read. */

import { createScreen, type Screen } from '../../../src/cli/screen.ts';

export interface PlayedScreen {
  readonly screen: Screen;
  readonly out: string[];
  readonly err: string[];
}

/** @param columns of both streams when they are a terminal; undefined: they are pipes */
export function playScreen(columns?: number, env: Readonly<Record<string, string>> = { NO_COLOR: '1' }): PlayedScreen {
  const out: string[] = [];
  const err: string[] = [];
  const stream = (kept: string[]) => ({
    write: (text: string) => kept.push(text),
    ...(columns !== undefined && { isTTY: true, columns }),
  });
  return { screen: createScreen({ out: stream(out), err: stream(err) }, env), out, err };
}
