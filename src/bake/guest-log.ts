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
      for (let next: number | undefined = done; next !== undefined; ) {
        if (next > done) fresh.push(`[${next - done} bytes of the log were not seen]`);
        const bytes = bytesFrom(pieces, next);
        const end = bytes.lastIndexOf(0x0a) + 1;
        fresh.push(...textOf(bytes.subarray(0, end)).split(/\r?\n/).slice(0, -1));
        done = next + end;
        next = pieceBehind(pieces, next + bytes.length);
      }
      lines.push(...fresh);
      return fresh;
    },
    tail: () => lines.slice(-TAIL_LINES).join('\n'),
  };
}

/** @param key the piece must belong to: one that does not is of somebody else */
function parsePiece(text: string | undefined, key: number): { number: number; bytes: Buffer } | undefined {
  const match = text?.match(/^(\d{1,6}):([A-Za-z0-9+/]*={0,2})$/);
  if (!match) return undefined;
  const number = Number(match[1]);
  const bytes = Buffer.from(match[2] ?? '', 'base64');
  return number % LOG_KEYS === key && bytes.length <= LOG_PIECE_BYTES ? { number, bytes } : undefined;
}

/**
 * Where the log goes on behind a place at which it breaks off. The guest writes one piece after the other, so that what stands between that
 * place and a piece behind it was overwritten: the rest of a line too whose begin was seen.
 */
function pieceBehind(pieces: ReadonlyMap<number, Buffer>, place: number): number | undefined {
  const later = [...pieces.keys()].map((number) => number * LOG_PIECE_BYTES).filter((start) => start > place);
  return later.length === 0 ? undefined : Math.min(...later);
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
