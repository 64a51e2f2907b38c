/** Records of releases for tests. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeRecord, type ReleaseFacts } from '../../../src/release/make-record.ts';
import { readReports } from '../../../src/release/read-reports.ts';
import type { ReleaseRecord } from '../../../src/release/release-record.ts';
import { ALL, type SampleReport, sampleReport, sha, writeReports } from './sample-reports.ts';

export const FACTS: ReleaseFacts = {
  name: 'ws2019',
  files: [{ role: 'template', name: 'ws2019.yml', sha256: sha('template') }],
  bundle: sha('bundle'),
  run: {
    at: '2026-11-28T09:00:00.000Z',
    id: '4711',
    repository: 'corp/templates',
    runner: { name: 'builder-7', system: 'Linux 6.1.0', arch: 'X64', node: '24.21.0' },
  },
};

/** @param reports default: those of a whole release */
export async function sampleRecord(
  facts: Partial<ReleaseFacts> = {},
  reports: readonly SampleReport[] = ALL.map((action) => sampleReport(action)),
): Promise<ReleaseRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-record-'));
  try {
    return makeRecord(await readReports(writeReports(folder, reports)), { ...FACTS, ...facts });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The release a month before: older updates, another driver, a smaller OVA. */
export async function previousRecord(): Promise<ReleaseRecord> {
  const record = await sampleRecord({ run: { ...FACTS.run, at: '2026-10-20T09:00:00.000Z', id: '4600' } });
  const old = {
    kb: 'KB5070883',
    kind: 'cumulative',
    title: '2026-10 Cumulative Update',
    build: '17763.9500',
    file: 'old.msu',
    sha256: sha('old'),
  };
  return {
    ...record,
    windows: { ...record.windows, build: '17763.9500' },
    packages: [old, ...record.packages.filter(({ kb }) => kb === 'KB5012170')],
    drivers: [{ ...record.drivers[0], version: '1.3.20.0' }] as ReleaseRecord['drivers'],
    features: [],
    ova: { ...record.ova, sha256: sha('ova before'), size: 5 * 2 ** 30 },
  };
}
