/** What a guest publishes when it has been asked, and the question that a program was started with. */

import { gzipSync } from 'node:zlib';
import { ANSWER_KEY, PIECE } from '../../../../src/vsphere/guest/guest-question.ts';

/** Keys of guestinfo of an answer that was given at that time. */
export function packedAnswer(answer: unknown, time = 1): Record<string, string> {
  const text = gzipSync(JSON.stringify(answer)).toString('base64');
  const pieces = text.match(new RegExp(`.{1,${PIECE}}`, 'g')) ?? [];
  return Object.fromEntries([
    ...pieces.map((piece, index) => [`guestinfo.${ANSWER_KEY}.${index}`, piece]),
    [`guestinfo.${ANSWER_KEY}`, `${time}-${pieces.length}`],
  ]) as Record<string, string>;
}

/** @param text of a call of StartProgramInGuest; empty where it starts no PowerShell */
export function askedText(text: string): string {
  const [, encoded = ''] = /-EncodedCommand ([\w+/=]+)</.exec(text) ?? [];
  return Buffer.from(encoded, 'base64').toString('utf16le');
}
