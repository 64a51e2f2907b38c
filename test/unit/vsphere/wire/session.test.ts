import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { VsphereSession } from '../../../../src/vsphere/wire/session.ts';
import { objects, SILENT, type SoapAnswer, type SoapCall, type SoapServer, soapServer, TIME } from '../soap-server.ts';

const VM = { type: 'VirtualMachine', value: 'vm-1' };
const open: SoapServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

type Answer = (call: SoapCall, count: number) => SoapAnswer | Promise<SoapAnswer>;

async function serve(answer: Answer = () => undefined): Promise<SoapServer> {
  const server = await soapServer(answer);
  open.push(server);
  return server;
}

async function session(answer?: Answer): Promise<[VsphereSession, SoapServer]> {
  const server = await serve(answer);
  return [await server.connect(), server];
}

describe('connectVsphere', () => {
  it('logs in with English texts asked for, and with the version that the server speaks', async () => {
    const [opened, { calls }] = await session();
    expect(calls.map(({ method }) => method)).toEqual(['RetrieveServiceContent', 'Login', 'CurrentTime']);
    expect(calls[1]?.text).toContain('<userName>u</userName><password>p</password><locale>en</locale>');
    expect(calls[2]?.cookie).toBe('vmware_soap_session="1"');
    expect(opened.about).toEqual({ fullName: 'Test 8.0', apiVersion: '8.0.1.0', kind: 'vcenter' });
    expect(opened.cookie).toBe('vmware_soap_session="1"');
  });

  it.each([
    ['InvalidLogin', 'several wrong tries lock the account'],
    ['PasswordExpired', 'several wrong tries lock the account'],
    ['NoPermission', 'has no role on this server'],
  ])('says that the login was refused with %s', async (fault, hint) => {
    const server = await serve(({ method }) => (method === 'Login' ? { fault } : undefined));
    await expect(server.connect()).rejects.toMatchObject({
      code: 'vsphere-login',
      message: `${server.server} refused the login of u: ${fault} it is`,
      hint: expect.stringContaining(hint) as string,
    });
    expect(server.calls).toHaveLength(2);
  });

  it('leaves another fault of the login as it is', async () => {
    const server = await serve(({ method }) => (method === 'Login' ? { fault: 'InvalidLocale' } : undefined));
    await expect(server.connect()).rejects.toMatchObject({ type: 'InvalidLocale' });
  });

  it('says that something else listens there', async () => {
    const server = await serve(() => '<returnval/>');
    await expect(server.connect()).rejects.toMatchObject({ code: 'vsphere-unreachable' });
  });

  it('knows an ESXi host, and that it has no such manager', async () => {
    const about = '<about><apiType>HostAgent</apiType></about>';
    const [host, { server }] = await session(({ method }) =>
      method === 'RetrieveServiceContent' ? `<returnval>${about}</returnval>` : undefined,
    );
    expect(host.about).toEqual({ fullName: 'HostAgent', apiVersion: '6.5', kind: 'esxi' });
    expect(() => host.manager('ovfManager')).toThrow(`HostAgent at ${server} has no ovfManager`);
  });

  it('leaves no session to nobody when it is cancelled while it logs in, or cannot go on', async () => {
    const run = new AbortController();
    const server = await serve(({ method }) => {
      if (method === 'Login') run.abort(new Error('cancelled'));
      return undefined;
    });
    await expect(server.connect({ signal: run.signal })).rejects.toThrow('cancelled');
    expect(server.calls.map(({ method }) => method)).toEqual(['RetrieveServiceContent', 'Login', 'Logout']);
    expect(server.calls.at(-1)?.cookie).toBe('vmware_soap_session="1"');
    const clockless = await serve(({ method }) => (method === 'CurrentTime' ? { fault: 'NoPermission' } : undefined));
    await expect(clockless.connect()).rejects.toMatchObject({ type: 'NoPermission' });
    expect(clockless.calls.at(-1)?.method).toBe('Logout');
  });

  it('warns once that nobody checks the certificate', async () => {
    const warnings: string[] = [];
    const server = await serve();
    await server.connect({ log: { ...SILENT, warning: (text) => warnings.push(text) } });
    expect(warnings).toEqual([expect.stringContaining('is not checked (insecure)')]);
  });
});

describe('a session', () => {
  it('keeps the server’s clock', async () => {
    const [opened] = await session();
    expect(opened.now().getTime()).toBeGreaterThanOrEqual(Date.parse(TIME));
    expect(opened.now().getTime()).toBeLessThan(Date.parse(TIME) + 60_000);
  });

  it('is renewed when the server has ended it, and the call is made again whatever it is', async () => {
    const [opened, server] = await session(({ method, cookie }) => {
      if (method !== 'Destroy_Task') return undefined;
      return cookie === 'vmware_soap_session="1"'
        ? { fault: 'NotAuthenticated' }
        : '<returnval type="Task">t</returnval>';
    });
    await opened.call('Destroy_Task', VM);
    expect(server.methods()).toEqual(['Destroy_Task', 'Login', 'Destroy_Task']);
    expect(server.calls.find(({ method, cookie }) => method === 'Login' && cookie !== undefined)).toBeUndefined();
    expect(opened.cookie).toBe('vmware_soap_session="2"');
  });

  it('is renewed when the server has ended it before its first call, which asks for the time', async () => {
    const [opened, server] = await session(({ method, cookie }) =>
      method === 'CurrentTime' && cookie === 'vmware_soap_session="1"' ? { fault: 'NotAuthenticated' } : undefined,
    );
    expect(server.calls.map(({ method }) => method)).toEqual([
      'RetrieveServiceContent',
      ...['Login', 'CurrentTime', 'Login', 'CurrentTime'],
    ]);
    expect(opened.now().getTime()).toBeGreaterThanOrEqual(Date.parse(TIME));
    expect(opened.now().getTime()).toBeLessThan(Date.parse(TIME) + 60_000);
  });

  it('is renewed once for calls side by side', async () => {
    const [opened, server] = await session(({ method, cookie }) => {
      if (method !== 'QueryEvents') return undefined;
      return cookie === 'vmware_soap_session="2"' ? '' : { fault: 'NotAuthenticated' };
    });
    await Promise.all([1, 2, 3].map(() => opened.call('QueryEvents', VM)));
    expect(server.methods().filter((method) => method === 'Login')).toHaveLength(1);
  });

  it('is waited for by a call that meets the end while it is renewed', async () => {
    let renewing = (): void => {};
    const begun = new Promise<void>((resolve) => {
      renewing = resolve;
    });
    let logins = 0;
    const [opened] = await session(async ({ method, cookie }, count) => {
      if (method === 'Login' && ++logins === 2) {
        renewing();
        await setTimeout(50);
      }
      if (method !== 'QueryEvents') return undefined;
      if (cookie === 'vmware_soap_session="2"') return '';
      if (count === 2) await begun;
      return { fault: 'NotAuthenticated' };
    });
    await Promise.all([1, 2].map(() => opened.call('QueryEvents', VM)));
    expect(logins).toBe(2);
  });

  it('gives up when the server ends the new one too', async () => {
    const [opened, server] = await session(({ method }) =>
      method === 'Rename_Task' ? { fault: 'NotAuthenticated' } : undefined,
    );
    await expect(opened.call('Rename_Task', VM)).rejects.toMatchObject({ type: 'NotAuthenticated' });
    expect(server.methods()).toEqual(['Rename_Task', 'Login', 'Rename_Task']);
  });

  it('ends its calls with the signal it is bounded by, but not those of the session it comes from', async () => {
    const [opened] = await session(({ method }) =>
      method === 'PowerOnVM_Task' ? 'hang' : method === 'QueryEvents' ? '' : undefined,
    );
    const limit = new AbortController();
    const bounded = opened.bounded(limit.signal);
    const call = bounded.call('PowerOnVM_Task', VM);
    const reason = new Error('time is up');
    limit.abort(reason);
    await expect(call).rejects.toBe(reason);
    await expect(bounded.call('QueryEvents', VM)).rejects.toBe(reason);
    expect(bounded.cookie).toBe(opened.cookie);
    await opened.call('QueryEvents', VM);
  });

  it('goes on uncancelled', async () => {
    const run = new AbortController();
    const server = await serve(({ method }) => (method === 'QueryEvents' ? '' : undefined));
    const opened = await server.connect({ signal: run.signal });
    run.abort(new Error('cancelled'));
    await expect(opened.call('QueryEvents', VM)).rejects.toThrow('cancelled');
    await opened.uncancelled().call('QueryEvents', VM);
  });

  it('logs out when it is closed, and is not renewed for that', async () => {
    const [opened, server] = await session(({ method }) =>
      method === 'Logout' || method === 'QueryEvents' ? { fault: 'NotAuthenticated' } : undefined,
    );
    await opened.close();
    expect(server.methods()).toEqual(['Logout']);
    await expect(opened.call('QueryEvents', VM)).rejects.toMatchObject({ type: 'NotAuthenticated' });
    expect(server.methods()).toEqual(['Logout', 'QueryEvents']);
    await expect(opened.renew()).rejects.toThrow('the session is closed');
    expect(server.methods()).toEqual(['Logout', 'QueryEvents']);
  });

  it('logs out of the session that was just being renewed when it is closed', async () => {
    let logins = 0;
    const [opened, server] = await session(({ method }) => {
      if (method === 'QueryEvents') return { fault: 'NotAuthenticated' };
      if (method !== 'Login' || ++logins === 1) return undefined;
      closing = opened.close();
      return undefined;
    });
    let closing: Promise<void> | undefined;
    await expect(opened.call('QueryEvents', VM)).rejects.toMatchObject({ type: 'NotAuthenticated' });
    await closing;
    expect(server.methods().filter((method) => method !== 'QueryEvents')).toEqual(['Login', 'Logout']);
    expect(server.calls.at(-1)?.cookie).toBe(opened.cookie);
    expect(opened.cookie).toBe('vmware_soap_session="2"');
  });
});

it('answers with properties, as the helper of these tests writes them', async () => {
  const [opened] = await session(({ method }) =>
    method === 'RetrievePropertiesEx' ? objects(['VirtualMachine', 'vm-1', { name: 'ws' }]) : undefined,
  );
  expect((await opened.call('RetrievePropertiesEx', VM)).children[0]?.children[0]?.children[1]?.children[1]?.text).toBe(
    'ws',
  );
});

it('a bounded session ends with the run too', async () => {
  const run = new AbortController();
  const server = await serve(({ method }) => (method === 'QueryEvents' ? 'hang' : undefined));
  const bounded = (await server.connect({ signal: run.signal })).bounded(new AbortController().signal);
  const call = bounded.call('QueryEvents', VM);
  run.abort(new Error('cancelled'));
  await expect(call).rejects.toThrow('cancelled');
});
