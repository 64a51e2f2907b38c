import { createHash } from 'node:crypto';
import { parse } from 'node-html-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/check/verdict.ts';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { renderPage } from '../../../src/release/render-page.ts';
import { FACTS, previousRecord, sampleRecord } from './sample-record.ts';
import { OVA, sampleReport } from './sample-reports.ts';

let previous: ReleaseRecord;
let record: ReleaseRecord;
beforeAll(async () => {
  previous = await previousRecord();
  record = await sampleRecord({ run: { ...FACTS.run, previous } });
});

const page = (of: ReleaseRecord = record, before: ReleaseRecord | undefined = previous) =>
  parse(renderPage(of, before), { comment: true });
const textOf = (id: string, of?: ReleaseRecord, before?: ReleaseRecord): string =>
  page(of, before).querySelector(`#${id}`)?.parentNode?.text.replaceAll(/\s+/g, ' ') ?? '';

describe('renderPage', () => {
  it('asks nobody for anything, and can run nothing', () => {
    const root = page();
    const policy = root.querySelector('meta[http-equiv=Content-Security-Policy]')?.getAttribute('content') ?? '';
    const style = root.querySelectorAll('style');
    expect(style).toHaveLength(1);
    const digest = createHash('sha256')
      .update(style[0]?.rawText ?? '')
      .digest('base64');
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`);
    expect(root.querySelectorAll('script, link, img, iframe, object, embed, base, form')).toEqual([]);
    expect(root.querySelectorAll('[style], [src], [srcset], [onclick], [onload]')).toEqual([]);
    expect(style[0]?.rawText).not.toMatch(/url\(|@import|@font-face/);
    for (const link of root.querySelectorAll('[href]')) {
      expect(link.tagName).toBe('A');
      expect(link.getAttribute('href')).toMatch(/^https:\/\/support\.microsoft\.com\/help\/\d+$/);
    }
  });

  it('shows text as text, whatever it is', async () => {
    const evil = '"><script>alert(1)</script>';
    const bad = JSON.parse(
      JSON.stringify(record).replaceAll('System Writer', JSON.stringify(evil).slice(1, -1)),
    ) as ReleaseRecord;
    const text = renderPage(
      { ...bad, name: evil, windows: { ...bad.windows, displayName: evil, build: evil } },
      previous,
    );
    expect(text).not.toContain('<script');
    expect(parse(text).querySelector('h1')?.text).toBe(evil);
    expect(page().querySelector('#updates')?.parentNode?.text).toContain('2026-11 Cumulative <Update>');
  });

  it('has a language, one first heading, and headings without a gap', () => {
    const root = page();
    expect(root.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(root.querySelectorAll('h1').map(({ text }) => text)).toEqual(['ws2019']);
    const levels = root.querySelectorAll('h1, h2, h3').map(({ tagName }) => Number(tagName.slice(1)));
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const ids = root.querySelectorAll('[id]').map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of root.querySelectorAll('[aria-labelledby]'))
      expect(ids).toContain(one.getAttribute('aria-labelledby'));
    for (const one of root.querySelectorAll('svg')) {
      expect(one.getAttribute('aria-hidden') === 'true' || (one.getAttribute('aria-label') ?? '') !== '').toBe(true);
    }
    expect(root.querySelector('title')?.text).toBe('ws2019 17763.9620');
  });

  it.each<[Verdict, string, string]>([
    ['application', 'good', 'Application-consistent snapshots'],
    ['filesystem', 'middle', 'File-system-consistent snapshots'],
    ['unproven', 'middle', 'Not proven'],
    ['ignored', 'bad', 'Quiescing is ignored'],
    ['failed', 'bad', 'Quiesced snapshots fail'],
  ])('begins with the verdict %s', (verdict, tone, title) => {
    const proof = { by: 'snapshot', verdict, level: 'application', writers: [] } as const;
    const section = page({ ...record, proof })
      .querySelector('main')
      ?.querySelector('section');
    expect(section?.classList.contains(tone)).toBe(true);
    expect(section?.querySelector('h2')?.text).toBe(title);
    expect(section?.querySelector('.chips')).toBeNull();
    expect(section?.querySelector('p')?.text).toMatch(/^[A-Z].*\.$/);
  });

  it('says what took part, and when nothing was tried', () => {
    expect(
      page()
        .querySelectorAll('.verdict .chips li')
        .map(({ text }) => text),
    ).toEqual(['System Writer', 'SqlServerWriter']);
    const { proof: _, ...untried } = record;
    expect(textOf('verdict', untried)).toContain('Nobody has tried its quiesced snapshots.');
  });

  it('counts what is new', () => {
    const stats = (of: ReleaseRecord, before?: ReleaseRecord) =>
      parse(renderPage(of, before))
        .querySelectorAll('.stats dd')
        .map(({ text }) => text);
    expect(stats(record, previous)).toEqual([
      '17763.9620from 17763.9500',
      '1',
      '6 GiB1 GiB larger',
      '8.0 son builder-7',
    ]);
    expect(stats(record)).toEqual(['17763.9620', '–the first release here', '6 GiB', '8.0 son builder-7']);
    expect(stats(previous, record)[2]).toBe('5 GiB1 GiB smaller');
    expect(stats(record, record)[2]).toBe('6 GiBas before');
  });

  it('draws the disk to scale, the smallest partition visible', () => {
    const bar = page().querySelector('svg.scale');
    expect(bar?.getAttribute('aria-label')).toBe(
      'GPT disk of 40 GiB, 512-byte sectors: 1 ESP 260 MiB, 2 MSR 16 MiB, 3 Windows 39.7 GiB',
    );
    const widths = bar?.querySelectorAll('rect').map((rect) => Number(rect.getAttribute('width'))) ?? [];
    expect(widths).toHaveLength(3);
    expect(Math.min(...widths)).toBeGreaterThan(7);
    expect(widths[2]).toBeGreaterThan(980);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(1000.01);
    expect(textOf('disk')).toContain('3 Windows39.7 GiB · 99.3 % · NTFS');
  });

  it('lets a protected Recovery partition stand out', () => {
    const [esp, msr, windows] = record.layout.partitions;
    if (!esp || !msr || !windows) throw new Error('no layout');
    const recovery = {
      ...windows,
      index: 4,
      type: 'recovery',
      attributes: '0x8000000000000001',
      size: 2 ** 30,
    } as const;
    const layout = {
      ...record.layout,
      partitions: [
        esp,
        msr,
        { ...windows, size: windows.size - 2 ** 32 },
        { ...recovery, offset: windows.offset + windows.size - 2 ** 32 },
      ],
    };
    const root = page({ ...record, layout });
    expect(root.querySelectorAll('svg.scale rect').map((rect) => rect.getAttribute('class'))).toEqual([
      'f2',
      'f4',
      'f1',
      'fbad',
      'f0',
    ]);
    expect(root.querySelector('.key')?.text).toContain('4 Recovery1 GiB · 2.5 % · NTFS · protected');
    expect(root.querySelector('.key')?.text).toContain('unallocated3.0 GiB');
  });

  it('shows updates from what to what', () => {
    const rows = page()
      .querySelectorAll('.update')
      .map((row) => row.text.replaceAll(/\s+/g, ' ').trim());
    expect(rows).toEqual([
      'KB5098818 2026-11 Cumulative <Update>new cumulative · released 2026-11-10 · Windows is then 17763.9619',
      'KB5012170 .NET',
      'KB5070883 2026-10 Cumulative Updateno longer in it cumulative · Windows is then 17763.9500',
    ]);
    expect(page().querySelector('.gone strong')?.text).toBe('KB5070883');
    expect(textOf('updates')).toContain('Also changedDriver ownnone → 1.0.0.0Driver pvscsi1.3.20.0 → 1.3.25.0');
    const none = page({ ...record, packages: [] }, { ...record, packages: [] });
    expect(none.querySelector('#updates')?.parentNode?.text).toContain('None: Windows is as the ISO has it.');
    expect(none.text).not.toContain('Also changed');
  });

  it('shows findings with what to do, the worst first', async () => {
    const finding = (severity: string) => ({ code: `c-${severity}`, severity, seen: 's', remedy: 'r' });
    const report = { ...sampleReport('convert-ova'), findings: ['info', 'error', 'warning'].map(finding) };
    const of = await sampleRecord({}, [{ ...sampleReport('build-vhd'), findings: [] }, report]);
    const badges = page(of).querySelectorAll('#findings ~ ul .badge');
    expect(badges.map(({ text, classNames }) => [text, classNames])).toEqual([
      ['error', 'badge bad'],
      ['warning', 'badge middle'],
      ['info', 'badge '],
    ]);
    expect(textOf('findings')).toContain('In /tmp/x they <wait>.Wait.build-vhd');
    expect(textOf('findings', { ...of, run: { ...of.run, findings: [] } })).toBe('FindingsNone.');
  });

  it('shows the times of the steps, and over the releases', () => {
    const groups = page().querySelectorAll('#times ~ .group');
    expect(groups.map((group) => group.querySelector('h3')?.text)).toEqual([
      'Steps of this release',
      'Releases, newest first',
    ]);
    expect(groups[0]?.querySelectorAll('.times li').length).toBe(8);
    expect(groups[1]?.querySelectorAll('.times li').map((row) => row.text)).toEqual([
      '2026-11-28 17763.96208.0 s 6 GiB',
      '2026-10-20 17763.95008.0 s 5 GiB',
    ]);
    expect(groups[1]?.querySelectorAll('.chips li').length).toBe(8);
    const first = { ...record, run: { ...record.run, history: [] } };
    expect(page(first).querySelectorAll('#times ~ .group').length).toBe(1);
  });

  it('names everything by digest for who wants to check it', () => {
    const text = textOf('facts');
    for (const { sha256 } of [...record.inputs, ...record.packages, ...record.drivers, ...record.run.evidence])
      expect(text).toContain(sha256);
    expect(text).toContain(OVA);
    expect(text).toContain('Published as/DC/vm/Templates/ws2019 (vm-50)');
    expect(text).toContain('30-update-01ok, restarted');
    const { publication: _, bake: __, ...candidate } = record;
    expect(textOf('facts', candidate)).toContain('Candidate/DC/vm');
    expect(textOf('facts', candidate)).not.toContain('First boot30');
  });

  it('ends with the run that made it, and the digest of the OVA', () => {
    expect(page().querySelector('footer')?.text.replaceAll(/\s+/g, ' ').trim()).toBe(
      `Made by Stillframe in run 4711 of corp/templates. OVA sha256:${OVA}`,
    );
    const { repository: _, ...run } = record.run;
    expect(page({ ...record, run }).querySelector('footer')?.text).toContain('in run 4711. OVA');
  });
});
