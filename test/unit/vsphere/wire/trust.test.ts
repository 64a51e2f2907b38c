import { type AddressInfo, createServer, type Server } from 'node:net';
import { describe, expect, it } from 'vitest';
import { sendRequest } from '../../../../src/vsphere/wire/http.ts';
import { createAgent, readTrust } from '../../../../src/vsphere/wire/trust.ts';

describe('readTrust', () => {
  it('takes only one way to trust', async () => {
    await expect(readTrust({ thumbprint: 'a'.repeat(40), insecure: true })).rejects.toMatchObject({
      code: 'input-invalid',
    });
  });

  it('names a CA file that is missing or holds no certificate', async () => {
    await expect(readTrust({ caFile: '/no/such.pem' })).rejects.toMatchObject({ code: 'file-missing' });
    await expect(readTrust({ caFile: import.meta.filename })).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

describe('sendRequest', () => {
  const request = async (server: Server, signal = new AbortController().signal): Promise<unknown> => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const agent = createAgent({ kind: 'insecure' });
    try {
      return await sendRequest(agent, { method: 'GET', url: new URL(`https://127.0.0.1:${port}/`), signal });
    } finally {
      agent.destroy();
      server.close();
    }
  };

  it('says that a server which speaks no TLS could not be reached', async () => {
    const server = createServer((socket) => socket.on('error', () => {}).end('220 mail.example.com ESMTP\r\n'));
    await expect(request(server)).rejects.toMatchObject({ code: 'vsphere-unreachable' });
  });

  it('says that a server which hangs up could not be reached', async () => {
    const server = createServer((socket) => socket.on('error', () => {}).destroy());
    await expect(request(server)).rejects.toMatchObject({ code: 'vsphere-unreachable' });
  });

  it('ends with the reason of its signal while a server does not answer', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const server = createServer((socket) => {
      socket.on('error', () => {});
      controller.abort(reason);
    });
    await expect(request(server, controller.signal)).rejects.toBe(reason);
  });
});
