/** Pages in a real browser: Chromium, installed where there is none, with axe. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
// biome-ignore lint/correctness/noUnresolvedImports: the linter does not read how this package exports
import { chromium } from 'playwright-core';

const SCRIPTS = pathToFileURL(join(import.meta.dirname, '../../scripts/'));

export type Browser = Awaited<ReturnType<typeof chromium.launch>>;
type BrowserPage = Awaited<ReturnType<Browser['newPage']>>;

export const WIDTHS = [360, 1440];
export const SCHEMES = ['light', 'dark'] as const;

export async function startBrowser(): Promise<Browser> {
  const { installDebianPackages } = (await import(new URL('setup.mjs', SCRIPTS).href)) as {
    installDebianPackages(wanted: object): void;
  };
  const { BROWSER } = (await import(new URL('packages.mjs', SCRIPTS).href)) as { BROWSER: object };
  installDebianPackages(BROWSER);
  return await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** What axe says of the page that is open. */
export async function judgeByAxe(page: BrowserPage): Promise<AxeResults> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page.evaluate(runAxe);
}

/** @returns widths of the content of the page and of its window, in pixels */
export function widthsOf(page: BrowserPage): Promise<readonly [number, number]> {
  return page.evaluate(widths);
}

/** What the page asks for beside itself, and what the browser says of it, from now on. */
export function listen(page: BrowserPage): { asked: string[]; said: string[] } {
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) asked.push(request.url());
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  return { asked, said };
}

/** Runs in the page. */
function runAxe(): Promise<AxeResults> {
  return (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run();
}

/** Runs in the page. */
function widths(): readonly [number, number] {
  const page = globalThis as unknown as { document: { documentElement: { scrollWidth: number } }; innerWidth: number };
  return [page.document.documentElement.scrollWidth, page.innerWidth];
}
