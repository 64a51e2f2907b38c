import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createHostPolicy } from '../../../src/download/host-policy.ts';
import { createHttpClient } from '../../../src/download/http-client.ts';

const SIZE = 12 * 2 ** 20;
const signal = new AbortController().signal;
const INIT = { what: 'The download of x', code: 'download-failed' } as const;

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** A server that answers each connection in its own way, and a client for it. */
async function serve(answer: (socket: Socket) => void) {
  const listening = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => answer(socket));
  });
  server = listening;
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  const address = listening.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/x`;
  return { url, http: createHttpClient({ env: {}, policy: createHostPolicy({ mirrors: [url] }) }) };
}

/** Sends a length, so many bytes, and closes, while the reader is far behind. */
function sendAndClose(length: number, sent: number): (socket: Socket) => void {
  return (socket) => {
    socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`);
    socket.end(Buffer.alloc(sent, 7));
  };
}

async function readSlowly(body: AsyncIterable<Buffer>): Promise<number> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    await sleep(1);
  }
  return bytes;
}

// undici 7.30 ended the process here: an assertion in a handler of the socket that nobody can catch (nodejs/undici#5360).
describe('a peer that closes while the reader is behind', () => {
  it('gives the whole body, every time and several at once', async () => {
    const { url, http } = await serve(sendAndClose(SIZE, SIZE));
    for (let round = 0; round < 3; round++) {
      const answers = await Promise.all([0, 1, 2, 3].map(() => http.send(url, INIT, signal)));
      expect(await Promise.all(answers.map(({ body }) => readSlowly(body)))).toEqual([SIZE, SIZE, SIZE, SIZE]);
    }
    await http.close();
  });

  it('never takes a body that was cut short for a whole one', async () => {
    const { url, http } = await serve(sendAndClose(SIZE, SIZE - 1));
    for (let round = 0; round < 3; round++) {
      const { body } = await http.send(url, INIT, signal);
      await expect(readSlowly(body)).rejects.toThrow();
    }
    await http.close();
  });

  it('can be left unread', async () => {
    const { url, http } = await serve(sendAndClose(SIZE, SIZE));
    for (let round = 0; round < 3; round++) {
      const { body } = await http.send(url, INIT, signal);
      await sleep(50);
      body.on('error', () => {});
      body.destroy();
    }
    await http.close();
  });
});
