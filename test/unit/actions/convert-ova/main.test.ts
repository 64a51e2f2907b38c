/** A small raw disk becomes an OVA: what main hands on, says and holds. */

import { createHash, verify, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConvertOvaInputs } from '../../../../actions/convert-ova/inputs.ts';
import * as convertOva from '../../../../actions/convert-ova/inputs.ts';
import { type ConvertOvaResult, main } from '../../../../actions/convert-ova/main.ts';
import { openOva } from '../../../../src/ova/ova-package.ts';
import { type PlayedContext, playedContext } from '../played-context.ts';
import { prepareInputs } from '../prepare-inputs.ts';

const MIB = 2 ** 20;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-convert-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function convert(
  more: Partial<ConvertOvaInputs> = {},
): Promise<{ result: ConvertOvaResult; context: PlayedContext }> {
  const disk = join(folder, 'a.raw');
  const bytes = Buffer.alloc(2 * MIB);
  bytes.write('data', MIB);
  await writeFile(disk, bytes);
  const ova = join(folder, 'out', 'deep', 'ws.ova');
  const inputs = await prepareInputs(convertOva, {
    disk,
    ova,
    product: 'windows-server-2022',
    'skip-free-space': 'false',
  });
  const context = playedContext(folder);
  return { result: await main({ ...inputs, ...more }, context), context };
}

it('packs the disk, and tells what it made', async () => {
  const { result, context } = await convert();
  const bytes = await readFile(result.ova);
  expect(result).toMatchObject({
    ova: join(folder, 'out', 'deep', 'ws.ova'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    capacity: 2 * MIB,
    engine: 'native',
    format: 'raw',
    level: 1,
    guestId: 'windows2019srv_64Guest',
    toolsInstalled: false,
    freeSpace: [],
    unallocated: 0,
  });
  expect(context.held).toEqual(['path', '-path']);
  expect(context.said.info[0]).toMatch(/a\.raw: 2 MiB, raw$/);
  expect(context.said.info).toContain('100 % of the disk packed');
  expect(context.said.info.at(-1)).toMatch(new RegExp(`ws\\.ova: [0-9.]+ KiB, SHA-256 ${result.sha256}$`));
  const ova = await openOva(result.ova);
  try {
    expect([...ova.members.keys()].filter((name) => name.endsWith('.vmdk'))).toHaveLength(1);
    expect(ova.ovf.machine.guestId).toBe('windows2019srv_64Guest');
  } finally {
    await ova.close();
  }
});

it('signs the manifest with the key that it is given, and with none else', async () => {
  const fixtures = join(import.meta.dirname, '../../../fixtures/ova');
  const [key, certificate] = ['sign-key.pem', 'sign-certificate.pem'].map((name) => join(fixtures, name));
  const { signer } = await prepareInputs(convertOva, {
    ...{ disk: 'a.raw', ova: 'b.ova', product: 'windows-server-2022' },
    ...{ 'sign-key': key ?? '', 'sign-certificate': certificate ?? '' },
  });
  const members = async (more: Partial<ConvertOvaInputs>): Promise<ReadonlyMap<string, string>> => {
    const ova = await openOva((await convert(more)).result.ova);
    try {
      const signed = [...ova.members].filter(([name]) => /\.(mf|cert)$/.test(name));
      const texts = signed.map(
        async ([name, { offset, size }]) => [name, (await ova.source.read(offset, size)).toString()] as const,
      );
      return new Map(await Promise.all(texts));
    } finally {
      await ova.close();
    }
  };
  expect([...(await members({})).keys()]).toEqual(['ws.mf']);
  const signed = await members(signer ? { signer } : {});
  const [, algorithm = '', signature = ''] =
    /^(SHA\d+)\(ws\.mf\)= ([0-9a-f]+)$/m.exec(signed.get('ws.cert') ?? '') ?? [];
  const said = new X509Certificate(await readFile(certificate ?? ''));
  expect(verify(algorithm, Buffer.from(signed.get('ws.mf') ?? ''), said.publicKey, Buffer.from(signature, 'hex'))).toBe(
    true,
  );
});

it('says that the guest id is an older one, only where it is', async () => {
  const { result } = await convert();
  expect(result.findings.filter(({ code }) => code === 'guest-id-fallback')).toEqual([
    {
      code: 'guest-id-fallback',
      severity: 'info',
      seen: 'Hosts of hardware version 14 do not know Microsoft Windows Server 2022 (64-bit); the OVF names windows2019srv_64Guest.',
      remedy: 'Raise hardware-version when all hosts are new enough.',
    },
  ]);
  expect((await convert({ guestFallback: false })).result.findings.map(({ code }) => code)).not.toContain(
    'guest-id-fallback',
  );
});

it('reports an image that is not there', async () => {
  await expect(convert({ disk: join(folder, 'none.vhd') })).rejects.toMatchObject({ code: 'file-missing' });
});

it('leaves no thread behind, neither with an OVA nor without', async () => {
  const ended: Promise<unknown>[] = [];
  const known = (thread: Worker): void => void ended.push(once(thread, 'exit'));
  process.on('worker', known);
  try {
    await convert();
    expect(ended).toHaveLength(Math.min(12, availableParallelism()));
    await expect(convert({ ova: join(folder, 'a.raw', 'in-a-file.ova') })).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect(ended).toHaveLength(2 * Math.min(12, availableParallelism()));
    await Promise.all(ended);
  } finally {
    process.off('worker', known);
  }
});
