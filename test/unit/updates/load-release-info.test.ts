import { expect, it } from 'vitest';
import { Transient } from '../../../src/download/retry.ts';
import { UserError } from '../../../src/errors.ts';
import { loadReleaseInfo } from '../../../src/updates/load-release-info.ts';
import { releaseInfoHtml } from '../../fakes/catalog/release-info-page.ts';
import { playedHttp } from './played-http.ts';

const signal = new AbortController().signal;

it('asks for nothing where nothing is wanted', async () => {
  const http = playedHttp(() => releaseInfoHtml());
  expect(await loadReleaseInfo(http, 'none', signal, () => {})).toEqual({ entries: undefined, findings: [] });
  expect(http.asked).toEqual([]);
});

it.each([
  [undefined, 'https://learn.microsoft.com/en-us/windows/release-health/windows-server-release-info'],
  ['https://mirror.example/info', 'https://mirror.example/info'],
])('%s: reads the page of %s, in English', async (url, asked) => {
  const http = playedHttp(() => releaseInfoHtml());
  const { entries, findings } = await loadReleaseInfo(http, url, signal, () => {});
  expect(findings).toEqual([]);
  expect(entries?.some(({ kb }) => kb === 'KB5098818')).toBe(true);
  expect(http.asked).toEqual([
    {
      url: asked,
      init: {
        what: 'The release information of Windows Server',
        code: 'catalog-unavailable',
        headers: { accept: 'text/html', 'accept-language': 'en-US,en;q=0.5' },
      },
    },
  ]);
});

it('says what it tries again', async () => {
  const controller = new AbortController();
  const http = playedHttp(() => {
    throw new Transient(new UserError('catalog-unavailable', 'gone for now', 'x'));
  });
  const said: string[] = [];
  const asked = loadReleaseInfo(http, undefined, controller.signal, (message) => {
    said.push(message);
    controller.abort(new Error('cancelled here'));
  });
  await expect(asked).rejects.toThrow('cancelled here');
  expect(said).toEqual([expect.stringMatching(/^gone for now; trying again in \d{3,4} ms$/)]);
});

it('is a finding where it cannot be had, or be read', async () => {
  for (const page of ['', undefined]) {
    const http = playedHttp(() => {
      if (page === undefined) throw new UserError('catalog-unavailable', 'it answers 403', 'x');
      return page;
    });
    const { entries, findings } = await loadReleaseInfo(http, undefined, signal, () => {});
    expect(entries).toBeUndefined();
    expect(findings).toEqual([
      {
        code: 'release-info-unavailable',
        severity: 'warning',
        seen: expect.stringMatching(
          page === undefined ? /^it answers 403\.$/ : /page has changed: it lacks a table .*\.$/,
        ),
        remedy: expect.stringContaining('searched by title instead'),
      },
    ]);
  }
});

it('hands on a fault of our own', async () => {
  const http = playedHttp(() => {
    throw new TypeError('a fault');
  });
  await expect(loadReleaseInfo(http, undefined, signal, () => {})).rejects.toThrow(TypeError);
});
