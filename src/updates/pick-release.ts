/** Picks the cumulative update out of the release information, and says what else it lists and why that was left out. */

import { PRODUCT_FACTS } from '../products/product.ts';
import type { Finding } from '../report/report.ts';
import { CHANNELS, type Channel } from '../template/template.ts';
import { compareBuilds, formatBuild } from './build-number.ts';
import { compareText } from './compare-text.ts';
import type { ReleaseEntry } from './release-info.ts';
import { channelOfLetter, type ReleaseRequest } from './release-request.ts';
import type { Considered } from './update.ts';

interface ReleaseQuestion {
  readonly release: ReleaseRequest;
  readonly channel: Channel;
  /** KBs never to take. */
  readonly exclude: readonly string[];
}

interface ReleasePick {
  readonly entry: ReleaseEntry | undefined;
  /** Entries as new as the picked one or newer that were left out. */
  readonly considered: readonly Considered[];
  readonly findings: readonly Finding[];
}

/** @param entries of one product, in any order */
export function pickRelease(entries: readonly ReleaseEntry[], question: ReleaseQuestion): ReleasePick {
  const level = CHANNELS.indexOf(question.channel);
  const inTime = entries.filter((entry) => isInTime(entry, question.release)).toSorted(compareEntries);
  const picked = inTime.findLast(
    ({ kb, letter }) => CHANNELS.indexOf(channelOfLetter(letter)) <= level && !question.exclude.includes(kb),
  );
  const passed = picked ? inTime.filter((entry) => compareEntries(entry, picked) > 0) : inTime;
  return {
    entry: picked,
    considered: passed.map((entry) => describe(entry, question)),
    findings: [...(picked ? outOfBandFindings(picked, passed) : [])],
  };
}

function isInTime(entry: ReleaseEntry, release: ReleaseRequest): boolean {
  if (release.kind === 'month') return entry.month === release.month;
  if (release.kind === 'until') return entry.date <= release.date;
  return release.kind === 'latest' || release.kbs.includes(entry.kb);
}

/** Servicing month, then build, then date. */
export function compareEntries(a: ReleaseEntry, b: ReleaseEntry): number {
  return (
    compareText(a.month, b.month) ||
    compareBuilds(a.build, b.build) ||
    compareText(a.date, b.date) ||
    compareText(a.kb, b.kb)
  );
}

function describe(entry: ReleaseEntry, { channel, exclude }: ReleaseQuestion): Considered {
  return {
    kb: entry.kb,
    title: `${entry.month} ${entry.letter}, build ${formatBuild(entry.build)} (release information)`,
    updateId: '',
    date: entry.date,
    chosen: false,
    reason: exclude.includes(entry.kb)
      ? 'excluded by the template'
      : `a release of channel ${channelOfLetter(entry.letter)}; the channel is ${channel}`,
  };
}

/** Both directions are worth saying: a fix that was passed over, and that the choice is one. */
function outOfBandFindings(picked: ReleaseEntry, passed: readonly ReleaseEntry[]): Finding[] {
  const name = PRODUCT_FACTS[picked.product].name;
  if (picked.letter === 'OOB') {
    return [
      {
        code: 'out-of-band-chosen',
        severity: 'info',
        seen: `${picked.kb} of ${picked.date} is an out-of-band release of ${name} (build ${formatBuild(picked.build)}).`,
        remedy: 'Set channel: regular to stay with the Patch Tuesday release.',
      },
    ];
  }
  const newest = passed.findLast((entry) => entry.letter === 'OOB');
  if (!newest) return [];
  return [
    {
      code: 'out-of-band-available',
      severity: 'info',
      seen: `${newest.kb} of ${newest.date} is an out-of-band release newer than ${picked.kb} (build ${formatBuild(newest.build)}).`,
      remedy: 'Set channel: out-of-band when its fix matters to you.',
    },
  ];
}
