import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { createCatalogClient } from '../../../src/updates/catalog-client.ts';
import { loadReleaseInfo } from '../../../src/updates/load-release-info.ts';
import { tellPage } from '../../../src/updates/page-words.ts';
import { playedHttp } from './played-http.ts';

const changed = new UserError('catalog-changed', 'The page has changed', 'Report this message.');
const told = (html: string): UserError => tellPage(changed, html) as UserError;

describe('a page that is none of the catalog', () => {
  it('is told by the name that it gives itself', () => {
    const { code, message, hint, cause } = told(
      '<html><head><title>\n Sign in to\n  Corp Wi-Fi </title></head></html>',
    );
    expect(code).toBe('catalog-changed');
    expect(message).toBe('The page has changed. What came is a page titled "Sign in to Corp Wi-Fi"');
    expect(hint).toMatch(/^If that is the page of a proxy or a sign-in, .*NO_PROXY\)\. Else: Report this message\.$/);
    expect(cause).toBe(changed);
    expect(told(`<title>${'x'.repeat(200)}</title>`).message).toHaveLength(
      'The page has changed. What came is a page titled ""'.length + 80,
    );
  });

  it.each(['', '<html></html>', '<title> </title>'])('may give itself none: %j', (html) => {
    expect(told(html).message).toBe('The page has changed. What came is a page without a title');
  });

  it('is no word on any other error', () => {
    for (const error of [new Error('x'), new UserError('catalog-unavailable', 'x', 'y'), undefined]) {
      expect(tellPage(error, '<title>T</title>')).toBe(error);
    }
  });
});

describe('a sign-in in place of', () => {
  const signal = new AbortController().signal;
  const http = playedHttp(
    () => '<html><head><title>Captive portal</title></head><form><input type=password></form></html>',
  );
  const says = expect.stringContaining('What came is a page titled "Captive portal"') as string;

  it('the catalog is told as what it is', async () => {
    const catalog = createCatalogClient({ http, signal, spacingMs: 0 });
    await expect(catalog.search('KB1')).rejects.toMatchObject({ code: 'catalog-changed', message: says });
    await expect(catalog.files(['x'])).rejects.toMatchObject({ code: 'catalog-changed', message: says });
  });

  it('the release information is too', async () => {
    const { findings } = await loadReleaseInfo(http, undefined, signal, () => {});
    expect(findings).toMatchObject([{ code: 'release-info-unavailable', seen: says }]);
  });
});
