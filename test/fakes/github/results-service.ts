/**
 * A double of the service that keeps the artifacts of workflow runs: twirp with JSON as @actions/artifact 6 speaks it, and Azure's block blobs. It
 * refuses what the real one refuses: names that are no file names, a name twice, a token that is over or of another run, a block that was not
 * sent, and a digest that is not the content's.
 */

import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface KeptArtifact {
  readonly name: string;
  readonly content: Buffer;
  readonly mimeType: string;
  /** Undefined: as the repository has it. */
  readonly expiresAt: Date | undefined;
}

export interface ResultsService {
  /** What the runner sets for the action. */
  readonly env: Readonly<Record<'ACTIONS_RESULTS_URL' | 'ACTIONS_RUNTIME_TOKEN', string>>;
  /** Of those that were finished, by name. */
  artifacts(): ReadonlyMap<string, KeptArtifact>;
  /** Every request, as `POST CreateArtifact`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';
const FORBIDDEN = /["<>:|*?\r\n\\/]/;
const LONGEST_DAYS = 90;
const RUN = randomUUID();
const JOB = randomUUID();

interface Made {
  readonly mimeType: string;
  readonly expiresAt: Date | undefined;
  readonly signature: string;
  readonly blocks: Map<string, Buffer>;
  content?: Buffer;
  finished?: boolean;
}

class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** @param token seconds from now at which the job's token ends (default: an hour) @param run of which the token is */
export async function startResultsService({ token = 3600, run = RUN as string } = {}): Promise<ResultsService> {
  const made = new Map<string, Made>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { port } = server.address() as AddressInfo;
      answer(request, Buffer.concat(chunks), response, { made, asked, base: `http://127.0.0.1:${port}` });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: { ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`, ACTIONS_RUNTIME_TOKEN: jobToken(run, token) },
    artifacts: () =>
      new Map(
        [...made]
          .filter(([, one]) => one.finished)
          .map(([name, { content = Buffer.alloc(0), mimeType, expiresAt }]) => [
            name,
            { name, content, mimeType, expiresAt },
          ]),
      ),
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** As the runner hands it out, but for its signature, which only the service could check. */
function jobToken(run: string, seconds: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + seconds;
  return `${part({ alg: 'none' })}.${part({ scp: `Actions.ExampleScope Actions.Results:${run}:${JOB}`, exp })}.`;
}

interface State {
  readonly made: Map<string, Made>;
  readonly asked: string[];
  readonly base: string;
}

function answer(request: IncomingMessage, body: Buffer, response: ServerResponse, state: State): void {
  const url = new URL(request.url ?? '', state.base);
  state.asked.push(`${request.method} ${url.searchParams.get('comp') ?? url.pathname.split('/').at(-1)}`);
  try {
    if (url.pathname.startsWith(SERVICE)) {
      checkToken(request.headers.authorization);
      const call = JSON.parse(body.toString('utf8')) as Call;
      if (call.workflow_run_backend_id !== RUN || call.workflow_job_run_backend_id !== JOB) {
        throw new Refusal(403, 'permission_denied', 'the token is not of this run and job');
      }
      const method = url.pathname.slice(SERVICE.length);
      const known = { CreateArtifact: createArtifact, FinalizeArtifact: finalizeArtifact }[method];
      if (!known || request.method !== 'POST') throw new Refusal(404, 'bad_route', `no handler for ${method}`);
      json(response, 200, known(call, state));
    } else {
      putBlob(url, request, body, state);
      response
        .writeHead(201, {
          'x-ms-request-id': randomUUID(),
          'x-ms-version': '2025-01-05',
          date: new Date().toUTCString(),
          etag: '"1"',
          'last-modified': new Date().toUTCString(),
        })
        .end();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (url.pathname.startsWith(SERVICE)) json(response, error.status, { code: error.code, msg: error.message });
    else response.writeHead(error.status, { 'x-ms-error-code': error.code }).end();
  }
}

function checkToken(authorization = ''): void {
  const [, payload] = authorization.replace(/^Bearer /, '').split('.');
  const { exp = 0 } = JSON.parse(Buffer.from(payload ?? 'e30', 'base64url').toString('utf8') || '{}') as {
    exp?: number;
  };
  if (exp * 1000 <= Date.now()) throw new Refusal(401, 'unauthenticated', 'token is expired');
}

type Call = Readonly<Record<string, string | number | undefined>>;

function createArtifact(call: Call, { made, base }: State): object {
  const name = String(call.name ?? '');
  if (name === '' || FORBIDDEN.test(name)) throw new Refusal(400, 'invalid_argument', 'the artifact name is not valid');
  if (Number(call.version) !== 7) throw new Refusal(400, 'invalid_argument', `version ${call.version} is not known`);
  if (made.has(name)) {
    throw new Refusal(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
  }
  const expiresAt = call.expires_at === undefined ? undefined : new Date(call.expires_at);
  const days = expiresAt ? (expiresAt.getTime() - Date.now()) / 86_400_000 : 1;
  if (!(days > 0 && days <= LONGEST_DAYS)) throw new Refusal(400, 'invalid_argument', 'expires_at is out of range');
  const signature = randomUUID();
  made.set(name, { mimeType: String(call.mime_type ?? ''), expiresAt, signature, blocks: new Map() });
  return { ok: true, signed_upload_url: `${base}/blob/${encodeURIComponent(name)}?sig=${signature}&se=2099-01-01` };
}

function finalizeArtifact(call: Call, { made }: State): object {
  const one = made.get(String(call.name));
  if (!one?.content) throw new Refusal(404, 'not_found', 'there is no such artifact, or nothing was uploaded to it');
  const digest = `sha256:${createHash('sha256').update(one.content).digest('hex')}`;
  if (Number(call.size) !== one.content.length) throw new Refusal(400, 'invalid_argument', 'the size is another');
  if (call.hash !== undefined && call.hash !== digest)
    throw new Refusal(400, 'invalid_argument', 'the hash is another');
  one.finished = true;
  return { ok: true, artifact_id: String([...made.keys()].indexOf(String(call.name)) + 4711) };
}

/** Put Block and Put Block List of learn.microsoft.com/rest/api/storageservices. */
function putBlob(url: URL, request: IncomingMessage, body: Buffer, { made }: State): void {
  const one = made.get(decodeURIComponent(url.pathname.replace('/blob/', '')));
  if (!one || url.searchParams.get('sig') !== one.signature)
    throw new Refusal(403, 'AuthenticationFailed', 'signature');
  if (request.method !== 'PUT') throw new Refusal(405, 'UnsupportedHttpVerb', 'method');
  const block = url.searchParams.get('blockid');
  switch (url.searchParams.get('comp')) {
    case 'block':
      one.blocks.set(block ?? '', body);
      return;
    case 'blocklist': {
      const ids = [...body.toString('utf8').matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(([, id = '']) => id);
      const parts = ids.map((id) => one.blocks.get(id));
      if (parts.includes(undefined)) throw new Refusal(400, 'InvalidBlockList', 'a block was not sent');
      one.content = Buffer.concat(parts as Buffer[]);
      return;
    }
    default:
      one.content = body;
  }
}

function json(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
