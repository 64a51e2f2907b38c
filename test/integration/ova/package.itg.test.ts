import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildGrainDeflate } from '../../../scripts/build-wasm.ts';
import { encodeTarHeader, tarTrailer } from '../../../src/archives/tar/tar-header.ts';
import { readTarIndex } from '../../../src/archives/tar/tar-index.ts';
import { openFileSource } from '../../../src/files/byte-source.ts';
import { createCommandSigner } from '../../../src/ova/command-signer.ts';
import { createSigner } from '../../../src/ova/signature.ts';
import { readSigningCertificate } from '../../../src/ova/signing-certificate.ts';
import { runUserCommand } from '../../../src/runner/user-command.ts';
import { bundleEntry } from '../../fakes/runner/run-bundle.ts';
import { cot } from '../../judges/cot.ts';
import { cachedFolder } from '../../media/media-cache.ts';
import { randomBytes } from '../../media/sample-content.ts';
import { MACHINE } from '../../unit/ova/machine.ts';
import { convert, makeRaw, programBytes, run } from './convert-case.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MIB = 2 ** 20;

let folder = '';
let image = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-package-'));
  image = join(folder, 'disk.raw');
  await makeRaw(image, 48 * MIB, [
    [0, programBytes(4 * MIB)],
    [20 * MIB, randomBytes('package', 2 * MIB)],
  ]);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

it('signs so that openssl verifies it', async () => {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=stillframe test', '-days', '2', '-nodes', '-newkey', 'rsa:3072'];
  await run('openssl', ['req', '-x509', ...subject, '-keyout', key, '-out', certificate]);
  const signer = createSigner(await readFile(key, 'utf8'), await readFile(certificate, 'utf8'));
  const { folder: unpacked } = await convert(image, join(folder, 'signed.ova'), { signer });
  const names = (await run('tar', ['-tf', join(folder, 'signed.ova')])).trim().split('\n');
  expect(names.map((name) => name.split('.').at(-1))).toEqual(['ovf', 'mf', 'cert', 'vmdk']);
  const member = await readFile(join(unpacked, 'ws2019-std.cert'), 'utf8');
  const signature = /^SHA256\(ws2019-std\.mf\)= ([0-9a-f]+)\n/.exec(member)?.[1] ?? '';
  await writeFile(join(unpacked, 'signature'), Buffer.from(signature, 'hex'));
  await run('openssl', ['x509', '-in', 'ws2019-std.cert', '-pubkey', '-noout', '-out', 'public.pem'], unpacked);
  const verify = ['dgst', '-sha256', '-verify', 'public.pem', '-signature', 'signature', 'ws2019-std.mf'];
  expect(await run('openssl', verify, unpacked)).toContain('Verified OK');
});

it('signs by a command, openssl in place of an HSM, as with the key itself; and leaves nothing when it does not sign', async () => {
  const [key, certificate] = [join(folder, 'hsm key.pem'), join(folder, 'hsm.pem')];
  const subject = ['-subj', '/CN=stillframe hsm', '-days', '2', '-nodes', '-newkey', 'rsa:2048'];
  await run('openssl', ['req', '-x509', ...subject, '-keyout', key, '-out', certificate]);
  const pem = await readFile(certificate, 'utf8');
  const signal = new AbortController().signal;
  const sign = (command: string) =>
    createCommandSigner({
      command,
      certificate: readSigningCertificate(pem),
      temp: folder,
      run: (line, input) => runUserCommand('sign-command', line, input, signal),
    });
  const byKey = await convert(image, join(folder, 'by-key.ova'), {
    signer: createSigner(await readFile(key, 'utf8'), pem),
  });
  for (const [name, command] of Object.entries({
    file: `openssl dgst -sha256 -sign "${key}" -out {signature} {manifest}`,
    printed: `openssl dgst -sha256 -sign "${key}" {manifest}`,
    input: `openssl dgst -sha256 -sign "${key}"`,
  })) {
    const { sha256 } = await convert(image, join(folder, `by-${name}.ova`), { signer: sign(command) });
    expect(sha256).toBe(byKey.sha256);
  }
  const wrong = convert(image, join(folder, 'wrong.ova'), { signer: sign(`openssl dgst -sha512 -sign "${key}"`) });
  await expect(wrong).rejects.toMatchObject({ code: 'input-invalid' });
  const failing = convert(image, join(folder, 'wrong.ova'), { signer: sign('openssl dgst -sign /no/such/key') });
  await expect(failing).rejects.toMatchObject({ name: 'ToolError', tail: expect.stringContaining('/no/such/key') });
  expect((await readdir(folder)).filter((name) => name.startsWith('wrong'))).toEqual([]);
});

it('ends in one clear error on a full disk, with nothing left', async (test) => {
  const small = join(folder, 'small');
  await mkdir(small);
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small]).then(
    () => true,
    () => false,
  );
  if (!mounted) test.skip('a small file system can only be mounted by root');
  try {
    const { code, report } = await convertByAction({ INPUT_DISK: image, INPUT_OVA: join(small, 'x.ova') });
    expect(code).toBe(1);
    expect(report).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(await readdir(small)).toEqual([]);
  } finally {
    await run('umount', [small]);
  }
});

it('tells GNU tar and 7-Zip of members larger than octal digits can say', async () => {
  const size = 9 * 2 ** 30 + 512;
  const archive = join(folder, 'large.ova');
  const header = encodeTarHeader({ name: 'large.vmdk', size, modified: 0 });
  // The member is a hole: neither reader looks at it.
  await makeRaw(archive, 512 + size + tarTrailer(512 + size), [[0, header]]);
  expect(await run('tar', ['-tvf', archive])).toContain(` ${size} `);
  expect(await run('7zz', ['l', '-slt', archive])).toContain(`\nSize = ${size}\n`);
  const source = await openFileSource(archive);
  try {
    expect(await readTarIndex(source)).toEqual([{ name: 'large.vmdk', offset: 512, size }]);
  } finally {
    await source.close();
  }
});

it('leaves nothing when the runner cancels the job', async () => {
  const output = join(folder, 'cancelled');
  await mkdir(output);
  const big = join(folder, 'big.raw');
  await makeRaw(big, 600 * MIB, [[0, programBytes(80 * MIB)]]);
  const inputs = { INPUT_DISK: big, INPUT_OVA: join(output, 'x.ova'), 'INPUT_COMPRESSION-LEVEL': '9' };
  const { code, report } = await convertByAction(inputs, '10 %');
  expect(code).toBe(1);
  expect(report).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await readdir(output)).toEqual([]);
});

it('reads QCOW2 through qemu-img, and not one that leans on another file', async () => {
  const qcow2 = join(folder, 'disk.qcow2');
  await run('qemu-img', ['convert', '-O', 'qcow2', image, qcow2]);
  const ova = join(folder, 'qcow2.ova');
  const { code, report } = await convertByAction({ INPUT_DISK: qcow2, INPUT_OVA: ova });
  expect(code).toBe(0);
  expect(report).toMatchObject({ ok: true, result: { engine: 'qemu-img' } });
  await run('tar', ['-xf', ova, '-C', folder]);
  expect(await run('qemu-img', ['compare', '-f', 'raw', image, join(folder, 'qcow2-disk1.vmdk')])).toContain(
    'identical',
  );

  const overlay = join(folder, 'overlay.qcow2');
  await run('qemu-img', ['create', '-q', '-f', 'qcow2', '-b', '/etc/passwd', '-F', 'raw', overlay]);
  const refused = await convertByAction({ INPUT_DISK: overlay, INPUT_OVA: ova });
  expect(refused.report).toMatchObject({ ok: false, error: { code: 'disk-format-unsupported' } });
});

const CONTROLLERS = [
  ['pvscsi', 'SCSI device types: VirtualSCSI', 'SCSI'],
  ['lsilogicsas', 'SCSI device types: lsilogicsas', 'SCSI'],
  ['sata', 'harddisk @ SATA', 'SATA'],
] as const;

// By day the one that templates have.
it.each(process.env.STILLFRAME_SOAK ? CONTROLLERS : CONTROLLERS.slice(0, 1))(
  'is a whole OVF to COT with its disk at %s',
  async (controller, controllers, place) => {
    const ova = join(folder, `${controller}.ova`);
    // COT knows no digest but SHA-1, which it recomputes.
    await convert(image, ova, { manifest: 'sha1', vm: { ...MACHINE, name: 'Grüße & <Welt>', controller } });
    const said = await cot('info', '--verbose', ova);
    expect(said).not.toMatch(/ERROR|WARNING|tampered/);
    for (const fact of ['vmx-14', '2 4 GiB', 'VmxNet3', 'VM Network', controllers]) {
      expect(said.replace(/ +/g, ' ')).toContain(fact);
    }
    expect(said).toMatch(new RegExp(`Gru-e-Welt-disk1.vmdk +[\\d.]+ MiB +48 MiB +harddisk @ ${place} 0:0`));
  },
);

it('ships the WebAssembly that its source compiles to', async () => {
  const committed = await readFile(join(ROOT, 'src', 'disk', 'vmdk', 'grain-deflate-wasm.ts'), 'utf8');
  expect((await compiled()).replace(/\s/g, '')).toBe(committed.replace(/\s/g, ''));
});

/** Compiled anew where the source, the way or a version of a package is another. */
async function compiled(): Promise<string> {
  const madeOf = ['../../wasm', '../../scripts/build-wasm.ts', '../../package-lock.json'];
  const { folder: kept } = await cachedFolder('grain-deflate', madeOf, async (out) => {
    await writeFile(join(out, 'grain-deflate-wasm.ts'), await buildGrainDeflate());
  });
  return readFile(join(kept, 'grain-deflate-wasm.ts'), 'utf8');
}

interface ActionRun {
  readonly code: number | null;
  readonly report: unknown;
}

/** Runs the action as a process; interrupts it as the runner does once it has printed `until`. */
function convertByAction(inputs: Record<string, string>, until?: string): Promise<ActionRun> {
  const reportPath = join(folder, 'report.json');
  return new Promise((resolve, reject) => {
    const child = spawn(join(ROOT, 'node_modules/node24/bin/node'), [bundleEntry('convert-ova')], {
      env: {
        ...process.env,
        ...inputs,
        INPUT_PRODUCT: 'windows-server-2019',
        INPUT_REPORT: reportPath,
        RUNNER_TEMP: folder,
        GITHUB_OUTPUT: '',
        GITHUB_STEP_SUMMARY: '',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (until !== undefined && chunk.toString().includes(until)) child.kill('SIGINT');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      readFile(reportPath, 'utf8').then((text) => resolve({ code, report: JSON.parse(text) }), reject);
    });
  });
}
