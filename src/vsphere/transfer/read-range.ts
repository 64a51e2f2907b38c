/**
 * One part of a file of a datastore, by a ranged GET (RFC 9110, sections 14 and 15.3.7) of /folder/…, as virt-v2v and Xen Orchestra read
 * disks. Works with API 5.0 and later; needs Datastore.Browse and Datastore.FileManagement.
 */

import { type RetryPolicy, Transient, withRetries } from '../../download/retry.ts';
import { type HttpResponse, isPassingStatus, sendRequest } from '../wire/http.ts';
import { PassingError } from '../wire/passing-error.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { FileRefused } from './file-refused.ts';

export interface FileRange {
  readonly bytes: Buffer;
  /** Of the whole file. */
  readonly size: number;
}

const RETRIES: RetryPolicy = { attempts: 6, baseMs: 250, maxMs: 10_000 };
/** Of an answer that is no part of the file: enough for what its server has to say. */
const MAX_REFUSAL = 64 * 1024;

/**
 * @param url of the file (datastoreUrl)
 * @param length bytes, at least 1; fewer come back where the file ends before
 * @throws FileRefused, PassingError; the signal's reason
 */
export async function readRange(session: VsphereSession, url: URL, offset: number, length: number): Promise<FileRange> {
  const answer = await withRetries(
    () => get(session, url, offset, length),
    RETRIES,
    session.signal,
    ({ message }) => session.log.debug(`${message}; asking again`),
  );
  const name = nameOf(url);
  switch (answer.status) {
    case 206:
      return partOf(answer, name, offset, length);
    case 200:
      // A file this small may as well come whole.
      if (isWhole(answer, offset, length)) return { bytes: answer.body, size: answer.body.length };
      throw new FileRefused('ranges-ignored', `${url.host} ignores that only a part of ${name} is asked for`);
    case 416:
      throw new FileRefused('answer', `${name} has nothing at ${offset}, says ${url.host}`);
    case 404:
      throw new FileRefused('no-file', `${url.host} has no file ${name}`);
    case 401:
    case 403:
      throw new FileRefused(
        'no-privilege',
        `${url.host} does not let this account read ${name} (HTTP status ${answer.status})`,
      );
    default:
      throw new FileRefused('answer', `${url.host} gave the HTTP status ${answer.status} for ${name}`);
  }
}

/** What is lost on the way is asked for again; with a new session where the server has ended the old one. */
async function get(session: VsphereSession, url: URL, offset: number, length: number): Promise<HttpResponse> {
  let cookie = '';
  const once = async (): Promise<HttpResponse> => {
    const { agent, signal } = session;
    cookie = session.cookie;
    const answer = await sendRequest(agent, {
      method: 'GET',
      url,
      headers: { Cookie: cookie, Range: `bytes=${offset}-${offset + length - 1}` },
      signal,
      wanted: (head) => {
        if (head.status === 206) return length + 1;
        if (head.status !== 200) return MAX_REFUSAL;
        return Number(head.headers['content-length'] ?? Number.NaN) <= length && offset === 0 ? length : 0;
      },
    });
    if (!isPassingStatus(answer.status)) return answer;
    const said = `${url.host} answered with the HTTP status ${answer.status}`;
    const hint = 'Its services are starting or overloaded: try again in a few minutes.';
    throw new PassingError('vsphere-unreachable', said, hint, { taken: true });
  };
  try {
    const answer = await once();
    return answer.status === 401 && (await wasEnded(session, cookie)) ? await once() : answer;
  } catch (error) {
    throw error instanceof PassingError ? new Transient(error) : error;
  }
}

/** 401 is the answer without a session, and without a privilege too: only the API tells, by being logged in anew. */
async function wasEnded(session: VsphereSession, cookie: string): Promise<boolean> {
  const manager = session.manager('sessionManager');
  const current = (await readProperties(session, manager, ['currentSession'])).get('currentSession');
  // Without a session some servers answer all the same, and have no current one.
  if (session.cookie === cookie && current === undefined) await session.renew();
  return session.cookie !== cookie;
}

function isWhole({ headers, body }: HttpResponse, offset: number, length: number): boolean {
  const said = Number(headers['content-length'] ?? Number.NaN);
  return offset === 0 && said <= length && body.length === said;
}

/** @throws FileRefused unless it is the part that was asked for: another one would be taken for the disk's own bytes */
function partOf({ headers, body }: HttpResponse, name: string, offset: number, length: number): FileRange {
  const said = headers['content-range'] ?? '';
  const match = /^bytes (\d{1,16})-(\d{1,16})\/(\d{1,16})$/.exec(said);
  const [first, last, size] = (match ?? []).slice(1).map(Number);
  if (first === offset && last !== undefined && size !== undefined && last === Math.min(offset + length, size) - 1) {
    if (body.length === last - first + 1) return { bytes: body, size };
  }
  throw new FileRefused(
    'answer',
    `Of ${name} the bytes from ${offset} on were asked for, ${length} of them; what came is ${body.length} bytes, called "${said}"`,
  );
}

/** As vSphere writes it: `[datastore1] vm/vm-flat.vmdk`. */
function nameOf(url: URL): string {
  return `[${url.searchParams.get('dsName') ?? ''}] ${decodeURIComponent(url.pathname.replace(/^\/folder\//, ''))}`;
}
