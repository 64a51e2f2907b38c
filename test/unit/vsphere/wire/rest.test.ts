import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IDLE_TIMEOUT } from '../../../../src/vsphere/wire/http.ts';
import { connectRest, HELD_REST_SESSION, type RestSession } from '../../../../src/vsphere/wire/rest.ts';
import { recordedTools } from '../../windows/fake-tools.ts';
import { SILENT, type SoapAnswer, type SoapCall, type SoapServer, soapServer } from '../soap-server.ts';

const ACCOUNT = { username: 'u', password: 'p' };
const open: SoapServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const json = (value: unknown, status = 200): SoapAnswer => ({ status, body: JSON.stringify(value) });

/** A server whose REST API answers as a test says; what is none of its calls is left to the defaults. */
async function serve(
  answer: (call: SoapCall, count: number) => SoapAnswer | Promise<SoapAnswer>,
): Promise<{ server: SoapServer; rest: () => SoapCall[] }> {
  const rest: SoapCall[] = [];
  const server = await soapServer((call) => {
    if (call.method !== '') return undefined;
    rest.push(call);
    return answer(call, rest.filter(({ path, verb }) => path === call.path && verb === call.verb).length);
  });
  open.push(server);
  return { server, rest: () => rest };
}

async function connect(server: SoapServer): Promise<RestSession> {
  return connectRest(await server.connect(), ACCOUNT);
}
const lines = (calls: readonly SoapCall[]): string[] => calls.map(({ verb, path }) => `${verb} ${path}`);
const FIND = {
  method: 'POST',
  resource: 'content/library',
  action: 'find',
  body: { name: 'x' },
  parameter: 'spec',
} as const;

describe('a REST session', () => {
  it('speaks /api where the server does, and logs out', async () => {
    const { server, rest } = await serve(({ path }) =>
      path === '/api/session' ? json('token-1', 201) : json(['id-1']),
    );
    const session = await connect(server);
    expect(await session.call({ ...FIND, repeatable: true })).toEqual(['id-1']);
    await session.close();
    expect(lines(rest())).toEqual([
      'POST /api/session',
      'POST /api/content/library?action=find',
      'DELETE /api/session',
    ]);
    expect(rest()[1]?.text).toBe('{"name":"x"}');
  });

  it('speaks /rest where there is no /api', async () => {
    const { server, rest } = await serve(({ path }) => {
      if (path.startsWith('/api')) return { status: 404 };
      return path.includes('session') ? json({ value: 't' }) : json({ value: ['id-1'] });
    });
    const session = await connect(server);
    expect(await session.call({ ...FIND, repeatable: true })).toEqual(['id-1']);
    expect(session.ticket()).toMatchObject({ server: server.server, style: 'rest', token: 't' });
    expect(lines(rest())).toEqual([
      'POST /api/session',
      'POST /rest/com/vmware/cis/session',
      'POST /rest/com/vmware/content/library?~action=find',
    ]);
    expect(rest()[2]?.text).toBe('{"spec":{"name":"x"}}');
  });

  it('says that the account is not known there, and that there is no such API', async () => {
    const { server } = await serve(() => ({ status: 401 }));
    await expect(connect(server)).rejects.toMatchObject({
      code: 'vsphere-login',
      message: `${server.server} refused the login of u to its REST API`,
    });
    const { server: none } = await serve(() => ({ status: 404 }));
    await expect(connect(none)).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: `${none.server} has no REST API`,
    });
  });

  it('logs in again once when the server has ended it', async () => {
    let logins = 0;
    const { server, rest } = await serve(({ path }, count) => {
      if (path === '/api/session') return json(`token-${++logins}`);
      return count === 1 ? { status: 401 } : json(['id-1']);
    });
    const session = await connect(server);
    expect(await session.call({ ...FIND, repeatable: false })).toEqual(['id-1']);
    expect(session.ticket().token).toBe('token-2');
    expect(lines(rest()).filter((line) => line.includes('find'))).toHaveLength(2);
    const { server: always } = await serve(({ path }) => (path === '/api/session' ? json('t') : { status: 401 }));
    const ended = await connect(always);
    await expect(ended.call({ ...FIND, repeatable: true })).rejects.toMatchObject({ code: 'vsphere-refused' });
  });

  it('logs in once for calls that meet the end side by side, and tells that its ticket is another one', async () => {
    let logins = 0;
    const { server } = await serve(({ path, token }) => {
      if (path === '/api/session') return json(`token-${++logins}`, 201);
      return token === 'token-1' ? { status: 401 } : json(['id-1']);
    });
    const renewed: string[] = [];
    const session = await connectRest(await server.connect(), {
      ...ACCOUNT,
      onRenewed: () => renewed.push(session.ticket().token),
    });
    const both = await Promise.all([1, 2].map(() => session.call({ ...FIND, repeatable: true })));
    expect([both, logins, renewed]).toEqual([[['id-1'], ['id-1']], 2, ['token-2']]);
  });

  it('begins no other one once it is closed, and ends the one that was just beginning', async () => {
    let logins = 0;
    let session: RestSession | undefined;
    let closing: Promise<void> | undefined;
    const { server, rest } = await serve(({ path, verb }) => {
      if (path !== '/api/session') return { status: 401 };
      if (verb === 'POST' && ++logins === 2) closing = session?.close();
      return verb === 'POST' ? json(`token-${logins}`, 201) : { status: 204 };
    });
    session = await connect(server);
    await expect(session.call({ ...FIND, repeatable: true })).rejects.toThrow('was refused with 401');
    await closing;
    await expect(session.call({ ...FIND, repeatable: true })).rejects.toThrow('was refused with 401');
    expect(logins).toBe(2);
    const ends = rest().filter(({ verb }) => verb === 'DELETE');
    expect(ends.map(({ token }) => token)).toEqual(['token-2']);
  });

  it('waits for a server that is busy while it logs in, and does not take it for one without the API', async () => {
    const { server, rest } = await serve((_, count) => (count < 3 ? { status: 503 } : json('t', 201)));
    expect((await connect(server)).ticket()).toMatchObject({ style: 'api', token: 't' });
    expect(lines(rest())).toEqual(['POST /api/session', 'POST /api/session', 'POST /api/session']);
  });

  it('leaves no session to nobody when it is cancelled while it logs in', async () => {
    const run = new AbortController();
    const { server, rest } = await serve(({ verb }) => {
      if (verb === 'POST') run.abort(new Error('cancelled'));
      return json('t', 201);
    });
    await expect(connectRest(await server.connect({ signal: run.signal }), ACCOUNT)).rejects.toThrow('cancelled');
    expect(lines(rest())).toEqual(['POST /api/session', 'DELETE /api/session']);
  });

  it('goes on through a cancel with what must not be torn, by the token that it has by then, and not for ever', async () => {
    const run = new AbortController();
    let logins = 0;
    const { server, rest } = await serve(({ path, token }) => {
      if (path === '/api/session') return json(`token-${++logins}`);
      if (token === 'token-1') return { status: 401 };
      run.abort(new Error('cancelled'));
      return json(['id-1']);
    });
    const session = await connectRest(await server.connect({ signal: run.signal }), ACCOUNT);
    const limits = vi.spyOn(AbortSignal, 'timeout');
    const lasting = session.uncancelled();
    // A silent connection is told as one, of which the outcome is looked for.
    expect(limits.mock.calls[0]?.[0]).toBeGreaterThan(IDLE_TIMEOUT);
    limits.mockRestore();
    expect(await lasting.call({ ...FIND, repeatable: false })).toEqual(['id-1']);
    expect(await lasting.call({ ...FIND, repeatable: false })).toEqual(['id-1']);
    const asked = rest().length;
    await expect(session.call({ ...FIND, repeatable: true })).rejects.toThrow('cancelled');
    const late = session.uncancelled(1);
    await setTimeout(20);
    await expect(late.call({ ...FIND, repeatable: true })).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(rest()).toHaveLength(asked);
  });

  it('logs in again for what must not be torn, though the run is cancelled by then', async () => {
    const run = new AbortController();
    let logins = 0;
    const { server } = await serve(({ path, token }) => {
      if (path === '/api/session') return json(`token-${++logins}`);
      return token === 'token-1' ? { status: 401 } : json(['id-1']);
    });
    const renewed: string[] = [];
    const onRenewed = (): unknown => renewed.push(session.ticket().token);
    const session = await connectRest(await server.connect({ signal: run.signal }), { ...ACCOUNT, onRenewed });
    const lasting = session.uncancelled();
    run.abort(new Error('cancelled'));
    expect(await lasting.call({ ...FIND, repeatable: false })).toEqual(['id-1']);
    expect([logins, renewed]).toEqual([2, ['token-2']]);
  });

  it('has nobody wait for another login whose run is cancelled meanwhile, and goes on with it for the others', async () => {
    const run = new AbortController();
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let logins = 0;
    const { server } = await serve(async ({ path, token }) => {
      if (path !== '/api/session') return token === 'token-1' ? { status: 401 } : json(['id-1']);
      logins += 1;
      if (logins === 2) {
        run.abort(new Error('cancelled'));
        await held;
      }
      return json(`token-${logins}`);
    });
    const session = await connectRest(await server.connect({ signal: run.signal }), ACCOUNT);
    const lasting = session.uncancelled().call({ ...FIND, repeatable: false });
    await expect(session.call({ ...FIND, repeatable: true })).rejects.toThrow('cancelled');
    goOn();
    expect(await lasting).toEqual(['id-1']);
    expect(logins).toBe(2);
  });

  it.each<[string, SoapAnswer]>([
    ['a busy server', { status: 503 }],
    ['a lost answer', 'reset'],
  ])('asks again after %s what may be asked twice, and nothing else', async (_, trouble) => {
    const { server } = await serve(({ path }, count) =>
      path === '/api/session' ? json('t') : count === 1 ? trouble : json(['id-1']),
    );
    expect(await (await connect(server)).call({ ...FIND, repeatable: true })).toEqual(['id-1']);
    const { server: once, rest } = await serve(({ path }) => (path === '/api/session' ? json('t') : trouble));
    await expect((await connect(once)).call({ ...FIND, repeatable: false })).rejects.toMatchObject({
      code: 'vsphere-unreachable',
      taken: true,
    });
    expect(rest().filter(({ path }) => path.includes('find'))).toHaveLength(1);
  });

  it.each([
    [{ error_type: 'UNAUTHORIZED', messages: [] }, 403, 'unauthorized', 'privileges for content libraries'],
    [{ error_type: 'NOT_FOUND', messages: [{ default_message: 'gone' }] }, 404, 'not_found', 'tasks and events'],
    ['', 500, '', 'tasks and events'],
    [{ error_type: 'INVALID_ARGUMENT', messages: [] }, 400, 'invalid_argument', 'tasks and events'],
    [{ error_type: 'RESOURCE_BUSY', messages: [] }, 400, 'resource_busy', 'Another run or person', 'vsphere-busy'],
    [{ error_type: 'ALREADY_EXISTS', messages: [] }, 400, 'already_exists', 'made it meanwhile', 'vsphere-exists'],
  ])('refuses with what the server says: %j', async (body, status, type, hint, code = 'vsphere-refused') => {
    const { server } = await serve(({ path }) => (path === '/api/session' ? json('t') : json(body, status)));
    const error = await (await connect(server)).call({ ...FIND, repeatable: true }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code, type, hint: expect.stringContaining(hint) as string });
    expect(String(error)).toContain(`POST content/library (find) was refused with ${type || status}`);
  });

  it('names a call that is refused by what it was for', async () => {
    const { server } = await serve(({ path }) => (path === '/api/session' ? json('t') : json('', 500)));
    const session = await connect(server);
    const call = { method: 'GET', resource: 'content/library', id: 'l-1', repeatable: true } as const;
    await expect(session.call(call)).rejects.toThrow('GET content/library was refused with 500');
    await expect(session.call({ ...call, part: 'file' })).rejects.toThrow('GET content/library (file) was refused');
  });

  it('is ended by another process with its ticket', async () => {
    const { server, rest } = await serve(({ verb }) => (verb === 'DELETE' ? { status: 204 } : json('t')));
    const ticket = (await connect(server)).ticket();
    expect(HELD_REST_SESSION.what(ticket)).toBe(`the REST session with ${server.server}`);
    const context = { log: SILENT, tools: recordedTools(), signal: new AbortController().signal };
    await HELD_REST_SESSION.undo({ ...ticket, tls: { insecure: true } }, context);
    expect(lines(rest()).at(-1)).toBe('DELETE /api/session');
  });
});
