import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplate } from '../../../src/template/template-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-template-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function load(text: string) {
  const file = join(folder, 'template.yml');
  await writeFile(file, text);
  return loadTemplate(file);
}

const MINIMAL = `name: ws2019
windows:
  product: windows-server-2019
  edition: 2
  iso: { path: media/a.iso, sha256: ${'AB'.repeat(32)} }
`;

describe('loadTemplate', () => {
  it('fills in defaults, resolves units and makes paths absolute', async () => {
    const template = await load(`${MINIMAL}disk: { size: 60 GiB }\nverify: { timeout: 90 s }\n`);
    expect(template.windows).toMatchObject({ edition: '2', iso: { path: join(folder, 'media/a.iso') } });
    expect(template.windows.iso.sha256).toBe('ab'.repeat(32));
    expect(template.disk).toMatchObject({ size: 60 * 2 ** 30, type: 'dynamic' });
    // They are as the layout has them, which the step may choose.
    expect(Object.keys(template.disk)).toEqual(['format', 'type', 'size']);
    expect(template.verify).toEqual({
      level: 'application',
      timeout: 90_000,
      customization: 'none',
      markerScripts: false,
    });
    expect(template.updates.release).toEqual(['latest']);
    expect(template.vm.secureBoot).toBe(true);
    expect(template.runsOn).toEqual(['self-hosted', 'windows', 'x64']);
  });

  it('takes over all that the file says', async () => {
    const template = await load(`${MINIMAL}  language: de-DE
updates: { include: [dotnet], release: [KB5005112, KB5030216], channel: preview, exclude: [KB5005113], media-build: 17763.107 }
drivers: { tools-iso: { path: ../tools.iso, sha256: ${'CD'.repeat(32)} }, include: [pvscsi] }
disk: { size: 40 GiB, type: fixed, esp: 300 MiB, msr: 128 MiB }
customize: { features: [NetFx3], remote-desktop: true, vmware-tools: none, unattend: { file: sub/unattend.xml } }
bake: { seal: generalize, timeout: 90 min }
vm: { cpus: 3, memory: 6 GiB, hardware-version: 15, firmware: bios, disk-controller: nvme, network: lan }
publish: [{ as: vm, datastore: ds }]
runs-on: build
verify: { level: filesystem, timeout: 2 min, customization: generated, marker-scripts: true }
`);
    const { places, ...rest } = template;
    expect(rest).toEqual({
      file: join(folder, 'template.yml'),
      bases: [],
      runsOn: ['build'],
      name: 'ws2019',
      windows: {
        product: 'windows-server-2019',
        edition: '2',
        iso: { path: join(folder, 'media/a.iso'), sha256: 'ab'.repeat(32) },
        language: 'de-DE',
      },
      updates: {
        include: ['dotnet'],
        release: ['KB5005112', 'KB5030216'],
        channel: 'preview',
        exclude: ['KB5005113'],
        mediaBuild: '17763.107',
      },
      drivers: {
        include: ['pvscsi'],
        toolsIso: { path: join(folder, '../tools.iso'), sha256: 'cd'.repeat(32) },
      },
      disk: {
        size: 40 * 2 ** 30,
        format: 'vhd',
        type: 'fixed',
        esp: 300 * 2 ** 20,
        msr: 128 * 2 ** 20,
      },
      customize: {
        features: ['NetFx3'],
        remoteDesktop: true,
        vmwareTools: 'none',
        unattend: join(folder, 'sub/unattend.xml'),
      },
      bake: { on: 'vsphere', seal: 'generalize', timeout: 5_400_000 },
      vm: {
        cpus: 3,
        memory: 6 * 2 ** 30,
        hardwareVersion: 15,
        firmware: 'bios',
        secureBoot: false,
        diskController: 'nvme',
        network: 'lan',
      },
      publish: [{ as: 'vm', datastore: 'ds' }],
      verify: { level: 'filesystem', timeout: 120_000, customization: 'generated', markerScripts: true },
    });
    expect(places.get('vm.cpus')).toEqual({ file: join(folder, 'template.yml'), line: 12, column: 13 });
  });

  it.each([
    ['', { on: 'none', seal: 'none', timeout: 10_800_000 }],
    ['bake: {}', { on: 'vsphere', seal: 'none', timeout: 10_800_000 }],
    ['bake: { on: none }', { on: 'none', seal: 'none', timeout: 10_800_000 }],
  ])('bakes with "%s" so', async (text, bake) => {
    expect((await load(`${MINIMAL}${text}\n`)).bake).toEqual(bake);
  });

  it('seals nothing that is never started', async () => {
    await expect(load(`${MINIMAL}bake: { on: none, seal: generalize }\n`)).rejects.toThrow(
      /bake\.seal: "generalize" is not allowed here/,
    );
  });

  it('leaves out what the file leaves out, and keeps an address as it is', async () => {
    const url = `iso: { url: 'https://mirror/a.iso', sha256: ${'AB'.repeat(32)} }`;
    const { windows, updates, drivers, customize } = await load(MINIMAL.replace(/iso: .*/, url));
    expect(windows.iso).toEqual({ url: 'https://mirror/a.iso', sha256: 'ab'.repeat(32) });
    expect(updates).not.toHaveProperty('mediaBuild');
    expect(drivers).not.toHaveProperty('toolsIso');
    expect(customize).not.toHaveProperty('unattend');
    const { windows: unpinned } = await load(MINIMAL.replace(/, sha256: \w+/, ''));
    expect(unpinned.iso).toEqual({ path: join(folder, 'media/a.iso') });
  });

  it.each([
    ['efi, secure-boot: false', false],
    ['efi, secure-boot: true', true],
    ['efi', true],
  ])('boots securely with firmware %s: %s', async (firmware, secureBoot) => {
    expect((await load(`${MINIMAL}vm: { firmware: ${firmware} }\n`)).vm.secureBoot).toBe(secureBoot);
  });

  it.each([
    [
      'an unknown key',
      `${MINIMAL}disk: { siez: 40 GiB }\n`,
      '6:9',
      'unknown key "siez" in disk',
      'Did you mean "size"?',
    ],
    ['an unknown key at the top', `${MINIMAL}dsik: {}\n`, '6:1', 'unknown key "dsik"', 'Did you mean "disk"?'],
    ['a size without unit', `${MINIMAL}disk: { size: 40 }\n`, '6:15', 'disk.size is a number', '40 GiB'],
    ['an unknown unit', `${MINIMAL}disk: { size: 40 Gb }\n`, '6:15', 'disk.size: "40 Gb"', '40 GiB'],
    [
      'a wrong product',
      MINIMAL.replace('2019\n  ed', '2091\n  ed'),
      '3:12',
      '"windows-server-2091"',
      'windows-server-2019',
    ],
    [
      'a missing key',
      'name: x\nwindows: { product: windows-server-2019, edition: 1 }\n',
      '2:10',
      'lacks the key "iso"',
      'Add "iso',
    ],
    ['a password', `${MINIMAL}customize: { administrator-password: x }\n`, '6:14', 'unknown key', 'Secrets never'],
    [
      'both path and url',
      `name: x\nwindows: { product: windows-server-2019, edition: 1, iso: { path: a, url: 'https://b' } }\n`,
      '2:59',
      'windows.iso',
      '',
    ],
    ['broken YAML', 'name: [x\n', '2:1', 'not valid YAML', ''],
    ['an empty file', '', '1:1', 'not a mapping', 'examples/'],
    ['a wrong month', `${MINIMAL}updates: { release: 2026-1 }\n`, '6:21', 'updates.release', ''],
  ])('refuses %s with line and column', async (_, text, position, message, hint) => {
    const error = await load(text).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'template-invalid' });
    expect((error as Error).message).toContain(`template.yml:${position}: `);
    expect((error as Error).message).toContain(message);
    expect((error as { hint: string }).hint).toContain(hint);
  });

  it('says that the file does not exist', async () => {
    await expect(loadTemplate(join(folder, 'none.yml'))).rejects.toMatchObject({
      code: 'file-missing',
      message: `The template file ${join(folder, 'none.yml')} (input template) does not exist`,
    });
  });
});
