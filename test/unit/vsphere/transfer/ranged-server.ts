/** A server that gives a file in parts, as the datastore address of vSphere does. */

import { type SoapAnswer, type SoapCall, type SoapServer, soapServer } from '../soap-server.ts';

/** The part of `content` that the header Range of the call asks for. */
export function partOf(content: Uint8Array, { range = '' }: Pick<SoapCall, 'range'>): SoapAnswer {
  const [first, last] = range.replace('bytes=', '').split('-').map(Number) as [number, number];
  if (first >= content.length) return { status: 416, headers: { 'Content-Range': `bytes */${content.length}` } };
  const part = content.subarray(first, last + 1);
  const said = `bytes ${first}-${first + part.length - 1}/${content.length}`;
  return { status: 206, body: part, headers: { 'Content-Range': said } };
}

/** @param answer to requests that are no calls of the API */
export function fileServer(
  answer: (call: SoapCall, count: number) => SoapAnswer,
  calls: (call: SoapCall, count: number) => SoapAnswer = () => undefined,
): Promise<SoapServer> {
  let files = 0;
  return soapServer((call, count) => (call.path === '/sdk' ? calls(call, count) : answer(call, ++files)));
}
