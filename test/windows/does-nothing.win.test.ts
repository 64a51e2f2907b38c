/**
 * Servicing that ends with success and did nothing: for each kind of what an image is serviced with, by both engines of Windows. What was
 * asked for is looked up by its own name, so that each is an error which names it, and no image is kept.
 */

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Product } from '../../src/products/product.ts';
import { runBundle } from '../fakes/runner/run-bundle.ts';
import { buildSampleMedia, type SampleMedia, windowsIsoOf } from '../media/build.ts';
import { NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

const OFTEN = 1000;
const SOAK = process.env.STILLFRAME_SOAK === '1';
const run = promisify(execFile);

let here: string;
let there: WindowsFixture;
let media: SampleMedia;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'stillframe-nothing-'));
  media = await buildSampleMedia();
  there = await openWindows();
});
afterAll(async () => {
  await there.close();
  await rm(here, { recursive: true, force: true });
});

type Inputs = Readonly<Record<string, string>>;
type Update = keyof SampleMedia['updates']['packages'];

const update = (name: Update): Promise<string> => there.bring(media.updates.packages[name].path);

/** The cabinet inside a package of one kind, by itself. */
async function plainCabinet(name: Update): Promise<string> {
  const folder = join(there.folder, 'plain');
  await run('7zz', ['e', '-y', '-bd', `-o${folder}`, media.updates.packages[name].path, 'Windows10.0-*.cab']);
  const [cabinet = ''] = await readdir(folder);
  return there.path('plain', cabinet);
}

async function drivers(): Promise<string> {
  const inputs = { 'tools-iso': media.toolsIso, product: 'windows-server-2019', directory: join(here, 'drivers') };
  const extracted = await runBundle('extract-drivers', inputs, { jobFolder: join(here, 'job') });
  expect(extracted.exitCode).toBe(0);
  await cp(join(here, 'drivers'), join(there.folder, 'Treiber ж'), { recursive: true });
  return there.path('Treiber ж');
}

interface Case {
  readonly fault: string;
  readonly product?: Product;
  readonly inputs: () => Promise<Inputs>;
  readonly error: RegExp;
}

const CASES: Readonly<Record<string, Case>> = {
  'a servicing stack that stands alone': {
    fault: 'stack-nothing',
    inputs: async () => ({ packages: await update('stack2019') }),
    error: /KB5005112 \(Package_for_KB5005112 17763\.2114\.1\.2\) is not among the packages of the image/,
  },
  'the servicing stack beside a cumulative update': {
    fault: 'stack-nothing',
    product: 'windows-server-2022',
    inputs: async () => ({ packages: await update('cumulative2022') }),
    error: /the servicing stack 20348\.5090 of KB5087545 is not among the packages of the image/,
  },
  'a cumulative update': {
    fault: 'cumulative-nothing',
    product: 'windows-server-2022',
    inputs: async () => ({ packages: await update('cumulative2022') }),
    error: /KB5087545 \(Package_for_RollupFix 20348\.5100\.1\.5\) is not among the packages of the image/,
  },
  'a checkpoint that stands alone, of which nobody but the report of fetch-updates tells the build': {
    fault: 'cumulative-nothing',
    product: 'windows-server-2025',
    inputs: async () => {
      const path = await update('checkpoint2025');
      return { packages: JSON.stringify([{ path, kb: 'KB5043080', kind: 'checkpoint', build: '26100.1742' }]) };
    },
    error: /KB5043080 \(Package_for_RollupFix 26100\.1742\) is not among the packages of the image/,
  },
  'an update of .NET': {
    fault: 'dotnet-nothing',
    inputs: async () => ({ packages: await update('dotnet2019') }),
    error: /KB5087061 \(Package_for_DotNetRollup 10\.0\.4800\.5\) is not among the packages of the image/,
  },
  'a plain cabinet': {
    fault: 'add-package-nothing',
    inputs: async () => ({ packages: await plainCabinet('stack2019') }),
    error: /KB5005112 \(Package_for_KB5005112 17763\.2114\.1\.2\) is not among the packages of the image/,
  },
  'a package that is only staged': {
    fault: 'add-package-staged',
    inputs: async () => ({ packages: await update('stack2019') }),
    error: /KB5005112 \(Package_for_KB5005112 17763\.2114\.1\.2\) is only "Staged" there/,
  },
  'a package that DISM lists, and the registry of the finished disk does not': {
    fault: 'add-package-half',
    inputs: async () => ({ packages: await update('stack2019') }),
    error: /on the finished disk KB5005112 \(Package_for_KB5005112 17763\.2114\.1\.2\) is not among the packages/,
  },
  'a feature': {
    fault: 'feature-nothing',
    inputs: async () => ({ features: 'TelnetClient' }),
    error: /the feature TelnetClient is "Disabled"/,
  },
  'a driver': {
    fault: 'add-driver-nothing',
    inputs: async () => ({ drivers: await drivers() }),
    error: /the image has no driver pvscsi\.inf/,
  },
};

/** By day one with each engine. */
const BY_DAY = 'a servicing stack that stands alone';
const chosen = Object.entries(CASES).filter(([name]) => SOAK || name === BY_DAY);

let builds = 0;

describe.each(['dism', 'convert-windowsimage'])('success of the engine %s that did nothing is an error', (engine) => {
  it.each(chosen)('with %s', async (_, { fault, product, inputs, error }) => {
    const folder = `out-${++builds}`;
    await mkdir(join(there.folder, folder));
    const iso = await there.bring(product === undefined ? media.windowsIso : await windowsIsoOf(product));
    const given = { iso, edition: '1', size: '2560 MiB', engine, vhd: there.path(folder, 'x.vhd') };
    const more = await inputs();
    await there.windows.fault(fault, OFTEN);
    const ended = await there.run('build-vhd', { ...given, ...more });
    const { faults } = await there.windows.state();
    await there.windows.fault(fault, 0);
    const printed = ended.lines.join('\n').replaceAll('%0A', '\n');
    expect(ended.exitCode, printed).toBe(1);
    expect(printed.slice(printed.indexOf('::error')), printed).toMatch(error);
    expect(printed).toContain('[servicing-unproven]');
    expect(faults).toEqual([fault]);
    expect(await there.windows.state()).toEqual(NOTHING_LEFT);
    expect(await readdir(join(there.folder, folder))).toEqual([]);
    expect((await there.windows.toolRuns()).filter(({ failure }) => failure !== undefined)).toEqual([]);
  });
});
