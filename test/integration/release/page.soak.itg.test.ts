import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { renderPage } from '../../../src/release/render-page.ts';
import { type Browser, judgeByAxe, listen, SCHEMES, startBrowser, WIDTHS, widthsOf } from '../../judges/browser.ts';
import { previousRecord, sampleRecord } from '../../unit/release/sample-record.ts';
import { sha } from '../../unit/release/sample-reports.ts';

/** The release page in a real browser: installs Chromium where there is none. Leaves its pictures in .cache/pages. */

const ROOT = join(import.meta.dirname, '../../..');
const OUTPUT = join(ROOT, '.cache/pages');

let browser: Browser;
const pages = new Map<string, string>();

beforeAll(async () => {
  await mkdir(OUTPUT, { recursive: true });
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
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const NAMES = ['good', 'failed', 'first'];
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
      const [content, window] = await widthsOf(page);
      expect(content).toBeLessThanOrEqual(window);
      const { violations, passes } = await judgeByAxe(page);
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
    const { violations } = await judgeByAxe(page);
    await page.close();
    return { said: said.join(), violations: violations.map(({ id }) => id) };
  };
  expect((await open(text.replace('<h1>', '<h1 style="color: #ccc">'))).said).toContain('Content Security Policy');
  const pale = text.replace('--text: #171b24', '--text: #cccccc').replace(/<meta http-equiv[^>]*>/, '');
  expect((await open(pale)).violations).toContain('color-contrast');
});

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
