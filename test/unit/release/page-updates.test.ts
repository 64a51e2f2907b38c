import { parse } from 'node-html-parser';
import { beforeAll, expect, it } from 'vitest';
import { compareReleases } from '../../../src/release/compare-releases.ts';
import { updatesSection } from '../../../src/release/page-updates.ts';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { previousRecord, sampleRecord } from './sample-record.ts';

let record: ReleaseRecord;
let previous: ReleaseRecord;
beforeAll(async () => {
  [record, previous] = [await sampleRecord(), await previousRecord()];
});

const rows = (of: ReleaseRecord, before?: ReleaseRecord) =>
  parse(updatesSection(of, before && compareReleases(before, of)).text).querySelectorAll('li.update');

it('marks what is new and what has gone, each linked to its page', () => {
  const shown = rows(record, previous).map((row) => ({
    kb: row.querySelector('strong')?.innerHTML,
    what: row.querySelector('.what')?.text,
    badge: row.querySelector('.badge')?.classList.value.join(' '),
    said: row.querySelector('.badge')?.text,
    gone: row.classList.contains('gone'),
  }));
  expect(shown).toEqual([
    {
      kb: '<a href="https://support.microsoft.com/help/5098818">KB5098818</a>',
      what: '2026-11 Cumulative <Update>',
      badge: 'badge good',
      said: 'new',
      gone: false,
    },
    {
      kb: '<a href="https://support.microsoft.com/help/5012170">KB5012170</a>',
      what: '.NET',
      badge: undefined,
      said: undefined,
      gone: false,
    },
    {
      kb: '<a href="https://support.microsoft.com/help/5070883">KB5070883</a>',
      what: '2026-10 Cumulative Update',
      badge: 'badge',
      said: 'no longer in it',
      gone: true,
    },
  ]);
});

it('shows an update without number and title as what it is, and says when there is none', () => {
  const [one] = record.packages;
  if (!one) throw new TypeError('the sample has updates');
  const { title: _, ...untitled } = one;
  const [row] = rows({ ...record, packages: [{ ...untitled, kb: '' }] });
  expect(row?.querySelector('a')).toBeNull();
  expect(row?.querySelector('.what')?.text).toBe('An update');
  expect(parse(updatesSection({ ...record, packages: [] }, undefined).text).text).toContain(
    'None: Windows is as the ISO has it.',
  );
});
