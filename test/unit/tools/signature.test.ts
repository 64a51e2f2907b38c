import { afterEach, describe, expect, it, vi } from 'vitest';
import { ToolError } from '../../../src/errors.ts';
import { commonName, readOsslsigncode, readPowerShell, readSignature } from '../../../src/tools/signature.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';
import { fakeTools } from '../drivers/fake-tools.ts';

afterEach(() => vi.unstubAllGlobals());

describe('commonName', () => {
  it.each([
    ['/C=US/O=Sample, Inc./CN=Sample Signer, Inc.', 'Sample Signer, Inc.'],
    ['/CN=Only', 'Only'],
    ['CN="Sample, Inc.", O="Sample, Inc.", C=US', 'Sample, Inc.'],
    ['O=Sample, CN=Plain Name, C=US', 'Plain Name'],
    ['CN="Say ""hi""", C=US', 'Say "hi"'],
    ['O=Nobody, C=US', undefined],
  ])('%s', (subject, name) => {
    expect(commonName(subject)).toBe(name);
  });
});

describe('readOsslsigncode', () => {
  const text = (calculated: string, verdict: string): string =>
    `Signature Index: 0\n\nCurrent message digest    : AB12\nCalculated message digest : ${calculated}\n
\tSigner #0:\n\t\tSubject: /CN=Root\n\nSigner's certificate:\n\t------------------\n\tSubject: /C=US/CN=Signer\n\tIssuer : /CN=Root\n\n${verdict}\n`;
  const told = { by: 'osslsigncode', tool: 'osslsigncode', signer: '/C=US/CN=Signer' };

  it.each([
    ['trusted', text('AB12', 'Signature verification: ok'), { ...told, state: 'valid' }],
    ['of an unknown root', text('AB12', 'Signature verification: failed'), { ...told, state: 'untrusted' }],
    ['of other content', text('AB13', 'Signature verification: failed'), { ...told, state: 'altered' }],
    ['absent', 'No signature found\n', { state: 'unsigned', by: 'osslsigncode', tool: 'osslsigncode' }],
    [
      'of a catalog, without digests',
      "Signer's certificate:\n\tSubject: /CN=Signer\n",
      { state: 'unchecked', by: 'osslsigncode could not read it', tool: 'osslsigncode', signer: '/CN=Signer' },
    ],
    [
      'unreadable',
      'Initialization error or unsupported input file type.\n',
      { state: 'unchecked', by: 'osslsigncode could not read it', tool: 'osslsigncode' },
    ],
    [
      'without a block of its own',
      'Current message digest : A\nCalculated message digest : A\n Subject : /CN=First\n',
      { state: 'untrusted', by: 'osslsigncode', tool: 'osslsigncode', signer: '/CN=First' },
    ],
  ])('a signature %s', (_, output, expected) => {
    expect(readOsslsigncode(output)).toEqual(expected);
  });
});

describe('readPowerShell', () => {
  const tool = 'Get-AuthenticodeSignature';
  it.each([
    ['Valid', 'valid', tool],
    ['NotTrusted', 'untrusted', tool],
    ['HashMismatch', 'altered', tool],
    ['NotSigned', 'unsigned', tool],
    ['UnknownError', 'unchecked', `${tool} says UnknownError`],
  ])('%s is %s', (status, state, by) => {
    expect(readPowerShell(JSON.stringify({ status, signer: 'CN="A, Inc."' }))).toEqual({
      state,
      by,
      tool,
      status,
      signer: 'CN="A, Inc."',
    });
  });

  it.each(['', '{}', '{"status":null,"signer":null}', 'not json'])('nothing out of %j', (json) => {
    expect(readPowerShell(json)).toEqual({ state: 'unchecked', by: `${tool} says nothing`, tool });
  });
});

describe('readSignature', () => {
  it('says that no tool is there', async () => {
    const { tools, calls } = fakeTools(() => '', ['osslsigncode']);
    expect(await readSignature('/x/a.cab', tools)).toEqual({ state: 'unchecked', by: 'osslsigncode is not installed' });
    expect(calls).toEqual([]);
  });

  it('asks osslsigncode', async () => {
    const { tools, calls } = fakeTools(() => 'No signature found');
    expect((await readSignature('/x/a.cab', tools)).state).toBe('unsigned');
    expect(calls[0]).toMatchObject({ tool: 'osslsigncode', args: ['verify', '-in', '/x/a.cab'] });
  });

  it('asks PowerShell on Windows, with the path in the environment', async () => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    const { tools, calls } = fakeTools(() => '{"status":"Valid","signer":"CN=Signer"}');
    expect((await readSignature('C:\\a.cat', tools)).state).toBe('valid');
    expect(calls[0]).toMatchObject({ tool: 'powershell.exe', env: { STILLFRAME_SIGNED_FILE: 'C:\\a.cat' } });
    expect(calls[0]?.args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-Command']);
    expect(calls[0]?.args.at(-1)).toContain('Get-AuthenticodeSignature -LiteralPath $env:STILLFRAME_SIGNED_FILE\n');
  });

  it('passes on what is no failure of the tool', async () => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    const cancelled = new Error('cancelled');
    const { tools } = fakeTools(() => Promise.reject(cancelled));
    await expect(readSignature('C:\\a.cat', tools)).rejects.toBe(cancelled);
  });

  it('takes any exit code of osslsigncode, whose text says which it is, on either output', async () => {
    const { tools } = fakeTools(() => '');
    const accepted: (readonly number[])[] = [];
    const run: ToolRunner['run'] = async (_, __, options) => {
      accepted.push(options?.okExitCodes ?? []);
      return { exitCode: 1, stdout: '', stderr: 'No signature found' };
    };
    expect((await readSignature('/x/a.cab', { ...tools, run })).state).toBe('unsigned');
    expect(accepted[0]).toHaveLength(256);
    expect([accepted[0]?.[0], accepted[0]?.[255]]).toEqual([0, 255]);
  });

  it('takes a PowerShell that fails for one that cannot tell', async () => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    const { tools } = fakeTools(() => {
      throw new ToolError('powershell.exe', 1, 'disabled here\nby policy');
    });
    expect(await readSignature('C:\\a.cat', tools)).toEqual({
      state: 'unchecked',
      by: 'Get-AuthenticodeSignature failed: disabled here',
    });
  });
});
