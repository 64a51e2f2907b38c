/** What is asked of a mutation run: `<room>… [--seed N] [--count N] [--file src/…] [--own]`. */

import { parseArgs } from 'node:util';

export interface Request {
  readonly rooms: readonly string[];
  readonly seed: number;
  /** At most this many mutants of each room. */
  readonly count: number;
  /** Only mutants of this file. */
  readonly file?: string;
  /** Judge by the tests that mirror the room, and by no others. */
  readonly own: boolean;
}

/** @throws Error (what is wrong, for the user) */
export function parseRequest(words: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      count: { type: 'string' },
      file: { type: 'string' },
      own: { type: 'boolean', default: false },
    },
  });
  const seed = integer('--seed', values.seed ?? String(Math.trunc(Math.random() * 1e6)));
  const count = integer('--count', values.count ?? '200');
  const fileRoom = values.file?.startsWith('actions/') ? 'actions' : values.file?.split('/')[1]?.replace(/\.ts$/, '');
  const rooms = positionals.length > 0 || fileRoom === undefined ? positionals : [fileRoom];
  return { rooms, seed, count, own: values.own, ...(values.file !== undefined && { file: values.file }) };
}

function integer(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${name} ${text} is not a whole number`);
  return Number(text);
}
