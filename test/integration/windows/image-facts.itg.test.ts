/** An image that is not like the sample one: what the bundle of build-vhd takes from it, and what it reports of it. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeUdfIso } from '../../media/iso/udf-iso.ts';
import { encodeHive } from '../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../media/registry/registry-key.ts';
import { bcdTemplate } from '../../media/windows/bcd-template.ts';
import { databaseOf } from '../../media/windows/driver-database.ts';
import { PVSCSI_DEVICE, pvscsiInf } from '../../unit/drivers/sample-inf.ts';
import { programWithResource } from '../../unit/pe/resource-program.ts';
import { certificateEntry, signedDriver, withCertificates } from '../../unit/pe/sample-program.ts';
import { type Chain, imageInputs, openChain } from '../chain/chain-fixture.ts';
import { createWorkspace, takeApart, type Workspace } from './build-run.ts';

interface Report {
  readonly result: { readonly bootManager: unknown; readonly inBoxDrivers: unknown };
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly seen: string }[];
}

let chain: Chain;
let workspace: Workspace;
let report: Report;
let store: string;

beforeAll(async () => {
  chain = await openChain();
  workspace = await createWorkspace();
  const vhd = join(chain.folder, 'image.vhd');
  const drivers = join(chain.folder, 'drivers');
  await mkdir(drivers);
  await writeFile(join(drivers, 'pvscsi.inf'), pvscsiInf());
  await writeFile(join(drivers, 'pvscsi.sys'), signedDriver());
  await writeFile(join(drivers, 'pvscsi.cat'), 'catalog');
  const file = join(chain.folder, 'report.json');
  const { sha256: _sha256, ...inputs } = imageInputs(chain, vhd);
  const { exitCode, lines } = await chain.run('build-vhd', {
    ...inputs,
    iso: await changedIso(),
    sha256: await hashOf(join(chain.folder, 'changed.iso')),
    edition: '1',
    drivers,
    report: file,
  });
  expect(exitCode, lines.join('\n')).toBe(0);
  report = JSON.parse(await readFile(file, 'utf8')) as Report;
  const { esp } = await takeApart(vhd, workspace.folder, workspace.context);
  await run('mcopy', ['-o', '-i', esp, '::/EFI/Microsoft/Boot/BCD', join(workspace.folder, 'BCD')]);
  store = await run('hivexregedit', ['--export', '--prefix', 'X', join(workspace.folder, 'BCD'), '\\']);
}, 900_000);
afterAll(async () => {
  await workspace.remove();
  await chain.close();
});

async function run(tool: string, args: readonly string[], cwd?: string): Promise<string> {
  return (await workspace.context.tools.run(tool, args, cwd === undefined ? {} : { cwd })).stdout;
}

async function hashOf(path: string): Promise<string> {
  return (await run('sha256sum', [path])).slice(0, 64);
}

/** The sample ISO with another boot manager, boot template and driver database in its first image. */
async function changedIso(): Promise<string> {
  const root = join(chain.folder, 'root');
  await run('7zz', ['x', '-y', '-bd', `-o${root}`, chain.media.windowsIso]);
  const hive = (name: string, notation: KeyNotation): Buffer =>
    encodeHive(registryKey('ROOT', notation), name, 0x01d8_0000_0000_0000n, Buffer.alloc(48));
  const signature = await readFile(new URL('../../fixtures/pe/signature-2023.der', import.meta.url));
  const svn = programWithResource({ type: 10, name: 'BOOTMGRSECURITYVERSIONNUMBER', data: Buffer.from([0, 0, 9, 0]) });
  const files: Readonly<Record<string, Buffer>> = {
    'Windows/Boot/EFI/bootmgfw.efi': withCertificates(svn, certificateEntry(signature)),
    'Windows/System32/config/BCD-Template': hive('BCD-Template', changedTemplate()),
    'Windows/System32/config/DRIVERS': hive(
      'DRIVERS',
      databaseOf([{ inf: 'pvscsii.inf', service: 'pvscsi', ids: [PVSCSI_DEVICE], version: '1.3.40.0' }]),
    ),
  };
  const commands = join(chain.folder, 'commands');
  let text = '';
  for (const [index, [path, content]] of Object.entries(files).entries()) {
    const source = join(chain.folder, `changed-${index}`);
    await writeFile(source, content);
    text += `add ${source} /${path}\n`;
  }
  await writeFile(commands, text);
  const wim = join(root, 'sources', 'install.wim');
  await run('chmod', ['u+w', wim]);
  await run('sh', ['-c', 'wimlib-imagex update "$0" 1 < "$1"', wim, commands]);
  const iso = join(chain.folder, 'changed.iso');
  await writeUdfIso(root, iso, 'SSS_X64FRE_EN-US_DV9');
  return iso;
}

function changedTemplate(): KeyNotation {
  const template = bcdTemplate();
  const loader = {
    Description: { Type: 0x10200003 },
    Elements: {
      '12000002': { Element: '\\Windows\\system32\\winload.efi' },
      '12000004': { Element: 'Windows of the Image' },
      '25000020': { Element: Buffer.from([3, 0, 0, 0, 0, 0, 0, 0]) },
      '250000c2': { Element: Buffer.from([0, 0, 0, 0, 0, 0, 0, 0]) },
    },
  };
  const objects = template.Objects as KeyNotation;
  return { ...template, Objects: { ...objects, '{b012b84d-c47c-4ed5-b722-c0c42163e569}': loader } };
}

it("D.24 takes description, execution policy and menu policy of the loader from the image's own template", () => {
  const values = store.split('\n\n').flatMap((key) => {
    const [, id = '', value = ''] = /\\Elements\\(12000004|25000020|250000c2)\]\n"Element"=(.*)/.exec(key) ?? [];
    return id === '' ? [] : [`${id}: ${text(value)}`];
  });
  // The store has one loader: what stands here is its, and the boot manager's description.
  expect(values).toEqual(expect.arrayContaining(['12000004: Windows of the Image', '25000020: 3', '250000c2: 0']));
  expect(values.filter((value) => value.startsWith('25000020'))).toHaveLength(1);

  /** A text, or the number of eight bytes. */
  function text(value: string): string {
    const bytes = Buffer.from(/^hex\(\d\):(.*)/.exec(value)?.[1]?.replaceAll(',', '') ?? '', 'hex');
    if (bytes.length === 8) return String(bytes.readBigUInt64LE(0));
    return bytes.length > 0 ? bytes.toString('utf16le').replace(/\0$/, '') : value.replaceAll('"', '');
  }
});

it('D.24 names signer, authority and security version of the boot manager', () => {
  expect(report.result.bootManager).toEqual({
    signer: 'Sample Windows',
    issuer: 'Sample UEFI CA 2023',
    year: 2023,
    svn: '9.0',
  });
  const finding = report.findings.find(({ code }) => code === 'boot-manager-2023');
  expect(finding).toMatchObject({ severity: 'warning', seen: expect.stringContaining('security version 9.0') });
});

it('D.24 reads the drivers inside Windows from the image', () => {
  expect(report.result.inBoxDrivers).toEqual([
    { device: PVSCSI_DEVICE, inf: 'pvscsii.inf', version: '1.3.40.0', proven: true },
  ]);
  const finding = report.findings.find(({ code }) => code === 'driver-not-newer-than-in-box');
  expect(finding?.seen).toContain('pvscsi.inf 1.3.25.0 is not newer than pvscsii.inf 1.3.40.0');
});
