import { expect, it } from 'vitest';
import { VsphereFault } from '../../../../src/vsphere/wire/fault.ts';
import { logIn, sessionManagerOf } from '../../../../src/vsphere/wire/log-in.ts';
import type { Transport } from '../../../../src/vsphere/wire/transport.ts';
import { parseXml, renderXml, type XmlElement } from '../../../../src/xml/xml-element.ts';

const CONTENT = parseXml('<c><sessionManager type="SessionManager">sm-7</sessionManager></c>', 'x');
const { signal } = new AbortController();
const ACCOUNT = { server: 'https://vc.example.com:8443', username: 'u', password: 'p<', signal };

function transport(error?: Error): { transport: Transport; calls: unknown[] } {
  const calls: unknown[] = [];
  const call = async (own: AbortSignal, method: string, target: unknown, parameters: readonly XmlElement[]) => {
    calls.push([
      own === signal,
      method,
      target,
      parameters.map((one) => renderXml(one).replaceAll(/ xmlns:\w+="[^"]*"/g, '')),
    ]);
    if (error) throw error;
  };
  return { transport: { call } as unknown as Transport, calls };
}

it('gives name, password and the language of messages to the session manager of the server', async () => {
  const { transport: way, calls } = transport();
  await logIn(way, CONTENT, ACCOUNT);
  const parameters = ['<userName>u</userName>', '<password>p&lt;</password>', '<locale>en</locale>'];
  expect(calls).toEqual([[true, 'Login', { type: 'SessionManager', value: 'sm-7' }, parameters]]);
  expect(sessionManagerOf(undefined)).toEqual({ type: 'SessionManager', value: 'SessionManager' });
});

it.each([
  ['InvalidLogin', /^Check username .*several wrong tries lock the account/],
  ['PasswordExpired', /^Check username/],
  ['NoPermission', /^The account is known but has no role/],
])('says what to do about %s, without the password', async (type, hint) => {
  const refused = new VsphereFault('Login', type, 'no');
  const error: unknown = await logIn(transport(refused).transport, CONTENT, ACCOUNT).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'vsphere-login',
    message: expect.stringMatching(/^vc\.example\.com:8443 refused the login of u: .*no/) as string,
    hint: expect.stringMatching(hint) as string,
    cause: refused,
  });
  expect(JSON.stringify(error)).not.toContain('p<');
});

it('lets everything else through as it is', async () => {
  const other = new VsphereFault('Login', 'RuntimeFault', 'x');
  await expect(logIn(transport(other).transport, CONTENT, ACCOUNT)).rejects.toBe(other);
});
