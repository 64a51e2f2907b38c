/** Asks the release information and the catalog, once for all templates, how their locks stand. */

import type { Context } from '../context.ts';
import { createHostPolicy, MICROSOFT_SUFFIXES } from '../download/host-policy.ts';
import { createHttpClient } from '../download/http-client.ts';
import { UserError } from '../errors.ts';
import type { Finding } from '../report/report.ts';
import { createCatalogClient } from '../updates/catalog-client.ts';
import { loadReleaseInfo } from '../updates/load-release-info.ts';
import { requestOfTemplate } from '../updates/request-of-template.ts';
import { type CatalogState, createCatalogStates } from './catalog-state.ts';
import type { When } from './decide.ts';
import { type Patience, patienceEnds } from './due-date.ts';
import type { ExaminedTemplate } from './examined-template.ts';

export interface CatalogQuestion {
  /** Default: Microsoft's. */
  readonly catalogUrl?: string;
  /** Default: Microsoft's; `none` to do without. */
  readonly releaseInfoUrl?: string;
  /** Where the proxies are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly patience: Patience;
  readonly now: Date;
}

interface CatalogAnswer {
  /** In the order of the templates; undefined for those that are out of the question. */
  readonly states: readonly (CatalogState | undefined)[];
  readonly findings: readonly Finding[];
}

/** @throws UserError catalog-unavailable, catalog-changed and the like, when what is built depends on it */
export async function lookUp(
  templates: readonly ExaminedTemplate[],
  question: CatalogQuestion,
  when: When,
  context: Context,
): Promise<CatalogAnswer> {
  if (!templates.some(isInQuestion)) return { states: [], findings: [] };
  const { catalogUrl, releaseInfoUrl, env } = question;
  const mirrors = [catalogUrl, releaseInfoUrl].flatMap((url) => (url === undefined || url === 'none' ? [] : [url]));
  const http = createHttpClient({ env, policy: createHostPolicy({ mirrors, suffixes: MICROSOFT_SUFFIXES }) });
  try {
    const { log, signal } = context;
    const releases = await loadReleaseInfo(http, releaseInfoUrl, signal, log.info);
    const catalog = createCatalogClient({
      http,
      signal,
      ...(catalogUrl !== undefined && { url: catalogUrl }),
      onRetry: log.info,
    });
    const sources = {
      catalog,
      releases: releases.entries,
      today: question.now.toISOString().slice(0, 10),
      until: patienceEnds(question.now, question.patience),
    };
    const { states, findings } = await askAll(templates, sources);
    return { states, findings: [...releases.findings, ...findings] };
  } catch (error) {
    context.signal.throwIfAborted();
    if (when !== 'always' || !(error instanceof UserError)) throw error;
    return { states: [], findings: [unknown(error)] };
  } finally {
    await http.close();
  }
}

/** One after the other, as the catalog wants to be asked; the same question costs nothing the second time. */
async function askAll(
  templates: readonly ExaminedTemplate[],
  sources: Parameters<typeof createCatalogStates>[0],
): Promise<CatalogAnswer> {
  const asked = createCatalogStates(sources);
  const states: (CatalogState | undefined)[] = [];
  const waiting = new Map<string, string[]>();
  for (const one of templates) {
    const state = isInQuestion(one) ? await asked.of(requestOfTemplate(one.template), one.lock) : undefined;
    states.push(state);
    if (state?.kind === 'waiting') waiting.set(state.why, [...(waiting.get(state.why) ?? []), one.template.name]);
  }
  return { states, findings: [...waiting].map(([why, names]) => behind(why, names)) };
}

function isInQuestion({ affected }: ExaminedTemplate): boolean {
  return affected !== false;
}

function behind(why: string, names: readonly string[]): Finding {
  return {
    code: 'catalog-behind',
    severity: 'warning',
    seen: `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}: ${why}`,
    remedy: 'A plan that runs again later finds out whether it has come; nothing is remembered that could be missed.',
  };
}

function unknown({ message, hint }: UserError): Finding {
  return {
    code: 'stale-unknown',
    severity: 'warning',
    seen: `${message}. Whether locks are behind the catalog is not known.`,
    remedy: `${hint} What is built does not depend on it with "when: always"; with "offline: true" it is not asked.`,
  };
}
