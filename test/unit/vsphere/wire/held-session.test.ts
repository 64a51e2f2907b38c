import { afterEach, expect, it } from 'vitest';
import { HELD_SESSION } from '../../../../src/vsphere/wire/held-session.ts';
import { recordedTools } from '../../windows/fake-tools.ts';
import { SILENT, type SoapAnswer, type SoapCall, type SoapServer, soapServer } from '../soap-server.ts';

const open: SoapServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** Undoes it on a server that answers so. */
async function undo(answer: (call: SoapCall) => SoapAnswer): Promise<{ methods: string[]; said: string[] }> {
  const server = await soapServer(answer);
  open.push(server);
  const opened = await server.connect();
  const ticket = opened.ticket();
  const before = server.calls.length;
  const said: string[] = [];
  const log = { ...SILENT, debug: (text: string) => void said.push(text) };
  await HELD_SESSION.undo(ticket, { signal: AbortSignal.timeout(60_000), log, tools: recordedTools() });
  const after = server.calls.slice(before);
  expect(after.every(({ method, cookie }) => method === 'RetrieveServiceContent' || cookie === opened.cookie)).toBe(
    true,
  );
  return { methods: after.map(({ method }) => method), said };
}

it('says which session it is, and logs it out without a login of its own', async () => {
  expect(HELD_SESSION.what({ server: 'vc:8443', tls: {}, cookie: 'c' })).toBe('the session with vc:8443');
  expect(await undo(() => undefined)).toEqual({
    methods: ['RetrieveServiceContent', 'CurrentTime', 'Logout'],
    said: [],
  });
});

it('is undone where the session is over already', async () => {
  let clocks = 0;
  const { methods, said } = await undo(({ method }) =>
    method === 'CurrentTime' && ++clocks > 1 ? { fault: 'NotAuthenticated' } : undefined,
  );
  expect(methods).toEqual(['RetrieveServiceContent', 'CurrentTime']);
  expect(said).toEqual([expect.stringContaining('has ended the session of the run that is to be cleaned up')]);
});

it('is not undone where the server says anything else', async () => {
  let clocks = 0;
  await expect(
    undo(({ method }) => (method === 'CurrentTime' && ++clocks > 1 ? { fault: 'RuntimeFault' } : undefined)),
  ).rejects.toMatchObject({ type: 'RuntimeFault' });
});
