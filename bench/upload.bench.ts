/**
 * npm run bench -- upload [--full] [--runs N]: sending a disk to a host, side by side with `curl -T` of the same bytes to the
 * same endpoint. The host is govmomi's plain simulator, which hashes what it gets and keeps nothing.
 */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openRawDisk } from '../src/disk/raw-disk.ts';
import { type OvaPackage, openOva } from '../src/ova/ova-package.ts';
import { writeOva } from '../src/ova/write-ova.ts';
import { formatSize } from '../src/units.ts';
import { connectVsphere } from '../src/vsphere/wire/session.ts';
import { buildVsphereDouble } from '../test/fakes/vsphere/build.ts';
import { startVsphere, type Vsphere } from '../test/fakes/vsphere/start.ts';
import { MACHINE } from '../test/unit/ova/machine.ts';
import { bar } from './lib/bar.ts';
import { BENCH_FOLDER } from './lib/bench-disks.ts';
import { withLease } from './lib/lease.ts';
import { measure, median } from './lib/measure.ts';

const BAR = 0.95;
/** Larger than any buffer, and the same whatever the size of the disk. */
const MEMORY_BAR = 120e6;
const COPY_SIZE = 64 * 2 ** 20;

export async function run(args: readonly string[]): Promise<boolean> {
  const runs = Number(args[args.indexOf('--runs') + 1] ?? 9) || 9;
  await buildVsphereDouble();
  const path = await buildOva(args.includes('--full') ? 4 : 1);
  const ova = await openOva(path);
  const bare = join(BENCH_FOLDER, 'upload.vmdk');
  const size = await extractDisk(ova, bare);
  const vsphere = await startVsphere({ plain: true });
  const ours: number[] = [];
  const curls: number[] = [];
  let peak = 0;
  try {
    for (let turn = 0; turn < runs; turn++) {
      const own = await sendOurs(path, vsphere);
      ours.push(own.seconds);
      peak = Math.max(peak, own.peakMemory);
      curls.push(await sendWithCurl(ova, bare, vsphere));
    }
  } finally {
    await vsphere.close();
    await ova.close();
  }
  return judge(size, ours, curls, peak);
}

function judge(size: number, ours: readonly number[], curls: readonly number[], peak: number): boolean {
  const rate = (times: readonly number[]): string => `${formatSize(Math.round(size / median(times)))}/s`;
  const ratio = median(curls) / median(ours);
  console.log(`\n${formatSize(size)} over TLS on loopback (medians of ${ours.length} runs)`);
  console.log(`  upload-esxi  ${median(ours).toFixed(2)} s  ${rate(ours)}  peak memory ${formatSize(peak)}`);
  console.log(`  curl -T      ${median(curls).toFixed(2)} s  ${rate(curls)}`);
  const fast = bar(`upload: at least ${BAR} of curl's throughput (${ratio.toFixed(2)})`, ratio >= BAR);
  const small = bar(`upload: memory below ${formatSize(MEMORY_BAR)} (${formatSize(peak)})`, peak < MEMORY_BAR);
  return fast && small;
}

async function sendOurs(path: string, vsphere: Vsphere): Promise<{ seconds: number; peakMemory: number }> {
  const { server, username, thumbprint, password } = vsphere;
  const lines: string[] = [];
  const script = join(import.meta.dirname, 'lib/upload-once.ts');
  const { peakMemory } = await measure(
    process.execPath,
    [script, path, server, username, thumbprint],
    { BENCH_PASSWORD: password },
    (line) => lines.push(line),
  );
  return { seconds: Number(/seconds ([\d.]+)/.exec(lines.join('\n'))?.[1]), peakMemory };
}

/** The time curl itself counts, so that neither side's start-up is in it. */
async function sendWithCurl(ova: OvaPackage, bare: string, vsphere: Vsphere): Promise<number> {
  const log = {
    info: () => {},
    warning: () => {},
    debug: () => {},
    group: <T>(_: string, body: () => Promise<T>) => body(),
  };
  const { signal } = new AbortController();
  const session = await connectVsphere({ ...vsphere, tls: { thumbprint: vsphere.thumbprint }, signal, log });
  try {
    return await withLease(session, ova, async ({ url }) => {
      const type = 'Content-Type: application/x-vnd.vmware-streamVmdk';
      const options = [
        '-sS',
        '-k',
        '--http1.1',
        '-X',
        'POST',
        '-H',
        type,
        '-H',
        'Expect:',
        '-f',
        '-w',
        '%{time_total}',
      ];
      const { stdout } = await promisify(execFile)('curl', [...options, '-T', bare, url.href]);
      return Number(stdout);
    });
  } finally {
    await session.close();
  }
}

/** A disk of data that does not compress, so that the bytes sent are as many as those on it. */
async function buildOva(gib: number): Promise<string> {
  await mkdir(BENCH_FOLDER, { recursive: true });
  const path = join(BENCH_FOLDER, `upload-${gib}g.ova`);
  if (existsSync(path)) return path;
  const raw = join(BENCH_FOLDER, `upload-${gib}g.raw`);
  await promisify(execFile)('openssl', ['rand', '-out', raw, String(gib * 2 ** 30)]);
  const disk = await openRawDisk(raw);
  const { signal } = new AbortController();
  await writeOva(disk, path, { vm: MACHINE, level: 1, manifest: 'sha256', modified: 315_532_800, signal });
  await disk.close();
  await promisify(execFile)('rm', [raw]);
  return path;
}

async function extractDisk({ members, source }: OvaPackage, target: string): Promise<number> {
  const member = [...members.values()].find(({ name }) => name.endsWith('.vmdk'));
  if (!member) throw new Error('the OVA has no disk');
  const file = await open(target, 'w');
  for (let done = 0; done < member.size; done += COPY_SIZE) {
    await file.write(await source.read(member.offset + done, Math.min(COPY_SIZE, member.size - done)));
  }
  await file.close();
  return member.size;
}
