/**
 * A working double of the Microsoft Update Catalog and of the release information page.
 * As a program: `node24 test/fakes/catalog/start.ts --port 8530` prints its addresses and serves until it is ended.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Answer, htmlAnswer, sendAnswer, sendInstead } from './answer.ts';
import { type CatalogData, createCatalogData } from './catalog-data.ts';
import type { CatalogEntry } from './catalog-entry.ts';
import { createFaultPlan, type Fault, type FaultPlan } from './faults.ts';
import { detailsHtml, dialogHtml, errorHtml, PAGE_SIZE, searchHtml, thanksHtml } from './pages.ts';
import { releaseInfoHtml } from './release-info-page.ts';

export interface CatalogDoubleOptions {
  /** 0 or undefined: any free port. */
  readonly port?: number;
  readonly faults?: readonly Fault[];
  /** KBs that the catalog no longer has though the release information names them. */
  readonly withdrawn?: readonly string[];
  /** Entries beside the built-in ones. */
  readonly extra?: readonly CatalogEntry[];
  /** Serves https with this key and certificate (PEM). */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface CatalogDouble {
  readonly url: string;
  readonly releaseInfoUrl: string;
  /** `GET /Search.aspx?q=…` of every request so far. */
  readonly requests: readonly string[];
  readonly faults: FaultPlan;
  readonly data: CatalogData;
  close(): Promise<void>;
}

export async function startCatalog(options: CatalogDoubleOptions = {}): Promise<CatalogDouble> {
  const data = createCatalogData(options.withdrawn, options.extra);
  const faults = createFaultPlan(options.faults ?? []);
  const requests: string[] = [];
  let base = '';
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    requests.push(`${request.method} ${path}`);
    const body = await readBody(request);
    const fault = faults.next(path);
    if (fault && sendInstead(response, fault)) return;
    const answer = answerTo(new URL(path, base), body, data, base);
    if (answer) await sendAnswer(request, response, answer, fault);
    else response.writeHead(404).end();
  };
  const server = options.tls ? createTlsServer(options.tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  base = `${options.tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url: base,
    releaseInfoUrl: `${base}windows-server-release-info`,
    requests,
    faults,
    data,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerTo(url: URL, body: string, data: CatalogData, base: string): Answer | undefined {
  const page = url.pathname.toLowerCase();
  if (page === '/search.aspx') return htmlAnswer(search(url, body, data));
  if (page === '/downloaddialog.aspx') return htmlAnswer(dialog(url, body, data, base));
  if (page === '/scopedviewinline.aspx') return htmlAnswer(details(url, data));
  if (page === '/thanks.aspx') return htmlAnswer(thanksHtml());
  if (page === '/error.aspx') return htmlAnswer(errorHtml('8DDD0010'));
  if (page === '/windows-server-release-info') return htmlAnswer(releaseInfoHtml());
  const file = data.packageByName(decodeURIComponent(url.pathname.split('/').at(-1) ?? ''));
  return file && { body: file.bytes, type: 'application/octet-stream', etag: `"${file.sha1.slice(0, 16)}"` };
}

function search(url: URL, body: string, data: CatalogData): string {
  const query = url.searchParams.get('q') ?? new URLSearchParams(body).get('q') ?? '';
  const found = [...data.search(query)];
  const column = url.searchParams.get('scol');
  if (column === 'Title') found.sort((a, b) => (a.title < b.title ? -1 : 1));
  if (column === 'DateComputed') found.sort((a, b) => (a.date < b.date ? -1 : 1));
  if (column !== null && url.searchParams.get('sdir') === 'desc') found.reverse();
  const page = Number(url.searchParams.get('p') ?? 0);
  const entries = found.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map((entry) => ({
    entry,
    size: data.packages(entry).reduce((sum, file) => sum + file.bytes.length, 0),
  }));
  return searchHtml({ entries, total: found.length, page, query });
}

function dialog(url: URL, body: string, data: CatalogData, base: string): string {
  const asked = new URLSearchParams(body).get('updateIDs') ?? url.searchParams.get('updateIDs') ?? '[]';
  const ids = (JSON.parse(asked) as { updateID: string }[]).map(({ updateID }) => updateID);
  const entries = ids.map((id) => data.byId(id));
  if (entries.includes(undefined)) return errorHtml('8DDD0024');
  return dialogHtml(
    entries.flatMap((entry) => {
      if (!entry) return [];
      const files = data.packages(entry).map((file, index) => ({
        file,
        url: downloadUrl(entry, index, file.name, base),
        // The real dialog leaves it empty for classic packages.
        withSha256: entry.files[index]?.container === 'wim',
      }));
      return [{ entry, files: shuffle(files, entry.updateId) }];
    }),
  );
}

function downloadUrl(entry: CatalogEntry, index: number, name: string, base: string): string {
  if (entry.files[index]?.container === 'wim')
    return `${base}filestreamingservice/files/${entry.updateId}/public/${name}`;
  const [year, month] = entry.date.split('-');
  return `${base}d/msdownload/update/software/secu/${year}/${month}/${name}`;
}

/** The dialog's order means nothing: half of the entries give their files the other way round. */
function shuffle<T>(files: readonly T[], updateId: string): T[] {
  return Number.parseInt(updateId.slice(0, 1), 16) % 2 === 0 ? files.toReversed() : [...files];
}

function details(url: URL, data: CatalogData): string {
  const entry = data.byId(url.searchParams.get('updateid') ?? '');
  if (!entry) return thanksHtml();
  const supersedes = data.entries.filter((other) => other.supersededBy.includes(entry.updateId));
  return detailsHtml(entry, data.byId, supersedes);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const catalog = await startCatalog({ port: Number(values.port) });
  console.log(`catalog-url: ${catalog.url}\nrelease-info-url: ${catalog.releaseInfoUrl}`);
}
