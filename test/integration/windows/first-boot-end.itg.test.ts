/** How the first boot of a built image will end, and its answer file made of options, read by ntfs-3g from the disk that the bundle made. */

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chain, openChain } from '../chain/chain-fixture.ts';
import { createWorkspace, type TakenApart, takeApart, type Workspace } from './build-run.ts';

const PASSWORD = 'Only-for-tests-1';
const STAGE = 'Windows/Setup/Stillframe';

let chain: Chain;
let workspace: Workspace;
let parts: TakenApart;
let outputs: Readonly<Record<string, string | undefined>>;
let printed: string;

beforeAll(async () => {
  chain = await openChain();
  workspace = await createWorkspace();
  const drivers = await chain.run('extract-drivers', {
    'tools-iso': chain.media.toolsIso,
    product: 'windows-server-2019',
    directory: join(chain.folder, 'drivers'),
  });
  const vhd = join(chain.folder, 'sealed.vhd');
  const built = await chain.run('build-vhd', {
    ...{ iso: chain.media.windowsIso, edition: '1', size: '2 GiB', esp: '100 MiB', vhd },
    ...{ 'tools-setup': drivers.outputs['tools-setup'] ?? '', 'remote-desktop': 'true' },
    ...{ 'after-first-boot': 'generalize', 'administrator-password': PASSWORD },
    ...{ locale: 'de-DE', 'time-zone': 'W. Europe Standard Time', 'product-key': 'client-setup' },
  });
  printed = built.lines.join('\n');
  expect(built.exitCode, printed).toBe(0);
  ({ outputs } = built);
  const folder = join(workspace.folder, 'parts');
  await mkdir(folder);
  parts = await takeApart(vhd, folder, workspace.context);
});
afterAll(async () => {
  await workspace.remove();
  await chain.close();
});

async function text(path: string): Promise<string> {
  const copy = join(workspace.folder, 'taken');
  await workspace.context.tools.run('sh', ['-c', 'ntfscat "$0" "$1" > "$2"', parts.windows, path, copy]);
  return readFile(copy, 'latin1');
}

it('says what the guest will do, in output, plan and image', async () => {
  expect(outputs['after-first-boot']).toBe('generalize');
  expect(JSON.parse(outputs.plan ?? '')).toMatchObject({ afterFirstBoot: 'generalize' });
  expect(printed).toContain('Afterwards: sysprep generalizes Windows');
  expect(await text(`${STAGE}/after-first-boot.txt`)).toBe('generalize\r\n');
  expect(await text(`${STAGE}/generalize.cmd`)).toContain('Sysprep.exe" /generalize /oobe /quiet /quit');
});

it('has the answers as Windows reads them, and the password hidden in them alone', async () => {
  const answers = await text('Windows/Panther/unattend.xml');
  for (const [name, value] of [
    ['UserLocale', 'de-DE'],
    ['UILanguage', 'en-US'],
    ['TimeZone', 'W. Europe Standard Time'],
    ['ProductKey', 'N69G4-B89J2-4G8F4-WWYCC-J464C'],
    ['fDenyTSConnections', 'false'],
    ['UserAuthentication', '1'],
    ['LogonCount', '999'],
  ]) {
    expect(answers).toContain(`<${name}>${value}</${name}>`);
  }
  const hidden = Buffer.from(`${PASSWORD}AdministratorPassword`, 'utf16le').toString('base64');
  expect(answers).toContain(`<Value>${hidden}</Value>`);
  const clone = await text(`${STAGE}/clone-unattend.xml`);
  expect(clone).toContain('<UserLocale>de-DE</UserLocale>');
  expect(clone).not.toMatch(/Password|ProductKey|AutoLogon/);
  const report = await readFile(outputs.report ?? '', 'utf8');
  for (const secret of [PASSWORD, hidden]) {
    // What is asked of the runner to hide is said to it alone.
    const shown = printed.replaceAll(/^::add-mask::.*$/gm, '');
    expect(`${shown}${report}${JSON.stringify(outputs)}`).not.toContain(secret);
  }
});

const TOOLS = { 'tools-setup': import.meta.filename };
it.each([
  [{ 'after-first-boot': 'shut-down' }, /needs VMware Tools/],
  [{ 'after-first-boot': 'generalize', ...TOOLS }, /no answer file was given/],
  [{ 'after-first-boot': 'generalize', ...TOOLS, locale: 'de-DE' }, /it has no AutoLogon/],
  [{ 'administrator-password': 'simple' }, /Windows will not take the password/],
  [{ 'time-zone': 'Europe/Berlin' }, /Input time-zone/],
])('refuses %j before anything is built', async (changes, words) => {
  const iso = chain.media.windowsIso;
  const given = {
    iso,
    edition: '1',
    size: '2 GiB',
    esp: '100 MiB',
    vhd: join(chain.folder, 'no.vhd'),
    'dry-run': 'true',
  };
  const { exitCode, lines } = await chain.run('build-vhd', { ...given, ...changes });
  expect(exitCode, lines.join('\n')).toBe(1);
  expect(lines.join('\n')).toMatch(words);
});
