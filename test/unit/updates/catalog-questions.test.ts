/** What the client asks of the catalog, how it reads each kind of answer, and its manners; without a network. */

import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { type CatalogClient, createCatalogClient } from '../../../src/updates/catalog-client.ts';
import { errorHtml, shellHtml, thanksHtml } from '../../fakes/catalog/pages.ts';
import { type PlayedHttp, playedHttp } from './played-http.ts';

const GUID = '0b5cf3a1-6d0e-4a41-9d50-aa1b4a6d1c55';
const OTHER = '1b5cf3a1-6d0e-4a41-9d50-aa1b4a6d1c55';
const NOTHING = '<div id="tableContainer"><span id="ctl00_catalogBody_noResultText">none</span></div>';

function results(next: boolean, ...classifications: string[]): string {
  const rows = classifications.map(
    (classification, index) => `<tr id="${GUID}_R${index}"><td id="${GUID}_C1_R${index}"><a id="${GUID}_link">t</a></td>
<td id="${GUID}_C2_R${index}">Windows Server 2019</td><td id="${GUID}_C3_R${index}">${classification}</td>
<td id="${GUID}_C4_R${index}">5/12/2026</td><td id="${GUID}_C6_R${index}"><span id="${GUID}_originalSize">1</span></td></tr>`,
  );
  const paging = next ? '<a id="ctl00_catalogBody_nextPageLinkText"></a>' : '';
  return `${paging}<table id="ctl00_catalogBody_updateMatches">${rows.join('')}</table>`;
}

function dialog(...ids: string[]): string {
  return ids
    .map(
      (id, index) => `downloadInformation[${index}].updateID ='${id}';
downloadInformation[${index}].files[0].url = 'https://x.microsoft.com/a.msu';
downloadInformation[${index}].files[0].fileName = 'a.msu';`,
    )
    .join('\n');
}

interface Played {
  readonly client: CatalogClient;
  readonly http: PlayedHttp;
  readonly said: string[];
}

function play(
  answer: Parameters<typeof playedHttp>[0],
  more: Partial<Parameters<typeof createCatalogClient>[0]> = {},
): Played {
  const http = playedHttp(answer);
  const said: string[] = [];
  const client = createCatalogClient({
    http,
    url: 'http://127.0.0.1:1/catalog',
    signal: new AbortController().signal,
    retries: { attempts: 2, baseMs: 1, maxMs: 1 },
    onRetry: (message) => said.push(message),
    ...more,
  });
  return { client, http, said };
}

describe('a search', () => {
  test.each(['http://127.0.0.1:1/catalog', 'http://127.0.0.1:1/catalog/'])(
    'of %s asks for its pages, newest first',
    async (url) => {
      const { client, http } = play((_, index) => results(index < 2, 'Updates'), { url });
      expect(await client.search('Windows & "x"')).toHaveLength(3);
      const base = 'http://127.0.0.1:1/catalog/Search.aspx?q=Windows+%26+%22x%22&scol=DateComputed&sdir=desc';
      expect(http.asked.map((asked) => asked.url)).toEqual([base, `${base}&p=1`, `${base}&p=2`]);
      expect(http.asked[0]?.init).toEqual({
        what: 'The catalog search for "Windows & "x""',
        code: 'catalog-unavailable',
        headers: { 'accept-language': 'en-US,en;q=0.5', accept: 'text/html' },
      });
      expect(client.requests).toBe(3);
    },
  );

  test("is one of Microsoft's catalog where nothing else is said", async () => {
    const http = playedHttp(() => NOTHING);
    const client = createCatalogClient({ http, signal: new AbortController().signal });
    expect(client.requests).toBe(0);
    expect(await client.search('x')).toEqual([]);
    expect(http.asked[0]?.url).toMatch(/^https:\/\/www\.catalog\.update\.microsoft\.com\/Search\.aspx\?/);
  });

  test('ends after twelve pages, with what is enough, and where there is no next', async () => {
    const { client } = play(() => results(true, 'Updates', 'Updates'));
    expect(await client.search('all')).toHaveLength(24);
    expect(client.requests).toBe(12);
    const counts: number[] = [];
    expect(
      await client.search('some', (rows) => {
        counts.push(rows.length);
        return rows.length >= 6;
      }),
    ).toHaveLength(6);
    expect(counts).toEqual([2, 4, 6]);
    const { client: one } = play(() => results(false, 'Updates'));
    await one.search('one', () => false);
    expect(one.requests).toBe(1);
    const { client: gone } = play((_, index) => (index === 0 ? results(true, 'Updates') : NOTHING));
    expect(await gone.search('gone')).toHaveLength(1);
    expect(gone.requests).toBe(2);
  });

  test.each([
    ['its error page', errorHtml('8DDD0010'), 'the catalog showed its error page (number 8DDD0010)'],
    ['its frame alone', shellHtml(), 'the catalog sent its page without an answer, as it does when throttled'],
    [
      'its thank-you page',
      [thanksHtml(), 'http://127.0.0.1:1/Thanks.aspx'] as const,
      'the catalog sent its "thank you" page instead of an answer',
    ],
    [
      'drivers alone',
      results(false, 'Drivers', 'Drivers (Storage)', 'DRIVER'),
      'the catalog answered with drivers alone',
    ],
  ])('that is answered with %s is tried again, and then said', async (_, page, words) => {
    const passing = play((__, index) => (index === 0 ? page : NOTHING));
    expect(await passing.client.search('x')).toEqual([]);
    expect(passing.said).toEqual([expect.stringMatching(/; trying again in \d+ ms$/)]);
    expect(passing.said[0]).toContain(`The catalog search for "x": ${words}`);
    const staying = play(() => page);
    await expect(staying.client.search('x')).rejects.toMatchObject({
      code: 'catalog-unavailable',
      message: expect.stringContaining(`The catalog search for "x": ${words}`),
      hint: expect.stringContaining('use a lock file'),
    });
    expect(staying.client.requests).toBe(2);
  });

  test('with a driver among updates is an answer, and "Driversoft" is no driver', async () => {
    expect(await play(() => results(false, 'Drivers', 'Updates')).client.search('x')).toHaveLength(2);
    expect(await play(() => results(false, 'Driversoft')).client.search('x')).toHaveLength(1);
    expect(await play(() => results(false, 'No drivers')).client.search('x')).toHaveLength(1);
  });
});

describe('the files of updates', () => {
  test('are asked for by a form, all at once', async () => {
    const { client, http } = play(() => dialog(GUID, OTHER));
    const files = await client.files([GUID, OTHER]);
    expect([...files.keys()]).toEqual([GUID, OTHER]);
    expect(http.asked).toHaveLength(1);
    expect(http.asked[0]?.url).toBe('http://127.0.0.1:1/catalog/DownloadDialog.aspx');
    expect(http.asked[0]?.init).toMatchObject({
      what: "The catalog's download dialog for 2 updates",
      method: 'POST',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    });
    const [name, value = ''] = (http.asked[0]?.init.body ?? '').split('=');
    expect(name).toBe('updateIDs');
    expect(JSON.parse(decodeURIComponent(value))).toEqual([
      { size: 0, languages: '', uidInfo: GUID, updateID: GUID },
      { size: 0, languages: '', uidInfo: OTHER, updateID: OTHER },
    ]);
  });

  test.each([
    ['the number of an unknown update', errorHtml('8DDD0024')],
    ['the thank-you page', [thanksHtml(), 'http://127.0.0.1:1/Thanks.aspx'] as const],
  ])('were withdrawn by %s, which is not tried again', async (_, page) => {
    const { client } = play(() => page);
    await expect(client.files([GUID, OTHER])).rejects.toMatchObject({
      code: 'update-not-found',
      message: `The catalog no longer offers the files of update ${GUID} or ${OTHER}`,
      hint: 'Microsoft has withdrawn it: choose another release.',
    });
    expect(client.requests).toBe(1);
  });

  test.each([
    ['another error page', errorHtml('8DDD0010'), 'the catalog showed its error page (number 8DDD0010)'],
    ['no file at all', 'downloadInformation', 'it names no file'],
    ['the files of another', dialog(GUID), `it names no file for update ${OTHER}`],
  ])('are asked for again after %s', async (_, page, words) => {
    const { client } = play(() => page);
    await expect(client.files([GUID, OTHER])).rejects.toMatchObject({
      code: 'catalog-unavailable',
      message: `The catalog's download dialog for 2 updates: ${words}`,
    });
    expect(client.requests).toBe(2);
  });
});

describe('the details of an update', () => {
  const details = `<span id="ScopedViewHandler_titleText">T</span><span id="ScopedViewHandler_UpdateID">${GUID}</span>
<span id="ScopedViewHandler_desc">D</span><div id="supersededbyInfo"></div>`;

  test('are asked for by its id', async () => {
    const { client, http } = play(() => details);
    expect(await client.details(GUID)).toEqual({ title: 'T', updateId: GUID, description: 'D', supersededBy: [] });
    expect(http.asked[0]?.url).toBe(`http://127.0.0.1:1/catalog/ScopedViewInline.aspx?updateid=${GUID}`);
    expect(http.asked[0]?.init).toMatchObject({ what: `The catalog's details of update ${GUID}` });
  });

  test.each([
    ['expired', [details, 'http://127.0.0.1:1/Thanks.aspx'] as const, 1],
    ['flaky', errorHtml('8DDD0010'), 2],
    ['another page', '<p>new</p>', 1],
  ])('are not known where the page is %s', async (_, page, requests) => {
    const { client } = play(() => page);
    expect(await client.details(GUID)).toBeUndefined();
    expect(client.requests).toBe(requests);
  });

  test('are not waited for when the job is cancelled, and a fault of our own is no flaky page', async () => {
    const controller = new AbortController();
    const { client } = play(
      () => {
        controller.abort(new Error('cancelled here'));
        throw new UserError('catalog-unavailable', 'x', 'y');
      },
      { signal: controller.signal },
    );
    await expect(client.details(GUID)).rejects.toThrow('cancelled here');
    const { client: broken } = play(() => {
      throw new TypeError('a fault');
    });
    await expect(broken.details(GUID)).rejects.toThrow(TypeError);
  });
});

describe('its manners', () => {
  test('one question at a time, in order, each once, an answer as well as an error', async () => {
    const order: string[] = [];
    const { client, http } = play(({ url }) => {
      order.push(new URL(url).searchParams.get('q') ?? '');
      return url.includes('bad') ? '<p>new</p>' : NOTHING;
    });
    const asked = await Promise.allSettled(['a', 'bad', 'a', 'b', 'bad'].map((query) => client.search(query)));
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'rejected']);
    expect(order).toEqual(['a', 'bad', 'b']);
    expect(http.asked).toHaveLength(3);
    await Promise.allSettled([client.files([GUID]), client.files([OTHER])]);
    expect(http.asked).toHaveLength(5);
  });

  test('questions are spaced', async () => {
    const at: number[] = [];
    const { client } = play(
      () => {
        at.push(performance.now());
        return NOTHING;
      },
      { spacingMs: 25 },
    );
    await Promise.all([client.search('a'), client.search('b')]);
    // Timers of Node may fire a millisecond early.
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(23);
  });

  test('a catalog that is not on this machine is given time between two questions', async () => {
    const controller = new AbortController();
    const { client, http } = play(() => NOTHING, { url: 'https://mirror.example/', signal: controller.signal });
    await client.search('a');
    const second = client.search('b');
    setTimeout(() => controller.abort(new Error('had to wait')), 5);
    await expect(second).rejects.toThrow('had to wait');
    expect(http.asked).toHaveLength(1);
    expect(client.requests).toBe(1);
  });
});
