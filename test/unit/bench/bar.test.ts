import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { bar, barTable } from '../../../bench/lib/bar.ts';
import { OUT_OF_REACH, proofOf } from '../../../bench/lib/out-of-reach.ts';
import { ROOT } from '../../../scripts/root.ts';
import { anchorOf } from '../../../scripts/site/anchors.ts';

afterEach(() => vi.restoreAllMocks());

it('says met, missed, and missed for a reason that is written down', () => {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  expect(bar('programs, default: 8 times as fast (8.20)', true)).toBe(true);
  expect(bar('a | b (1)', false)).toBe(false);
  // Never smaller: what is out of reach is missed all the same.
  expect(bar('texts, default: 8 times as fast (5.15; more)', false)).toBe(false);
  expect(bar('texts, default: 8 times as fast (8.01)', true)).toBe(true);
  expect(printed.mock.calls.flat()).toEqual([
    'met     programs, default: 8 times as fast (8.20)',
    'MISSED  a | b (1)',
    'MISSED  texts, default: 8 times as fast (5.15; more); out of reach: docs/performance.md#what-no-encoder-changes',
    'met     texts, default: 8 times as fast (8.01)',
  ]);
  expect(barTable().split('\n')).toEqual([
    '| bar (figure) | |',
    '| --- | --- |',
    '| programs, default: 8 times as fast (8.20) | met |',
    '| a \\| b (1) | **missed** |',
    '| texts, default: 8 times as fast (5.15; more) | **missed**, out of reach: docs/performance.md#what-no-encoder-changes |',
    '| texts, default: 8 times as fast (8.01) | met |',
  ]);
});

it('takes no bar for one that only begins like it', () => {
  expect(proofOf('texts, default: 8 times as fast as ever (5.15)')).toBeUndefined();
  expect(proofOf('texts, default: 8 times as fast')).toBeUndefined();
});

it('knows bars that are judged, and sections that are there', () => {
  const page = readFileSync(join(ROOT, 'docs/performance.md'), 'utf8');
  const sections = [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
  for (const { bar: name, section } of OUT_OF_REACH) {
    expect(page, name).toContain(`| ${name} |`);
    expect(sections, name).toContain(section);
  }
});
