/** A server that speaks the envelope of vim25 over TLS and answers as a test says: for what happens on the wire, no vSphere behind it. */

import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ConnectOptions, connectVsphere, type VsphereSession } from '../../../src/vsphere/wire/session.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/ova');
const TLS = {
  key: readFileSync(join(FIXTURES, 'sign-key.pem')),
  cert: readFileSync(join(FIXTURES, 'sign-certificate.pem')),
};

export interface SoapCall {
  readonly method: string;
  /** Of HTTP. */
  readonly verb: string | undefined;
  /** Value of _this. */
  readonly target: string;
  readonly cookie: string | undefined;
  readonly range: string | undefined;
  /** Of a REST session. */
  readonly token: string | undefined;
  /** Of the request, with its query; calls go to /sdk. */
  readonly path: string;
  /** The whole envelope. */
  readonly text: string;
}

/**
 * What stands in the response element; a status; a fault's type; 'reset' hangs up after the request was read; 'hang' never answers.
 * undefined leaves it to the defaults below.
 */
export type SoapAnswer =
  | string
  | { status: number; body?: string | Uint8Array; headers?: Readonly<Record<string, string>> }
  | { fault: string; detail?: string }
  | 'reset'
  | 'hang'
  | undefined;

export interface SoapServer {
  /** host:port */
  readonly server: string;
  readonly calls: readonly SoapCall[];
  /** Connections that were made. */
  readonly connections: () => number;
  /** Names of the methods called after the login. */
  methods(): string[];
  connect(more?: Partial<ConnectOptions>): Promise<VsphereSession>;
  close(): Promise<void>;
}

export const TIME = '2026-11-28T12:00:00.000Z';

const DEFAULTS: Readonly<Record<string, string>> = {
  RetrieveServiceContent: `<returnval><rootFolder type="Folder">root</rootFolder>
    <about><fullName>Test 8.0</fullName><apiType>VirtualCenter</apiType><apiVersion>8.0.1.0</apiVersion></about>
    ${['sessionManager', 'propertyCollector', 'viewManager', 'taskManager', 'eventManager', 'ovfManager']
      .map((name) => `<${name} type="${name}">${name}</${name}>`)
      .join('')}</returnval>`,
  Login: '<returnval/>',
  Logout: '',
  CurrentTime: `<returnval>${TIME}</returnval>`,
};

export async function soapServer(
  answer: (call: SoapCall, count: number) => SoapAnswer | Promise<SoapAnswer>,
): Promise<SoapServer> {
  const calls: SoapCall[] = [];
  const sessions: VsphereSession[] = [];
  let connections = 0;
  let logins = 0;
  const server = createServer(TLS, (request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    const respond = async (): Promise<unknown> => {
      const method = /<soapenv:Body><(\w+)/.exec(text)?.[1] ?? '';
      const target = /<_this[^>]*>([^<]*)/.exec(text)?.[1] ?? '';
      const call = {
        method,
        verb: request.method,
        target,
        cookie: request.headers.cookie,
        range: request.headers.range,
        token: request.headers['vmware-api-session-id']?.toString(),
        path: request.url ?? '',
        text,
      };
      calls.push(call);
      const count = calls.filter((other) => other.method === method).length;
      const given = (await answer(call, count)) ?? DEFAULTS[method];
      if (given === 'reset') return request.socket.destroy();
      if (given === 'hang') return undefined;
      if (given === undefined) return response.writeHead(404).end('no such method');
      if (typeof given === 'object' && 'status' in given)
        return response.writeHead(given.status, given.headers).end(given.body ?? '<html/>');
      if (method === 'Login') response.setHeader('Set-Cookie', `vmware_soap_session="${++logins}"; Path=/; HttpOnly`);
      if (typeof given === 'string') return response.end(envelope(`<${method}Response>${given}</${method}Response>`));
      const detail = `<detail><x xsi:type="${given.fault}">${given.detail ?? ''}</x></detail>`;
      return response
        .writeHead(500)
        .end(envelope(`<e:Fault><faultstring>${given.fault} it is</faultstring>${detail}</e:Fault>`));
    };
    request.once('end', () => void respond());
  });
  server.on('connection', () => connections++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const name = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    server: name,
    calls,
    connections: () => connections,
    methods: () => {
      const names = calls.map(({ method }) => method);
      return names.slice(names.indexOf('CurrentTime') + 1);
    },
    connect: async (more = {}) => {
      const session = await connectVsphere({
        server: name,
        username: 'u',
        password: 'p',
        tls: { insecure: true },
        signal: new AbortController().signal,
        log: SILENT,
        ...more,
      });
      sessions.push(session);
      return session;
    },
    close: async () => {
      for (const session of sessions) await session.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const SILENT = {
  info: () => {},
  warning: () => {},
  debug: () => {},
  group: <T>(_title: string, body: () => Promise<T>): Promise<T> => body(),
};

/** The answer to RetrievePropertiesEx: objects with their properties as XML with `val` elements by path. */
export function objects(
  ...list: readonly (readonly [type: string, id: string, Readonly<Record<string, string>>])[]
): string {
  const items = list.map(
    ([type, id, properties]) =>
      `<objects><obj type="${type}">${id}</obj>${Object.entries(properties)
        .map(([path, val]) => `<propSet><name>${path}</name><val>${val}</val></propSet>`)
        .join('')}</objects>`,
  );
  return `<returnval>${items.join('')}</returnval>`;
}

function envelope(body: string): string {
  return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><e:Body>${body}</e:Body></e:Envelope>`;
}
