import { afterEach, expect, it } from 'vitest';
import { HELD_ITEM_COPY, UNFINISHED } from '../../../src/publish/held-item-copy.ts';
import { SILENT, type SoapServer, soapServer } from '../vsphere/soap-server.ts';
import { recordedTools } from '../windows/fake-tools.ts';

const open: SoapServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** @param description of the item that has the name of the copy */
async function undo(description: string): Promise<string[]> {
  const asked: string[] = [];
  const server = await soapServer(({ verb, path, token }) => {
    if (!path.startsWith('/api')) return undefined;
    asked.push(`${verb} ${path} ${token}`);
    if (path.includes('find')) return { status: 200, body: '["i-1"]' };
    return { status: 200, body: JSON.stringify({ name: 'ws-1', description }) };
  });
  open.push(server);
  const session = await server.connect();
  const ticket = { server: server.server, tls: session.ticket().tls, style: 'api', token: 't-1' } as const;
  const library = { id: 'l-1', name: 'golden' };
  const context = { log: SILENT, tools: recordedTools(), signal: AbortSignal.timeout(60_000) };
  await HELD_ITEM_COPY.undo({ ticket, library, name: 'ws-1' }, context);
  return asked;
}

it('removes a copy that is not whole, with the session of the run that has ended', async () => {
  expect(await undo(UNFINISHED)).toEqual([
    'POST /api/content/library/item?action=find t-1',
    'GET /api/content/library/item/i-1 t-1',
    'DELETE /api/content/library/item/i-1 t-1',
  ]);
});

it('leaves one that is whole to the next run', async () => {
  expect((await undo('whole')).filter((call) => call.startsWith('DELETE'))).toEqual([]);
});
