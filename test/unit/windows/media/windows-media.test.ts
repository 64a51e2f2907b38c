import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IsoReader } from '../../../../src/archives/iso/iso-reader.ts';
import { checkIsoHash, inspectMedia, type WindowsMedia } from '../../../../src/windows/media/windows-media.ts';

/** A disc that holds these files of 10 bytes and more, the later the larger. */
function disc(...paths: string[]): IsoReader {
  const members = paths.map((path, index) => ({ path, size: 10 + index, isFolder: false }));
  return { path: '/x/w.iso', list: () => Promise.resolve(members) } as unknown as IsoReader;
}
const inspect = (...paths: string[]): Promise<WindowsMedia> => inspectMedia(disc(...paths));

describe('inspectMedia', () => {
  it('finds the image and the folder of features, as the disc spells them', async () => {
    const iso = disc('setup.exe', 'Sources/Install.WIM', 'SOURCES/SxS/a/b.cab', 'sources/sxs/c.cab');
    expect(await inspectMedia(iso)).toEqual({
      iso: '/x/w.iso',
      disc: iso,
      imageMember: 'Sources/Install.WIM',
      imageParts: ['Sources/Install.WIM'],
      imageSize: 11,
      sxsMember: 'SOURCES/SxS',
      hasNetFx3: false,
      setupMembers: [],
    });
  });

  it('takes a WIM before an ESD, and an ESD before a split image', async () => {
    const all = ['sources/install.swm', 'sources/install.esd', 'sources/install.wim'];
    expect((await inspect(...all)).imageMember).toBe('sources/install.wim');
    expect((await inspect(...all.slice(0, 2))).imageMember).toBe('sources/install.esd');
    expect((await inspect('sources/install.esd')).sxsMember).toBeUndefined();
    expect((await inspect('sources/install.esd', 'x/sources/sxs/a', 'sources/sxsx/a')).sxsMember).toBeUndefined();
  });

  it.each([
    [true, 'sources/sxs/microsoft-windows-netfx3-ondemand-package.cab'],
    [true, 'Sources/SXS/Microsoft-Windows-NetFx3-OnDemand-Package~31bf3856ad364e35~amd64~~.cab'],
    [false, 'sources/sxs/microsoft-windows-netfx3-ondemand-package.cab.txt'],
    [false, 'sources/sxs/old/microsoft-windows-netfx3-ondemand-package.cab'],
    [false, 'sources/sxs/microsoft-windows-internetexplorer-optional-package.cab'],
  ])('says %s to .NET 3.5 for %s', async (has, path) => {
    expect((await inspect('sources/install.wim', path)).hasNetFx3).toBe(has);
  });

  it('names what lies there for Windows Setup alone, each once', async () => {
    const { setupMembers } = await inspect(
      ...['sources/install.wim', 'AutoUnattend.xml', 'sources/unattend.xml', 'sources/$oem$/$$/a.cmd'],
      ...['sources/$oem$/$1/b.txt', '$WinPEDriver$/x/x.inf', 'docs/autounattend.xml', 'sources/unattend.xml.txt'],
    );
    expect(setupMembers).toEqual(['AutoUnattend.xml', 'sources/unattend.xml', 'sources/$oem$', '$WinPEDriver$']);
  });

  it('takes all parts of a split image, in the order of their numbers', async () => {
    const media = await inspect(
      'sources/install10.swm',
      'sources/install2.SWM',
      'sources/install.swm',
      'sources/installx.swm',
      'x/sources/install3.swm',
      'sources/install4.swm.txt',
    );
    expect(media.imageParts).toEqual(['sources/install.swm', 'sources/install2.SWM', 'sources/install10.swm']);
    expect(media.imageSize).toBe(10 + 11 + 12);
    expect(media.imageMember).toBe('sources/install.swm');
  });

  it.each([['setup.exe'], ['SETUP64.EXE']])('knows the disc of VMware Tools by %s', async (setup) => {
    await expect(inspect(setup, 'VMware Tools64.msi')).rejects.toMatchObject({
      code: 'not-windows-media',
      message: '/x/w.iso is an ISO of VMware Tools, not of Windows',
      hint: expect.stringContaining('belongs to extract-drivers'),
    });
  });

  it.each([
    [['setup.exe', 'other.txt'], 'setup.exe, other.txt'],
    [['x/setup.exe', 'vmwaretools.msi'], 'x, vmwaretools.msi'],
    [['setup.exe.txt', 'vmwaretools.msi'], 'setup.exe.txt, vmwaretools.msi'],
    [['a/1', 'a/2', 'b'], 'a, b'],
    [Array.from({ length: 10 }, (_, index) => `f${index}`), 'f0, f1, f2, f3, f4, f5, f6, f7'],
    [[], 'nothing'],
  ])('says of %j what it holds', async (paths, held) => {
    await expect(inspect(...paths)).rejects.toMatchObject({
      code: 'not-windows-media',
      message: `/x/w.iso has no sources/install.wim, install.esd or install.swm (it holds: ${held})`,
    });
  });
});

describe('checkIsoHash', () => {
  const { signal } = new AbortController();
  let folder: string;
  let iso: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stillframe-iso-'));
    iso = join(folder, 'w.iso');
    await writeFile(iso, 'disc');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const digest = createHash('sha256').update('disc').digest('hex');

  it('is content with the hash, and where none is expected', async () => {
    expect(await checkIsoHash(iso, digest, signal)).toBe(digest);
    expect(await checkIsoHash(iso, undefined, signal)).toBe(digest);
  });

  it('says what it is and what it should be', async () => {
    await expect(checkIsoHash(iso, 'abc', signal)).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: `The ISO ${iso} has the SHA-256 ${digest}, expected was abc`,
    });
  });

  it.each([undefined, 'abc'])('says that it is not there, hash %s', async (expected) => {
    await expect(checkIsoHash(join(folder, 'none.iso'), expected, signal)).rejects.toMatchObject({
      code: 'file-missing',
      message: expect.stringContaining('(input iso) does not exist'),
    });
  });
});
