import { afterEach, describe, expect, it, vi } from 'vitest';
import { HELD_LIBRARY_IMPORT, type HeldLibraryImport } from '../../../src/upload/held-library-import.ts';
import { describeWorkingItem } from '../../../src/upload/working-item.ts';
import { playedVsphere, ref } from '../vsphere/played-vsphere.ts';
import { servePlayed } from '../vsphere/serve-played.ts';
import { SILENT, type SoapAnswer, type SoapCall, type SoapServer } from '../vsphere/soap-server.ts';
import { recordedTools } from '../windows/fake-tools.ts';

const open: SoapServer[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const server of open.splice(0)) await server.close();
});

const ITEM = {
  id: 'i-1',
  name: 'ws.stillframe-new-r1',
  description: describeWorkingItem({ run: 'r1', host: 'h', kernel: '', pid: 7, started: '' }, new Date(0)),
};
const json = (value: unknown): SoapAnswer => ({ status: 200, body: JSON.stringify(value) });

/** A vCenter that has no VM of that name, and an item of it. @param removal what comes of removing the item */
async function serve(removal: SoapAnswer) {
  // A VM of a lost call may turn up for ten seconds, which are over once it was looked for.
  vi.useFakeTimers({ toFake: ['Date'] });
  const onRead = (): undefined => void vi.setSystemTime(Date.now() + 10_000);
  const server = await servePlayed(playedVsphere({}, { onRead }), undefined, ({ verb, path }: SoapCall) => {
    if (verb === 'DELETE') return removal;
    if (path.includes('update-session')) return json([]);
    return path.includes('action=find') ? json(['i-1']) : json(ITEM);
  });
  open.push(server);
  const held: HeldLibraryImport = {
    library: { id: 'l-1', name: 'golden' },
    folder: ref('Folder', 'f'),
    name: ITEM.name,
    run: 'r1',
    ticket: { server: server.server, tls: { insecure: true }, cookie: 'vmware_soap_session="1"' },
    rest: { server: server.server, tls: { insecure: true }, style: 'api', token: 't' },
  };
  return { server, held };
}
const context = { log: SILENT, tools: recordedTools(), signal: new AbortController().signal };
const rest = ({ calls }: SoapServer): string[] =>
  calls.filter(({ method }) => method === '').map(({ verb, path, token }) => `${verb} ${path} ${token}`);

describe('an import through a library that a run has left', () => {
  it('is named with both things that it may have made', () => {
    const held = { name: 'ws.stillframe-new-r1', library: { id: 'l-1', name: 'golden' } } as HeldLibraryImport;
    expect(HELD_LIBRARY_IMPORT.what(held)).toBe(
      'the unfinished VM ws.stillframe-new-r1 and the item of that name in golden, should there be any',
    );
  });

  it('is removed with the tickets of that run, whose sessions go on for what else is undone', async () => {
    const { server, held } = await serve({ status: 204 });
    await HELD_LIBRARY_IMPORT.undo(held, context);
    expect(rest(server).at(-1)).toBe('DELETE /api/content/library/item/i-1 t');
    expect(server.calls.map(({ method }) => method)).not.toContain('Logout');
    expect(server.calls.map(({ method }) => method)).not.toContain('Login');
  });

  it('says what of it remains', async () => {
    const { held } = await serve({ status: 403, body: '{"error_type":"UNAUTHORIZED","messages":[]}' });
    await expect(HELD_LIBRARY_IMPORT.undo(held, context)).rejects.toMatchObject({
      code: 'upload-failed',
      message: expect.stringMatching(
        /^What remains: the item ws\.stillframe-new-r1 of the content library golden \(.*unauthorized/,
      ) as string,
      hint: 'The next upload of this name through this library removes it.',
    });
  });
});
