import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../actions/extract-drivers/main.ts';
import type { Context } from '../../../src/context.ts';
import {
  type ExtractRequest,
  type ExtractResult,
  extractToolsDrivers,
} from '../../../src/drivers/extract-tools-drivers.ts';
import type { Product } from '../../../src/products/product.ts';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { buildSampleMedia } from '../../media/build.ts';
import { buildToolsIso, type ToolsVariantName } from '../../media/tools/build-tools-iso.ts';
import { sampleInf } from '../../unit/drivers/sample-inf.ts';
import { buildDisc, buildIso, type Files, LAYOUTS, type Layout } from './sample-disc.ts';

const run = promisify(execFile);

let work: string;
let controller: AbortController;
let undo: (() => Promise<void>)[];

beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'stillframe-drivers-'));
  await mkdir(join(work, 'temp'));
  controller = new AbortController();
  undo = [];
});

afterEach(() => rm(work, { recursive: true, force: true }));

function context(): Context {
  const { signal } = controller;
  return {
    log: { info: () => {}, warning: () => {}, debug: () => {}, group: (_title, body) => body() },
    tools: createToolRunner(signal),
    signal,
    temp: join(work, 'temp'),
    onCleanup: (_what, action) => {
      undo.push(action);
      return () => undo.splice(undo.indexOf(action), 1);
    },
    hold: () => () => {},
    rehold: () => {},
  };
}

function extract(iso: string, product: Product, request: Partial<ExtractRequest> = {}): Promise<ExtractResult> {
  const directory = join(work, 'out');
  return extractToolsDrivers(
    { iso, product, drivers: ['pvscsi', 'vmxnet3'], directory, method: 'auto', ...request },
    context(),
  );
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

describe('a Tools disc of each generation', () => {
  // Version of pvscsi and of vmxnet3 that each product must get, and the last folder it comes from.
  it.each<[ToolsVariantName, Product, string[], string]>([
    ['10.3', 'windows-server-2016', ['pvscsi 1.3.10.0 Win8', 'vmxnet3 1.8.3.1 Win8'], 'setup64.exe'],
    ['10.3', 'windows-server-2019', ['pvscsi 1.3.10.0 Win8', 'vmxnet3 1.8.3.1 Win8'], 'setup64.exe'],
    ['10.3', 'windows-server-2025', ['pvscsi 1.3.10.0 Win8', 'vmxnet3 1.8.3.1 Win8'], 'setup64.exe'],
    ['12.4', 'windows-server-2016', ['pvscsi 1.3.25.0 Win8', 'vmxnet3 1.9.10.0 Win8'], 'setup64.exe'],
    ['12.4', 'windows-server-2019', ['pvscsi 1.3.25.0 Win8', 'vmxnet3 1.9.10.0 Win8'], 'setup64.exe'],
    ['12.4', 'windows-server-2022', ['pvscsi 1.3.26.0 Win10', 'vmxnet3 1.9.11.0 Win10'], 'setup64.exe'],
    ['12.5', 'windows-server-2019', ['pvscsi 1.3.25.0 Win8', 'vmxnet3 1.9.10.0 Win8'], 'setup.exe'],
    ['12.5', 'windows-server-2025', ['pvscsi 1.3.26.0 Win10', 'vmxnet3 1.9.11.0 Win10'], 'setup.exe'],
    ['13.0', 'windows-server-2019', ['pvscsi 1.3.25.0 Win8', 'vmxnet3 1.9.10.0 Win8'], 'setup.exe'],
    ['13.0', 'windows-server-2025', ['pvscsi 1.3.26.0 Win10', 'vmxnet3 1.9.19.0 Win11_24H2'], 'setup.exe'],
  ])('%s for %s', async (variant, product, expected, setup) => {
    const result = await extract(await buildToolsIso(variant), product);
    const osFolder = (from: string): string =>
      basename(from) === 'amd64' ? basename(join(from, '..')) : basename(from);
    expect(result.drivers.map(({ name, version, from }) => `${name} ${version} ${osFolder(from)}`)).toEqual(expected);
    expect(basename(result.toolsSetup)).toBe(setup);
    expect(await exists(result.toolsSetup)).toBe(true);
    expect(result.unreadable).toEqual([]);
    for (const { inf, files } of result.drivers) {
      expect((await readdir(join(inf, '..'))).sort()).toEqual([...files].sort());
    }
  });

  it('gives the very bytes that lie on the disc', async () => {
    const iso = await buildToolsIso('12.5');
    const { drivers, toolsVersion } = await extract(iso, 'windows-server-2019', { drivers: ['pvscsi'] });
    expect(toolsVersion).toBe('12.5.0');
    const folder = 'Program Files/VMware/VMware Tools/Drivers/pvscsi/Win8/amd64';
    for (const name of ['pvscsi.inf', 'pvscsi.cat', 'pvscsi.sys']) {
      const { stdout } = await run('7zz', ['x', '-so', iso, `${folder}/${name}`], { encoding: 'buffer' });
      expect(await readFile(join(work, 'out', 'pvscsi', name))).toEqual(stdout);
    }
    expect(drivers[0]).toMatchObject({
      class: 'SCSIAdapter',
      classGuid: '{4d36e97b-e325-11ce-bfc1-08002be10318}',
      hardwareIds: ['PCI\\VEN_15AD&DEV_07C0&SUBSYS_07C015AD', 'PCI\\VEN_15AD&DEV_07C0'],
      date: '2022-03-03',
      architecture: 'amd64',
      services: [{ name: 'pvscsi', startType: 0 }],
    });
  });

  it.each(['iso', 'msi'] as const)('by method %s, with one result for pvscsi', async (method) => {
    const { drivers } = await extract(await buildToolsIso('12.5'), 'windows-server-2019', {
      drivers: ['pvscsi'],
      method,
    });
    expect(drivers.map(({ version }) => version)).toEqual(['1.3.25.0']);
    expect(drivers[0]?.from.startsWith('setup.exe/')).toBe(method === 'msi');
  });

  it('does not unpack the installer when the loose drivers settle it', async () => {
    await extract(await buildToolsIso('12.5'), 'windows-server-2019', { drivers: ['pvscsi'] });
    expect(await readdir(join(work, 'temp'))).not.toContain('installer');
  });

  it('finds drivers by service and by hardware id, and one whose INF file is UTF-16', async () => {
    const drivers = ['vm3d', 'vmxnet3ndis6', 'PCI\\VEN_15AD&DEV_0740'];
    const result = await extract(await buildToolsIso('12.5'), 'windows-server-2019', { drivers });
    expect(result.drivers.map(({ inf }) => inf.slice(join(work, 'out').length))).toEqual([
      '/vm3d/vm3d.inf',
      '/vmxnet3ndis6/vmxnet3.inf',
      '/vmci/vmci.inf',
    ]);
  });
});

describe('a disc whose pvscsi is left to Windows from build 20124 on', () => {
  it.each(['windows-server-2022', 'windows-server-2025'] as const)(
    'says so for %s and takes the rest',
    async (product) => {
      const result = await extract(await buildDisc(LAYOUTS['12.1'], work), product);
      expect(result.drivers.map(({ name, version, newerThanInBox }) => [name, version, newerThanInBox])).toEqual([
        ['vmxnet3', '1.9.11.0', true],
      ]);
      expect(result.inBoxOnly).toMatchObject([{ name: 'pvscsi', inBox: { inf: 'pvscsii.inf', version: '1.3.15.0' } }]);
      expect(result.inBoxOnly[0]?.reasons[0]).toContain('is empty');
      expect((await readdir(join(work, 'out'))).sort()).toEqual(['vmware-tools', 'vmxnet3']);
    },
  );

  it('says when the extracted driver is older than the one in Windows', async () => {
    const { drivers } = await extract(await buildDisc(LAYOUTS['10.3'], work), 'windows-server-2022', {
      drivers: ['vmxnet3'],
    });
    expect(drivers).toMatchObject([{ version: '1.8.3.1', newerThanInBox: false, inBox: { version: '1.8.17.0' } }]);
  });
});

describe('refusals leave nothing behind', () => {
  const fails = async (
    iso: string,
    product: Product,
    code: string,
    message: RegExp,
    request: Partial<ExtractRequest> = {},
  ) => {
    await expect(extract(iso, product, request)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect(await exists(join(work, 'out'))).toBe(false);
  };
  const changed = (layout: Layout, change: (files: Record<string, string | Buffer>) => void): Layout => {
    const loose: Record<string, string | Buffer> = { ...layout.loose };
    change(loose);
    return { ...layout, loose };
  };

  it('a driver that would silently not bind', async () => {
    const iso = await buildDisc(LAYOUTS['13.0'], work);
    await fails(
      iso,
      'windows-server-2019',
      'driver-does-not-bind',
      /vmxnet3.*17763.*Win10\/vmxnet3\.inf.*NTamd64\.10\.0\.\.\.20124/s,
    );
  });

  it('a driver whose file is not there', async () => {
    const layout = changed(LAYOUTS['12.1'], (files) => {
      for (const name of Object.keys(files)) if (name.endsWith('PVSCSI.SYS')) delete files[name];
    });
    await fails(await buildDisc(layout, work), 'windows-server-2019', 'driver-incomplete', /pvscsi\.inf.*pvscsi\.sys/);
  });

  it('a driver that the disc does not have', async () => {
    const iso = await buildToolsIso('12.5');
    await fails(iso, 'windows-server-2019', 'driver-not-found', /"vmxnet"/, { drivers: ['vmxnet'] });
    await expect(extract(iso, 'windows-server-2019', { drivers: ['vmxnet'] })).rejects.toMatchObject({
      hint: expect.stringContaining('Did you mean vmxnet3?'),
    });
  });

  it('a Windows disc, which has a setup.exe too', async () => {
    const { windowsIso } = await buildSampleMedia();
    await fails(windowsIso, 'windows-server-2019', 'not-tools-media', /looks like a Windows installation disc/);
  });

  it.each<[string, Files, RegExp]>([
    ['another disc', { 'readme.txt': 'hello', 'setup.exe': 'MZ' }, /looks like a disc with readme\.txt, setup\.exe/],
    ['the Linux Tools', { 'VMwareTools-10.3.10.tar.gz': 'x', 'manifest.txt': 'nothing' }, /VMware Tools for Linux/],
    ['the ARM Tools', { 'vmxnet3/vmxnet3.inf': '[Version]', 'setup.exe': 'MZ' }, /Windows on ARM/],
  ])('%s', async (_name, files, message) => {
    await fails(await buildIso(files, work, 'Disc'), 'windows-server-2019', 'not-tools-media', message);
  });

  it('a file that is no disc at all', async () => {
    await writeFile(join(work, 'x.iso'), 'not an image');
    await fails(join(work, 'x.iso'), 'windows-server-2019', 'not-tools-media', /not a disc image/);
  });

  it('an INF file that points out of its folder', async () => {
    const inf = sampleInf({ name: 'pvscsi', device: 'A\\B', driverVer: '01/01/2024,1', models: { NTamd64: true } });
    const layout = changed(LAYOUTS['12.1'], (files) => {
      files['Program Files/bad/pvscsi.inf'] = inf.replace('pvscsi.sys = 1', 'pvscsi.sys = 1,..\\..\\..');
    });
    const iso = await buildDisc(layout, work);
    await expect(extract(iso, 'windows-server-2019', { drivers: ['pvscsi'] })).rejects.toThrow(
      'below the folder of the INF file',
    );
    expect(await exists(join(work, 'out'))).toBe(false);
  });

  it('symbolic links on the disc', async () => {
    const tree = join(work, 'linked');
    await mkdir(join(tree, 'drivers'), { recursive: true });
    await writeFile(join(tree, 'VMwareToolsUpgrader.exe'), 'MZ');
    await writeFile(join(tree, 'setup.exe'), 'MZ');
    await writeFile(join(tree, 'drivers/x.inf'), '[Version]');
    await run('ln', ['-s', '/etc/passwd', join(tree, 'drivers/x.sys')]);
    const iso = join(work, 'linked.iso');
    await run('genisoimage', ['-quiet', '-r', '-o', iso, tree]);
    await expect(extract(iso, 'windows-server-2019', { method: 'iso' })).rejects.toThrow('a symbolic link');
  });
});

describe('an extraction into a folder that is not empty', () => {
  it('replaces older drivers, removes what a killed run left, and touches nothing else', async () => {
    const out = join(work, 'out');
    for (const folder of ['pvscsi', 'other', '.stillframe-partial-1234']) {
      await mkdir(join(out, folder), { recursive: true });
      await writeFile(join(out, folder, 'old.txt'), 'old');
    }
    await extract(await buildToolsIso('12.5'), 'windows-server-2019', { drivers: ['pvscsi'] });
    expect((await readdir(out)).sort()).toEqual(['other', 'pvscsi', 'vmware-tools']);
    expect((await readdir(join(out, 'pvscsi'))).sort()).toEqual(['pvscsi.cat', 'pvscsi.inf', 'pvscsi.sys']);
    expect(undo).toEqual([]);
  });
});

describe('the signer of a catalog', () => {
  it('is read where osslsigncode can, without a judgement on it', async () => {
    const sign = join(work, 'sign');
    await mkdir(sign);
    const [key, certificate, content, signed] = ['key', 'certificate', 'content', 'signed'].map((name) =>
      join(sign, name),
    ) as [string, string, string, string];
    await writeFile(content, Buffer.from('3003020101', 'hex'));
    const subject = '/C=US/O=Sample, Inc./CN=Sample Hardware Signer, Inc.';
    await run('openssl', [
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      key,
      '-out',
      certificate,
      '-subj',
      subject,
    ]);
    // A catalog is signed data of the certificate trust list type.
    const type = ['-econtent_type', '1.3.6.1.4.1.311.10.1', '-outform', 'DER', '-nodetach', '-binary', '-nosmimecap'];
    await run('openssl', [
      'cms',
      '-sign',
      '-in',
      content,
      '-signer',
      certificate,
      '-inkey',
      key,
      '-out',
      signed,
      ...type,
    ]);
    const catalog = await readFile(signed);
    const loose = Object.fromEntries(
      Object.entries(LAYOUTS['12.1'].loose).map(([name, data]) => [name, name.endsWith('.cat') ? catalog : data]),
    );
    const iso = await buildDisc({ ...LAYOUTS['12.1'], loose }, work);
    const { drivers } = await extract(iso, 'windows-server-2019', { drivers: ['pvscsi'] });
    expect(drivers[0]?.signer).toEqual({
      name: 'Sample Hardware Signer, Inc.',
      tool: 'osslsigncode',
      status: undefined,
    });
  });
});

describe('the disc by URL', () => {
  it('is downloaded once, verified, and refused when the hash differs', async () => {
    const iso = await buildToolsIso('12.5');
    const bytes = await readFile(iso);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      response.setHeader('content-length', bytes.length).end(bytes);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const location = `http://127.0.0.1:${(server.address() as AddressInfo).port}/VMware-tools-windows.iso`;
      const inputs = {
        product: 'windows-server-2019',
        drivers: ['pvscsi'],
        directory: join(work, 'out'),
        method: 'auto',
        cache: join(work, 'cache'),
        env: {},
      } as const;
      for (let time = 0; time < 2; time++) {
        const { drivers, findings } = await main({ ...inputs, toolsIso: { location, sha256 } }, context());
        expect(drivers).toHaveLength(1);
        expect(findings).toEqual([]);
        await rm(join(work, 'temp'), { recursive: true });
        await mkdir(join(work, 'temp'));
      }
      expect(requests).toBe(1);
      const wrong = { location, sha256: 'a'.repeat(64) };
      await expect(main({ ...inputs, toolsIso: wrong }, context())).rejects.toMatchObject({ code: 'hash-mismatch' });
      const unpinned = { location, sha256: undefined };
      await expect(main({ ...inputs, toolsIso: unpinned }, context())).rejects.toMatchObject({ code: 'input-missing' });
      const local = { location: iso, sha256: 'b'.repeat(64) };
      await expect(main({ ...inputs, toolsIso: local }, context())).rejects.toMatchObject({ code: 'hash-mismatch' });
    } finally {
      server.close();
    }
  });
});

it('stops when the job is cancelled', async () => {
  const iso = await buildToolsIso('12.5');
  const running = extract(iso, 'windows-server-2019');
  controller.abort(new Error('cancelled'));
  await expect(running).rejects.toThrow('cancelled');
  for (const action of undo) await action();
  expect(await exists(join(work, 'out', 'pvscsi'))).toBe(false);
});
