/** Sends an answer, or what a fault makes of it. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import { errorHtml, shellHtml } from './pages.ts';

export interface Answer {
  readonly body: Buffer;
  readonly type: string;
  /** Ranges are understood and an entity tag is given. */
  readonly etag?: string;
}

export function htmlAnswer(html: string): Answer {
  return { body: Buffer.from(html, 'utf8'), type: 'text/html; charset=utf-8' };
}

/** Faults that replace the answer. @returns false when the answer is still to be sent */
export function sendInstead(response: ServerResponse, fault: Fault): boolean {
  if (fault.kind === 'status') {
    response.writeHead(fault.status, fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter });
    response.end('busy');
  } else if (fault.kind === 'redirect') {
    response.writeHead(fault.status ?? 302, { location: fault.to });
    response.end();
  } else if (fault.kind === 'shell') sendHtml(response, shellHtml());
  else if (fault.kind === 'error-page') sendHtml(response, errorHtml(fault.number));
  else if (fault.kind === 'thanks') response.writeHead(302, { location: '/Thanks.aspx?id=190' }).end();
  else if (fault.kind === 'html') sendHtml(response, fault.html);
  else return false;
  return true;
}

function sendHtml(response: ServerResponse, html: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html);
}

/** The answer itself, whole or the range asked for, with the faults of transport. */
export async function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  fault: Fault | undefined,
): Promise<void> {
  const range = answer.etag === undefined || fault?.kind === 'no-range' ? undefined : rangeOf(request, answer);
  if (range === 'unsatisfiable' || (fault?.kind === 'bad-range' && request.headers.range !== undefined)) {
    response.writeHead(416, { 'content-range': `bytes */${answer.body.length}` });
    response.end();
    return;
  }
  const start = range ?? 0;
  const body = Buffer.from(answer.body.subarray(start));
  if (fault?.kind === 'corrupt' && body.length > 0) {
    const middle = body.length >> 1;
    body.writeUInt8(body.readUInt8(middle) ^ 0xff, middle);
  }
  response.writeHead(range === undefined ? 200 : 206, {
    'content-type': answer.type,
    'content-length': body.length + (fault?.kind === 'wrong-length' ? fault.by : 0),
    ...(answer.etag !== undefined && { etag: answer.etag, 'accept-ranges': 'bytes' }),
    ...(range !== undefined && { 'content-range': `bytes ${start}-${answer.body.length - 1}/${answer.body.length}` }),
  });
  if (request.method === 'HEAD') response.end();
  else await sendBody(response, body, fault);
}

async function sendBody(response: ServerResponse, body: Buffer, fault: Fault | undefined): Promise<void> {
  if (fault?.kind === 'stall') {
    response.flushHeaders();
  } else if (fault?.kind === 'cut') {
    const part = body.subarray(0, Math.floor(body.length * fault.at));
    response.flushHeaders();
    await new Promise<void>((resolve) => response.write(part, () => resolve()));
    response.destroy();
  } else if (fault?.kind === 'slow') {
    for (let sent = 0; sent < body.length && !response.destroyed; sent += fault.bytesPerTick) {
      response.write(body.subarray(sent, sent + fault.bytesPerTick));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    response.end();
  } else if (fault?.kind === 'wrong-length') {
    // More bytes promised than come: whoever waits for them sees the connection close. Fewer: the rest is no HTTP.
    response.flushHeaders();
    await new Promise<void>((resolve) => response.write(body, () => resolve()));
    response.destroy();
  } else {
    response.end(body);
  }
}

function rangeOf(request: IncomingMessage, answer: Answer): number | 'unsatisfiable' | undefined {
  const start = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
  if (start === undefined) return undefined;
  const condition = request.headers['if-range'];
  if (condition !== undefined && condition !== answer.etag) return undefined;
  return Number(start) < answer.body.length ? Number(start) : 'unsatisfiable';
}
