import { parse } from 'node-html-parser';
import { beforeAll, expect, it } from 'vitest';
import { timesSection } from '../../../src/release/page-times.ts';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { FACTS, previousRecord, sampleRecord } from './sample-record.ts';

let record: ReleaseRecord;
beforeAll(async () => {
  record = await sampleRecord({ run: { ...FACTS.run, previous: await previousRecord() } });
});

const STEPS = [
  { action: 'build-vhd', durationMs: 4000 },
  { action: 'convert-ova', durationMs: 1000 },
  { action: 'own-step', durationMs: 0 },
];

/** Widths and colours of the bars of a list, 1000 for the whole. */
function bars(of: ReleaseRecord, list: number): string[][] {
  const lists = parse(timesSection(of).text).querySelectorAll('ul.times');
  const rows = lists[list]?.querySelectorAll('svg') ?? [];
  return rows.map((bar) =>
    bar.querySelectorAll('rect').map((one) => `${one.getAttribute('width')} ${one.getAttribute('class')}`),
  );
}

it('draws each step against the longest, the shortest still to be seen', () => {
  const run = { ...record.run, steps: STEPS.map((step) => ({ ...record.run.steps[0], ...step })), history: [] };
  const of = { ...record, run } as ReleaseRecord;
  expect(bars(of, 0)).toEqual([['1000.00 f3'], ['250.00 f4'], ['4.00 f0']]);
  const section = parse(timesSection(of).text);
  expect(section.querySelectorAll('ul.times li').map(({ text }) => text.trim())).toEqual([
    'build-vhd4.0 s',
    'convert-ova1.0 s',
    'own-step0 ms',
  ]);
  expect(section.querySelectorAll('h3').map(({ text }) => text)).toEqual(['Steps of this release']);
});

it('says of a step that was skipped which run had done it', () => {
  const [step] = record.run.steps;
  const steps = [
    { ...step, action: 'build-vhd', durationMs: 1000, doneBy: { run: '4600', at: '2026-11-27T00:00:00Z' } },
  ];
  const section = parse(timesSection({ ...record, run: { ...record.run, steps } } as ReleaseRecord).text);
  expect(section.querySelector('ul.times li')?.text.trim()).toBe('build-vhd by run 46001.0 s');
});

it('says which of two first boots was on Hyper-V', () => {
  const [step] = record.run.steps;
  const steps = [{ ...step, action: 'bake-template', on: 'hyper-v', durationMs: 1000 }];
  const section = parse(timesSection({ ...record, run: { ...record.run, steps } } as ReleaseRecord).text);
  expect(section.querySelector('ul.times li')?.text.trim()).toBe('bake-template on Hyper-V1.0 s');
});

it('draws whole releases against the longest of them, with a colour for each step', () => {
  const [before] = record.run.history;
  if (!before) throw new TypeError('the sample has a release before it');
  const history = [{ ...before, steps: [{ action: 'build-vhd', durationMs: 16_000 }] }];
  const of = { ...record, run: { ...record.run, history } };
  const [now, then] = bars(of, 1);
  expect(then).toEqual(['1000.00 f3']);
  expect(now).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((fill) => `62.50 f${fill}`));
  const rows = parse(timesSection(of).text).querySelectorAll('ul.times')[1]?.querySelectorAll('li') ?? [];
  expect(rows.map(({ text }) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
    '2026-11-28 17763.96208.0 s 6 GiB',
    '2026-10-20 17763.950016.0 s 5 GiB',
  ]);
});
