import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { OvaPackage } from '../../../src/ova/ova-package.ts';
import { declareFile, filesOf } from '../../../src/upload/ova-files.ts';
import { memorySource } from '../disk/mutated-images.ts';

const ARCHIVE = Buffer.from('<ovf/>..disk-bytes');
const DISK = Buffer.from('disk-bytes');
const sum = (algorithm: string): string => createHash(algorithm).update(DISK).digest('hex');

function ova(
  hrefs: readonly string[],
  digests?: Readonly<Record<string, { algorithm: string; digest: string }>>,
): OvaPackage {
  return {
    path: '/x/ws.ova',
    source: memorySource(ARCHIVE),
    members: new Map([
      ['sub/ws.ovf', { name: 'sub/ws.ovf', offset: 0, size: 6 }],
      ['sub/a b.vmdk', { name: 'sub/a b.vmdk', offset: 8, size: 10 }],
    ]),
    descriptor: { name: 'sub/ws.ovf', text: '<ovf/>' },
    ovf: { files: hrefs.map((href) => ({ id: href, href })) },
    manifest: digests && { name: 'sub/ws.mf', digests: new Map(Object.entries(digests)) },
  } as unknown as OvaPackage;
}
const session = (apiVersion: string) => ({
  about: { fullName: 'x', apiVersion, kind: 'vcenter' as const },
  signal: new AbortController().signal,
});
const FILE = { name: 'a.vmdk', offset: 8, size: 10 };

describe('filesOf', () => {
  it('begins with the descriptor, and has what it refers to, wherever it lies in the archive', () => {
    expect(filesOf(ova(['./a%20b.vmdk']))).toEqual([
      { name: 'ws.ovf', offset: 0, size: 6 },
      { name: 'a%20b.vmdk', offset: 8, size: 10 },
    ]);
  });

  it('refuses a reference to nothing', () => {
    expect(() => filesOf(ova(['c.vmdk']))).toThrow(
      expect.objectContaining({
        code: 'ova-invalid',
        message: '/x/ws.ova: the descriptor names c.vmdk, which is not in the archive',
      }),
    );
  });
});

describe('declareFile', () => {
  it.each([
    ['8.0.3', 'sha256', 'sha256'],
    ['6.8', 'sha512', 'sha512'],
    ['6.7.3', 'sha1', 'sha1'],
    ['7.0', 'sha1', 'sha1'],
  ])('takes on %s the %s of the manifest', async (version, listed, algorithm) => {
    const manifest = { 'a.vmdk': { algorithm: listed, digest: 'the-listed' } };
    expect(await declareFile(session(version), ova([], manifest), FILE)).toEqual({
      name: 'a.vmdk',
      size: 10,
      digest: { algorithm, digest: 'the-listed' },
    });
  });

  it.each([
    ['6.7.3', 'sha1'],
    ['6.8', 'sha256'],
    ['8.0', 'sha256'],
  ])('reads on %s the bytes for their %s where the manifest is of no use', async (version, algorithm) => {
    const digest = { algorithm, digest: sum(algorithm) };
    expect((await declareFile(session(version), ova([]), FILE)).digest).toEqual(digest);
    if (algorithm !== 'sha1') return;
    const manifest = { 'a.vmdk': { algorithm: 'sha256', digest: 'the-listed' } };
    expect((await declareFile(session(version), ova([], manifest), FILE)).digest).toEqual(digest);
  });
});
