/** What the bundle of build-vhd says of answer files. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { type Chain, openChain } from '../chain/chain-fixture.ts';
import { changedIso } from './changed-iso.ts';

let chain: Chain;
beforeAll(async () => {
  chain = await openChain();
});
afterAll(() => chain.close());

interface Built {
  /** Code and message; `none` for an image. */
  readonly error: string;
  /** `code: seen`. */
  readonly findings: readonly string[];
  /** All that was printed. */
  readonly text: string;
  readonly firstBoot: string | undefined;
}

let builds = 0;
/** @param content of the answer file; undefined for none */
async function build(content: string | undefined, iso = chain.media.windowsIso): Promise<Built> {
  const name = `image-${builds++}`;
  const at = (ending: string): string => join(chain.folder, `${name}.${ending}`);
  if (content !== undefined) {
    const text = `<unattend xmlns="urn:schemas-microsoft-com:unattend">\n${content}\n</unattend>\n`;
    await writeFile(at('xml'), text);
  }
  const unattend = content === undefined ? {} : { unattend: at('xml') };
  const inputs = { iso, edition: '1', size: '2 GiB', esp: '100 MiB', vhd: at('vhd'), report: at('json'), ...unattend };
  const { lines, outputs } = await chain.run('build-vhd', inputs);
  const report = JSON.parse(await readFile(at('json'), 'utf8')) as {
    error?: { code: string; message: string };
    findings: { code: string; seen: string }[];
  };
  return {
    error: report.error === undefined ? 'none' : `[${report.error.code}] ${report.error.message}`,
    findings: report.findings.map(({ code, seen }) => `${code}: ${seen}`),
    text: lines.join('\n'),
    firstBoot: outputs['first-boot'],
  };
}

const SHELL = 'Microsoft-Windows-Shell-Setup';

function pass(name: string, ...components: readonly string[]): string {
  return `<settings pass="${name}">${components.join('')}</settings>`;
}

function component(name: string, body = '', architecture = 'amd64'): string {
  return `<component name="${name}" processorArchitecture="${architecture}" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">${body}</component>`;
}

const password = (value: string): string =>
  `<UserAccounts><AdministratorPassword><Value>${value}</Value><PlainText>true</PlainText></AdministratorPassword></UserAccounts>`;

const key = (value: string): string => pass('specialize', component(SHELL, `<ProductKey>${value}</ProductKey>`));

describe('an answer file that Windows would stop at is refused', () => {
  it.each([
    [
      'a pass that there is none of',
      pass('oobeSytem', component(SHELL)),
      /no pass "oobeSytem"; did you mean "oobeSystem"/,
    ],
    [
      'a component that there is none of',
      pass('oobeSystem', component('Microsoft-Windows-Shel-Setup')),
      /no component Microsoft-Windows-Shel-Setup; did you mean "Microsoft-Windows-Shell-Setup"/,
    ],
    [
      'a component of another pass',
      pass('specialize', component('Microsoft-Windows-Setup')),
      /Microsoft-Windows-Setup is of the pass windowsPE/,
    ],
    ['a component that stands twice', pass('oobeSystem', component(SHELL), component(SHELL)), /stands twice/],
    [
      'another architecture',
      pass('oobeSystem', component(SHELL, '', 'x86')),
      /is for x86; Windows Server takes amd64 only/,
    ],
    [
      'a password that the policy refuses',
      pass('oobeSystem', component(SHELL, password('letmein'))),
      /Windows will not take the password of Administrator: it has not 3 of/,
    ],
    [
      'a key of another edition',
      key('WMDGN-G9PQG-XVVXX-R3X43-63DFG'),
      /volume licence key of Windows Server 2019 Datacenter, but the image is "Windows Server 2019 Standard"/,
    ],
    ['a key that is none', key('AAAAA-BBBBB'), /ProductKey is not of the form/],
  ])('D.23 for %s', async (_, content, message) => {
    const { error, text } = await build(content);
    expect(error).toMatch(message);
    expect(error).toContain('[input-invalid]');
    expect(text).not.toMatch(/letmein|WMDGN|AAAAA-BBBBB/);
  });

  it('D.23 for a key on evaluation media, which take none', async () => {
    const change = { properties: { 'WINDOWS/EDITIONID': 'ServerStandardEval' } };
    const folder = join(chain.folder, 'evaluation');
    const iso = await changedIso(folder, change, createToolRunner(new AbortController().signal));
    // The key of Windows Server 2019 Standard.
    const { error } = await build(key('N69G4-B89J2-4G8F4-WWYCC-J464C'), iso);
    expect(error).toMatch(/ProductKey on evaluation media/);
  });

  it('D.23 with what is only doubtful told beside, and no password shown', async () => {
    const { error, text } = await build(
      [
        pass('offlineServicing', component('Microsoft-Windows-LUA-Settings')),
        pass('windowsPE', component('Microsoft-Windows-Setup')),
        pass('oobeSytem', component(SHELL, password('hunter2'), 'x86')),
      ].join('\n'),
    );
    expect(error).toMatch(/no pass "oobeSytem"[\s\S]*is for x86/);
    const warnings = text.split('\n').filter((line) => line.startsWith('::warning'));
    for (const word of [
      /offlineServicing does nothing here/,
      /windowsPE does nothing here/,
      /password in plain text/,
    ]) {
      expect(warnings.filter((line) => word.test(line))).toHaveLength(1);
    }
    expect(text).not.toContain('hunter2');
  });
});

describe('an answer file that does less than it seems', () => {
  let built: Built;
  beforeAll(async () => {
    built = await build(
      [
        pass('offlineServicing', component('Microsoft-Windows-LUA-Settings')),
        pass('windowsPE', component('Microsoft-Windows-Setup')),
        pass('oobeSystem', component(SHELL, password('Only-for-tests-1'))),
      ].join('\n'),
    );
  });

  it('D.23 has the finding no-effect for each pass that is over when an image is applied', () => {
    const found = built.findings.filter((finding) => finding.startsWith('no-effect'));
    expect(found).toEqual([
      expect.stringMatching(/the pass offlineServicing does nothing here \(Microsoft-Windows-LUA-Settings\)/),
      expect.stringMatching(/the pass windowsPE does nothing here \(Microsoft-Windows-Setup\)/),
    ]);
    expect(built.error).toBe('none');
  });

  it('D.23 has a finding for its password in plain text, which is not shown', () => {
    const found = built.findings.filter((finding) => finding.startsWith('unattend-plain-password'));
    expect(found).toEqual([expect.stringMatching(/password in plain text: AdministratorPassword in line 4/)]);
    expect(built.text).not.toContain('Only-for-tests-1');
  });
});

describe('no answer file', () => {
  it('D.23 is a warning: nobody promises that the first start ends by itself', async () => {
    const { error, text, firstBoot } = await build(undefined);
    expect(error).toBe('none');
    const warnings = text.split('\n').filter((line) => line.startsWith('::warning'));
    expect(warnings.join('\n')).toContain('may wait at the console');
    expect(firstBoot).toBe('[]');
  });
});
