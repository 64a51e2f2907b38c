import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startVsphere, type Vsphere } from '../../fakes/vsphere/start.ts';
import { sampleVhd } from '../quiesce/sample-disks.ts';
import { sampleOva } from '../quiesce/sample-ova.ts';
import { type Chain, imageInputs, openChain, TEMPLATE } from './chain-fixture.ts';

/** What a shipped bundle does with bad input: one clear error, exit code 1, nothing left behind. */

let chain: Chain;
let vsphere: Vsphere;
let vhd: string;
let ova: string;
beforeAll(async () => {
  chain = await openChain();
  vsphere = await startVsphere();
  vhd = await sampleVhd();
  ova = await sampleOva({ name: 'ws' });
});
afterAll(async () => {
  await vsphere.close();
  await chain.close();
});

async function expectRefusal(
  { exitCode, lines }: { exitCode: number | null; lines: readonly string[] },
  code: string,
): Promise<string> {
  const errors = lines.filter((line) => line.startsWith('::error'));
  expect(errors, lines.join('\n')).toHaveLength(1);
  expect(errors[0]).toContain(`[${code}]`);
  expect(exitCode).toBe(1);
  const temp = join(chain.folder, 'job', 'temp');
  const left = (await readdir(temp)).filter((name) => name.startsWith('stillframe-'));
  expect(left, 'temporary folders').toEqual([]);
  return errors[0] ?? '';
}

/** A file system of a fixed size is the only honest full disk. */
async function asRoot(program: string, ...args: string[]): Promise<void> {
  if (process.getuid?.() === 0) await promisify(execFile)(program, args);
  else await promisify(execFile)('sudo', ['-n', program, ...args]);
}

async function emptyFolder(name: string): Promise<string> {
  const folder = join(chain.folder, name);
  await mkdir(folder, { recursive: true });
  return folder;
}

describe('the bundles refuse', () => {
  it('an ISO that is not Windows', async () => {
    const folder = await emptyFolder('wrong-iso');
    const inputs = { ...imageInputs(chain, join(folder, 'x.vhd')), iso: chain.media.toolsIso };
    const result = await chain.run('build-vhd', { ...inputs, sha256: chain.media.sha256.toolsIso });
    expect(await expectRefusal(result, 'not-windows-media')).toContain(basename(chain.media.toolsIso));
    expect(await readdir(folder)).toEqual([]);
  });

  it('an ISO whose hash differs', async () => {
    const folder = await emptyFolder('wrong-hash');
    const result = await chain.run('build-vhd', {
      ...imageInputs(chain, join(folder, 'x.vhd')),
      sha256: '0'.repeat(64),
    });
    expect(await expectRefusal(result, 'hash-mismatch')).toContain(chain.media.sha256.windowsIso);
    expect(await readdir(folder)).toEqual([]);
  });

  it('to start without a program that it needs, and says how to install it', async () => {
    const folder = await emptyFolder('missing-tool');
    const programs = await emptyFolder('programs');
    for (const path of (process.env.PATH ?? '').split(delimiter)) {
      for (const name of await readdir(path).catch(() => [])) {
        if (name.startsWith('wimlib')) continue;
        await symlink(join(path, name), join(programs, name)).catch(() => {});
      }
    }
    const result = await chain.run('build-vhd', imageInputs(chain, join(folder, 'x.vhd')), { env: { PATH: programs } });
    expect(await expectRefusal(result, 'tool-missing')).toContain('apt-get install wimtools');
    expect(await readdir(folder)).toEqual([]);
  });

  it('a disk that is full, when writing the image and when writing the OVA', async () => {
    const full = await emptyFolder('full');
    await asRoot('mount', '-t', 'tmpfs', '-o', 'size=6m,mode=0777', 'none', full);
    try {
      await expectRefusal(await chain.run('build-vhd', imageInputs(chain, join(full, 'x.vhd'))), 'disk-full');
      const inputs = { template: TEMPLATE, disk: vhd, ova: join(full, 'x.ova') };
      await expectRefusal(await chain.run('convert-ova', inputs), 'disk-full');
      expect(await readdir(full)).toEqual([]);
    } finally {
      await asRoot('umount', full);
    }
  });

  it('a wrong password, without saying it', async () => {
    const result = await chain.run('upload-esxi', {
      template: TEMPLATE,
      ova,
      server: vsphere.server,
      username: vsphere.username,
      password: 'wrong-Passw0rd',
      thumbprint: vsphere.thumbprint,
    });
    const error = await expectRefusal(result, 'vsphere-login');
    expect(error).not.toContain('wrong-Passw0rd');
    const report = await readFile(result.outputs.report ?? '', 'utf8');
    expect(report).not.toContain('wrong-Passw0rd');
    expect((await vsphere.state()).vms).toEqual([]);
  });
});
