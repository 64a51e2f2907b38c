/** One package of each form that Windows Update packages have, with KBs and builds as Microsoft published them in 2026 and before. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildUpdatePackage, type UpdatePackageSpec } from './update-package.ts';

export type SampleUpdateName = keyof typeof SAMPLE_UPDATES;

export const SAMPLE_UPDATES = {
  /** A servicing stack alone: first on 2016, always. */
  stack2016: { kb: 'KB5094141', kind: 'servicing-stack', build: '14393.9230', container: 'cab', date: '2026-06-09' },
  /** A classic container: one cabinet, no servicing stack inside. */
  cumulative2016: { kb: 'KB5087537', kind: 'cumulative', build: '14393.9140', container: 'cab', date: '2026-05-12' },
  /** The last servicing stack of 2019 that stands alone; old media need it first. */
  stack2019: { kb: 'KB5005112', kind: 'servicing-stack', build: '17763.2114', container: 'cab', date: '2021-08-10' },
  /** A combined container: the servicing stack lies beside the cabinet. */
  cumulative2019: {
    kb: 'KB5087538',
    kind: 'cumulative',
    build: '17763.8880',
    stack: '17763.8870',
    container: 'cab',
    date: '2026-05-12',
  },
  /** .NET for the runtime in the box of 2019 … */
  dotnet2019: { kb: 'KB5087061', kind: 'dotnet', build: '17763.8880', container: 'cab', date: '2026-05-12' },
  /** … and for 4.8, which somebody must have installed. */
  dotnet2019Ndp48: {
    kb: 'KB5087066',
    kind: 'dotnet',
    build: '17763.8880',
    container: 'cab',
    mark: 'ndp48',
    date: '2026-05-12',
  },
  cumulative2022: {
    kb: 'KB5087545',
    kind: 'cumulative',
    build: '20348.5100',
    stack: '20348.5090',
    container: 'cab',
    date: '2026-05-12',
  },
  /** A checkpoint of 2025: needed by what comes after it, in the same folder. */
  checkpoint2025: {
    kb: 'KB5043080',
    kind: 'cumulative',
    build: '26100.1742',
    stack: '26100.1738',
    container: 'wim',
    date: '2024-09-10',
  },
  cumulative2025: {
    kb: 'KB5087539',
    kind: 'cumulative',
    build: '26100.32860',
    stack: '26100.32850',
    container: 'wim',
    date: '2026-05-12',
  },
  /** For machines enrolled for hotpatching only; marked inside. */
  hotpatch2025: {
    kb: 'KB5087423',
    kind: 'cumulative',
    build: '26100.32772',
    stack: '26100.32850',
    container: 'wim',
    hotpatch: true,
    date: '2026-05-12',
  },
} as const satisfies Readonly<Record<string, UpdatePackageSpec>>;

export interface SampleUpdate {
  /** Absolute path; the name is the one the catalog gives, with the SHA-1. */
  readonly path: string;
  readonly sha256: string;
  readonly spec: UpdatePackageSpec;
}

export type SampleUpdates = Readonly<Record<SampleUpdateName, SampleUpdate>>;

/** What the packages in `folder` are, whether or not they are written yet. */
export function sampleUpdates(folder: string): SampleUpdates {
  const entries = Object.entries(SAMPLE_UPDATES).map(([name, spec]) => {
    const { name: fileName, sha256 } = buildUpdatePackage(spec);
    return [name, { path: join(folder, fileName), sha256, spec }] as const;
  });
  return Object.fromEntries(entries) as SampleUpdates;
}

export async function writeSampleUpdates(folder: string): Promise<void> {
  for (const spec of Object.values(SAMPLE_UPDATES)) {
    const { name, bytes } = buildUpdatePackage(spec);
    await writeFile(join(folder, name), bytes);
  }
}
