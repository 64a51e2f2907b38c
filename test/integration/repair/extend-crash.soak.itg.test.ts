import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { composedDisk } from '../../../src/disk/composed-disk.ts';
import type { WritableDisk } from '../../../src/disk/disk.ts';
import { buildGpt, placePartitions } from '../../../src/disk/gpt/gpt-writer.ts';
import { BASIC_DATA_TYPE, RECOVERY_TYPE } from '../../../src/disk/gpt/partition-types.ts';
import { readLayout } from '../../../src/disk/layout.ts';
import { type OverlayDisk, overlayDisk } from '../../../src/disk/overlay-disk.ts';
import { openRawDisk } from '../../../src/disk/raw-disk.ts';
import { repairDisk } from '../../../src/repair/repair-disk.ts';
import { tools } from '../../media/media-tools.ts';
import { GUIDS } from '../../unit/disk/sample-disk.ts';

const MIB = 2 ** 20;
const WINDOWS = 24 * MIB;
const RECOVERY = 40 * MIB;
const CONTENT = 'what must survive '.repeat(40_000);
let work = '';
let volume = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-extend-'));
  volume = join(work, 'windows');
  const file = await open(volume, 'w');
  await file.truncate(WINDOWS);
  await file.close();
  await tools.run('mkntfs', ['-Q', '-F', '-p', '2048', '-H', '255', '-S', '63', '-s', '512', volume]);
  await writeFile(join(work, 'content'), CONTENT);
  await tools.run('ntfscp', [volume, join(work, 'content'), 'content.txt']);
});
afterAll(() => rm(work, { recursive: true }));

/** Windows with Recovery right behind it. */
async function freshDisk(): Promise<OverlayDisk> {
  const size = WINDOWS + RECOVERY + 4 * MIB;
  const partitions = placePartitions(size, [
    { typeGuid: BASIC_DATA_TYPE, guid: GUIDS.windows, name: 'Windows', size: WINDOWS },
    { typeGuid: RECOVERY_TYPE, guid: GUIDS.recovery, name: 'Recovery', size: RECOVERY },
  ]);
  return overlayDisk(
    composedDisk(size, [
      ...buildGpt({ diskSize: size, diskGuid: GUIDS.disk, partitions }),
      { offset: partitions[0]?.offset ?? 0, content: await openRawDisk(volume) },
    ]),
  );
}

function context(): Pick<Context, 'tools' | 'temp' | 'signal' | 'log'> {
  const silent = {
    info: () => {},
    warning: () => {},
    debug: () => {},
    group: (_: string, body: () => Promise<never>) => body(),
  };
  return { log: silent, temp: work, signal: new AbortController().signal, tools };
}

interface Judgement {
  readonly partition: number;
  readonly volume: number;
  /** ntfsresize finds every cluster accounted for. */
  readonly accounted: boolean;
}

/** Windows as ntfs-3g sees it; fails unless it mounts and its file is whole. */
async function judge(disk: WritableDisk): Promise<Judgement> {
  const windows = (await readLayout(disk)).partitions.find(({ guid }) => guid === GUIDS.windows);
  if (!windows) throw new Error('the Windows partition is gone');
  const copy = join(work, 'judged');
  await writeFile(copy, await disk.read(windows.offset, windows.size));
  expect((await tools.run('ntfscat', [copy, 'content.txt'])).stdout).toBe(CONTENT);
  const { stdout, exitCode } = await tools.run('ntfsresize', ['--info', '--force', copy], { okExitCodes: [0, 1] });
  const volume = Number(/Current volume size: (\d+)/.exec(stdout)?.[1]);
  return { partition: windows.size, volume, accounted: exitCode === 0 };
}

it('leaves the old volume or the new one, whole, when it ends after any of its writes; the next run finishes or says what is left', async () => {
  const seen = new Set<string>();
  const left: number[] = [];
  let done = false;
  for (let survived = 0; !done; survived++) {
    const disk = await freshDisk();
    let writes = 0;
    const crashing: WritableDisk = {
      ...disk,
      write: async (offset, data) => {
        if (writes++ >= survived) throw new Error('power cut');
        await disk.write(offset, data);
      },
    };
    done = await repairDisk(crashing, { extend: true }, context()).then(
      () => true,
      (error: Error) => {
        expect(error.message).toBe('power cut');
        return false;
      },
    );
    const now = await judge(disk);
    const size = (bytes: number): string => (bytes > WINDOWS ? 'large' : 'small');
    seen.add(`${size(now.partition)} partition, ${size(now.volume)} volume`);
    const repair = await repairDisk(disk, { extend: true }, context());
    // Where the run before had come to its end, nothing is left to grow over.
    const findings = repair.findings.filter(({ code }) => code !== 'repair-extend-not-adjacent');
    const next = await judge(disk);
    expect(next.partition).toBeGreaterThanOrEqual(WINDOWS + RECOVERY);
    if (now.accounted) {
      expect(findings).toEqual([]);
      expect(next.accounted).toBe(true);
      expect(next.partition - next.volume).toBeLessThanOrEqual(8192);
    } else {
      expect(findings.map(({ code }) => code)).toEqual(['repair-extend-left']);
      left.push(survived);
    }
    if (done) expect(now.accounted).toBe(true);
    await disk.close();
  }
  expect([...seen].sort()).toEqual([
    'large partition, large volume',
    'large partition, small volume',
    'small partition, small volume',
  ]);
  // Between the first of the metadata and the boot sector: the few writes that no order makes one.
  expect(left.length).toBeLessThanOrEqual(6);
});
