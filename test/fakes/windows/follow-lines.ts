/** Reads the lines of a file while another program writes it. */

import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasErrnoCode } from '../../../src/errors.ts';

const POLL_MS = 30;

export interface Followed {
  /** Call when the writer has ended: what is left is handed on. */
  end(): Promise<void>;
}

/** @param path of a file that may not be there yet */
export function followLines(path: string, onLine: (line: string) => void): Followed {
  let ended = false;
  let offset = 0;
  let rest = '';
  const decoder = new StringDecoder('utf8');
  const readMore = async (): Promise<void> => {
    try {
      await using file = await open(path, 'r');
      const buffer = Buffer.alloc(1 << 16);
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
        if (bytesRead === 0) return;
        offset += bytesRead;
        const lines = (rest + decoder.write(buffer.subarray(0, bytesRead))).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) onLine(line.replace(/\r$/, ''));
      }
    } catch (error) {
      if (!hasErrnoCode(error, 'ENOENT')) throw error;
    }
  };
  const following = (async () => {
    while (!ended) {
      await readMore();
      await sleep(POLL_MS);
    }
    await readMore();
    if (rest !== '') onLine(rest);
  })();
  return {
    end: async () => {
      ended = true;
      await following;
    },
  };
}
