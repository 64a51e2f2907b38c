/** Asks for the release information. Without it the catalog is searched by title: less certain, so it is said. */

import type { HttpClient } from '../download/http-client.ts';
import { withRetries } from '../download/retry.ts';
import { UserError } from '../errors.ts';
import type { Finding } from '../report/report.ts';
import { tellPage } from './page-words.ts';
import { readPage } from './read-page.ts';
import { type ReleaseEntry, readReleaseInfo } from './release-info.ts';

const RELEASE_INFO_URL = 'https://learn.microsoft.com/en-us/windows/release-health/windows-server-release-info';

interface ReleaseInfo {
  /** Undefined when it could not be had or read. */
  readonly entries: readonly ReleaseEntry[] | undefined;
  readonly findings: readonly Finding[];
}

/** @param url undefined for Microsoft's page; `none` to do without */
export async function loadReleaseInfo(
  http: HttpClient,
  url: string | undefined,
  signal: AbortSignal,
  onRetry: (message: string) => void,
): Promise<ReleaseInfo> {
  if (url === 'none') return { entries: undefined, findings: [] };
  const what = 'The release information of Windows Server';
  try {
    const html = await withRetries(
      async () => {
        const answer = await http.send(
          url ?? RELEASE_INFO_URL,
          { what, code: 'catalog-unavailable', headers: { accept: 'text/html', 'accept-language': 'en-US,en;q=0.5' } },
          signal,
        );
        return readPage(answer.body, what);
      },
      { attempts: 3, baseMs: 1000, maxMs: 15_000 },
      signal,
      (error, waitMs) => onRetry(`${error.message}; trying again in ${Math.round(waitMs)} ms`),
    );
    return { entries: readOrTell(html), findings: [] };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof UserError)) throw error;
    return {
      entries: undefined,
      findings: [
        {
          code: 'release-info-unavailable',
          severity: 'warning',
          seen: `${error.message}.`,
          remedy:
            'The catalog was searched by title instead; letters and builds are then taken from dates and packages.',
        },
      ],
    };
  }
}

function readOrTell(html: string): readonly ReleaseEntry[] {
  try {
    return readReleaseInfo(html);
  } catch (error) {
    throw tellPage(error, html);
  }
}
