/** What a server answers to a range: all of it, the part behind what is there, or that there is nothing behind it. */

import { UserError } from '../errors.ts';
import { type HttpAnswer, networkError } from './http-client.ts';
import { type DownloadRequest, restart, type Transfer, wrongLength } from './transfer.ts';

/** Drops the rest of an answer; a body that nobody listens to would end the process with its AbortError. */
export function discard(answer: HttpAnswer): void {
  answer.body.on('error', () => {});
  answer.body.destroy();
}

/** Brings the transfer and the answer to the same byte: a server may ignore the range, or say that there is nothing behind it. */
export async function alignWithAnswer(answer: HttpAnswer, transfer: Transfer, request: DownloadRequest): Promise<void> {
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(answer.headers['content-type'] ?? '')) {
    discard(answer);
    throw webPage(answer, request);
  }
  if (answer.status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(answer.headers['content-range'] ?? '');
    if (Number(range?.[1]) !== transfer.position) {
      discard(answer);
      await restart(transfer);
      throw networkError(new Error('it answered with another range than asked for'), answer.url, {
        what: `The download of ${request.name}`,
        code: 'download-failed',
      });
    }
    if (range?.[2] !== undefined && range[2] !== '*') transfer.total = Number(range[2]);
    if (transfer.position > 0) transfer.isPieced = true;
  } else if (answer.status === 416) {
    await answer.body.dump();
    // Nothing behind our last byte: either all is there (the hashes will tell) or the leftover is of another file.
    const total = /^bytes \*\/(\d+)$/.exec(answer.headers['content-range'] ?? '')?.[1];
    if (Number(total) === transfer.position) {
      transfer.total = transfer.position;
      return;
    }
    await restart(transfer);
    throw networkError(new Error('it has no such range'), answer.url, {
      what: `The download of ${request.name}`,
      code: 'download-failed',
    });
  } else {
    if (transfer.position > 0) await restart(transfer);
    // Another entity than before, or the first: with the tag of an older one every later answer would be whole again.
    transfer.etag = undefined;
    transfer.isPieced = false;
    const length = answer.headers['content-length'];
    transfer.total = length === undefined ? undefined : Number(length);
  }
  transfer.etag ??= answer.headers.etag?.startsWith('"') ? answer.headers.etag : undefined;
  if (request.size !== undefined && transfer.total !== undefined && transfer.total !== request.size) {
    await refuseBeginning(answer, request);
    throw wrongLength(request, transfer.total);
  }
}

/** What a firewall or a sign-in sends in place of a file, whatever it says of its type (ScoopInstaller/Extras issue 1292). No package and no ISO begins so. */
export function refuseWebPage(chunk: Buffer, answer: HttpAnswer, request: DownloadRequest): void {
  if (/^\ufeff?\s*<(?:!doctype\s+html|html|head|body)\b/i.test(chunk.toString('utf8', 0, 512)))
    throw webPage(answer, request);
}

async function refuseBeginning(answer: HttpAnswer, request: DownloadRequest): Promise<void> {
  try {
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      refuseWebPage(chunk, answer, request);
      return;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
  } finally {
    discard(answer);
  }
}

function webPage({ url }: HttpAnswer, { name }: DownloadRequest): UserError {
  return new UserError(
    'download-failed',
    `The download of ${name}: ${url.host} sent a web page instead of the file`,
    'A proxy or a sign-in page may be in between: open the address on this machine and see what it shows.',
  );
}
