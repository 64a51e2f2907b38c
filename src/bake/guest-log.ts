/** The log of a first boot as the guest publishes it in pieces (docs/first-boot.md), put together again. */

import { GUEST_KEY, LOG_KEYS, LOG_PIECE_BYTES } from '../products/guest-words.ts';

/** Lines of its end that a message quotes. */
const TAIL_LINES = 15;

export interface GuestLog {
  /**
   * Takes what the guest has published by now.
   * @param info a guestinfo value by its key without `guestinfo.`
   * @returns lines that are whole and were not given before
   */
  take(info: (key: string) => string | undefined): readonly string[];
  /** The last lines, for a message; empty when nothing was published. */
  tail(): string;
}

/** Pieces that were overwritten before anybody read them leave a line that says so. */
export function createGuestLog(): GuestLog {
  const pieces = new Map<number, Buffer>();
  const lines: string[] = [];
  /** How many bytes were turned into lines. */
  let done = 0;
  return {
    take: (info) => {
      for (let key = 0; key < LOG_KEYS; key++) {
        const piece = parsePiece(info(`${GUEST_KEY.log}.${key}`), key);
        // A piece only grows; a shorter one is of a reading that came late.
        if (piece && piece.bytes.length >= (pieces.get(piece.number)?.length ?? 0)) {
          pieces.set(piece.number, piece.bytes);
        }
      }
      const fresh: string[] = [];
      const gap = skipGap(pieces, done);
      if (gap > done) {
        fresh.push(`[${gap - done} bytes of the log were not seen]`);
        done = gap;
      }
      const bytes = bytesFrom(pieces, done);
      const end = bytes.lastIndexOf(0x0a) + 1;
      done += end;
      if (end > 0) fresh.push(...textOf(bytes.subarray(0, end)).split(/\r?\n/).slice(0, -1));
      lines.push(...fresh);
      return fresh;
    },
    tail: () => lines.slice(-TAIL_LINES).join('\n'),
  };
}

/** @param key the piece must belong to: one that does not is of somebody else */
function parsePiece(text: string | undefined, key: number): { number: number; bytes: Buffer } | undefined {
  const match = /^(\d{1,6}):([A-Za-z0-9+/]*={0,2})$/.exec(text ?? '');
  if (match === null) return undefined;
  const number = Number(match[1]);
  const bytes = Buffer.from(match[2] ?? '', 'base64');
  return number % LOG_KEYS === key && bytes.length <= LOG_PIECE_BYTES ? { number, bytes } : undefined;
}

/** Where the log goes on: at `done`, or where the oldest piece behind it begins when the one at `done` was never seen. */
function skipGap(pieces: ReadonlyMap<number, Buffer>, done: number): number {
  if (bytesFrom(pieces, done).length > 0) return done;
  const later = [...pieces.keys()].filter((number) => number * LOG_PIECE_BYTES > done);
  return later.length === 0 ? done : Math.min(...later) * LOG_PIECE_BYTES;
}

function bytesFrom(pieces: ReadonlyMap<number, Buffer>, start: number): Buffer {
  const found: Buffer[] = [];
  for (let at = start; ; ) {
    const piece = pieces.get(Math.floor(at / LOG_PIECE_BYTES))?.subarray(at % LOG_PIECE_BYTES);
    if (piece === undefined || piece.length === 0) return Buffer.concat(found);
    found.push(piece);
    at += piece.length;
  }
}

/** In the code page of the guest, of which only ASCII is the same everywhere; anything else is for people who can guess. */
function textOf(bytes: Buffer): string {
  return [...bytes.toString('latin1')].map((char) => (/[\t\n\r\x20-\x7e]/.test(char) ? char : '·')).join('');
}
