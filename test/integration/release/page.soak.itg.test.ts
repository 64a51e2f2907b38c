import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
// biome-ignore lint/correctness/noUnresolvedImports: the linter does not read how this package exports
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { renderPage } from '../../../src/release/render-page.ts';
import { previousRecord, sampleRecord } from '../../unit/release/sample-record.ts';
import { sha } from '../../unit/release/sample-reports.ts';

/** The release page in a real browser: installs Chromium where there is none. Leaves its pictures in .cache/pages. */

const ROOT = join(import.meta.dirname, '../../..');
const OUTPUT = join(ROOT, '.cache/pages');
const scripts = pathToFileURL(join(ROOT, 'scripts/'));

type Browser = Awaited<ReturnType<typeof chromium.launch>>;
let browser: Browser;
let axe = '';
const pages = new Map<string, string>();

beforeAll(async () => {
  const { installDebianPackages } = (await import(new URL('setup.mjs', scripts).href)) as {
    installDebianPackages(wanted: object): void;
  };
  const { BROWSER } = (await import(new URL('packages.mjs', scripts).href)) as { BROWSER: object };
  installDebianPackages(BROWSER);
  await mkdir(OUTPUT, { recursive: true });
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const previous = await previousRecord();
  const good = await longRecord();
  const texts = {
    good: renderPage(good, previous),
    failed: renderPage(failed(good), previous),
    first: renderPage(await sampleRecord(), undefined),
  };
  for (const [name, text] of Object.entries(texts)) {
    const path = join(OUTPUT, `${name}.html`);
    pages.set(name, path);
    await writeFile(path, text);
  }
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});
afterAll(() => browser?.close());

const NAMES = ['good', 'failed', 'first'];
const WIDTHS = [360, 1440];
const SCHEMES = ['light', 'dark'] as const;
const CASES = NAMES.flatMap((name) =>
  WIDTHS.flatMap((width) => SCHEMES.map((scheme) => [name, width, scheme] as const)),
);

describe.each(CASES)('the page "%s" at %i px, %s', (name, width, scheme) => {
  it('asks nobody for anything, does not scroll sideways, and passes axe', async () => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
    try {
      const { asked, said } = listen(page);
      await page.goto(pathToFileURL(pages.get(name) ?? '').href);
      // What is folded away is looked at as well.
      for (const details of await page.locator('details').all())
        await details.evaluate((one) => one.setAttribute('open', ''));
      const [content, window] = await page.evaluate(widths);
      expect(content).toBeLessThanOrEqual(window);
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(runAxe);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
      expect(asked).toEqual([]);
      expect(said).toEqual([]);
      for (const details of await page.locator('details').all())
        await details.evaluate((one) => one.removeAttribute('open'));
      await page.screenshot({ path: join(OUTPUT, `${name}-${width}-${scheme}.png`), fullPage: true });
    } finally {
      await page.close();
    }
  });
});

it('sees what breaks the page: a policy that is broken, a contrast that is too low', async () => {
  const text = await readFile(pages.get('good') ?? '', 'utf8');
  const open = async (changed: string) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 900 }, colorScheme: 'light' });
    const { said } = listen(page);
    await page.setContent(changed);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(runAxe);
    await page.close();
    return { said: said.join(), violations: violations.map(({ id }) => id) };
  };
  expect((await open(text.replace('<h1>', '<h1 style="color: #ccc">'))).said).toContain('Content Security Policy');
  const pale = text.replace('--text: #171b24', '--text: #cccccc').replace(/<meta http-equiv[^>]*>/, '');
  expect((await open(pale)).violations).toContain('color-contrast');
});

/** Runs in the page. */
function runAxe(): Promise<AxeResults> {
  return (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run();
}

/** Runs in the page. @returns widths of its content and of its window, in pixels */
function widths(): readonly [number, number] {
  const page = globalThis as unknown as { document: { documentElement: { scrollWidth: number } }; innerWidth: number };
  return [page.document.documentElement.scrollWidth, page.innerWidth];
}

function listen(page: Awaited<ReturnType<Browser['newPage']>>): { asked: string[]; said: string[] } {
  const asked: string[] = [];
  const said: string[] = [];
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) asked.push(request.url());
  });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  return { asked, said };
}

/** A release as it is after a year. */
async function longRecord(): Promise<ReleaseRecord> {
  const record = await sampleRecord({ name: 'ws2019-standard' });
  const minutes: Readonly<Record<string, number>> = {
    'fetch-updates': 2,
    'extract-drivers': 0.5,
    'build-vhd': 24,
    'convert-ova': 3,
    'upload-esxi': 6,
    'bake-template': 31,
    'verify-quiesce': 14,
    'publish-template': 0.2,
  };
  const steps = (month: number) =>
    record.run.steps.map((step) => ({
      ...step,
      durationMs: (minutes[step.action] ?? 1) * 60_000 * (1 + ((month * 37) % 23) / 60),
    }));
  const history = Array.from({ length: 11 }, (_, index) => ({
    at: `${index < 10 ? 2026 : 2025}-${String(index < 10 ? 10 - index : 12).padStart(2, '0')}-15T04:00:00.000Z`,
    ova: sha(String(index)),
    size: (5.9 - index * 0.08) * 2 ** 30,
    build: `17763.${9500 - index * 110}`,
    verdict: 'application' as const,
    steps: steps(index + 1).map(({ action, durationMs }) => ({ action, durationMs })),
  }));
  const writers = [
    'System Writer',
    'Registry Writer',
    'COM+ REGDB Writer',
    'WMI Writer',
    'ASR Writer',
    'Shadow Copy Optimization Writer',
    'Task Scheduler Writer',
  ];
  return {
    ...record,
    proof: { by: 'snapshot', verdict: 'application', level: 'application', writers },
    run: { ...record.run, steps: steps(0), history },
  };
}

/** The same with the defect. */
function failed(record: ReleaseRecord): ReleaseRecord {
  const [esp, msr, windows] = record.layout.partitions;
  if (!esp || !msr || !windows) throw new Error('no layout');
  const recovery = {
    ...windows,
    index: 4,
    type: 'recovery' as const,
    attributes: '0x8000000000000001',
    size: 600 * 2 ** 20,
  };
  const size = windows.size - recovery.size;
  const { publication: _, ...rest } = record;
  return {
    ...rest,
    layout: {
      ...record.layout,
      partitions: [esp, msr, { ...windows, size }, { ...recovery, offset: windows.offset + size }],
    },
    proof: { by: 'snapshot', verdict: 'failed', level: 'application', writers: [] },
    run: {
      ...record.run,
      findings: [
        {
          action: 'verify-quiesce',
          code: 'recovery-partition-protected',
          severity: 'error',
          seen: 'Partition 4 is a Recovery partition that Windows protects, with which the VMware snapshot provider conflicts over VSS (KB60395).',
          remedy: 'Remove it with repair-template, or build the image without one.',
        },
        {
          action: 'verify-quiesce',
          code: 'snapshots-exist',
          severity: 'warning',
          seen: 'The VM has 2 snapshots already.',
          remedy: 'Remove them before the next backup.',
        },
        ...record.run.findings,
      ],
    },
  };
}
