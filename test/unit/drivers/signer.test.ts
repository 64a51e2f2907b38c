import { afterEach, describe, expect, it, vi } from 'vitest';
import { commonName, readSigner } from '../../../src/drivers/signer.ts';
import { fakeTools } from './fake-tools.ts';

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

describe('readSigner', () => {
  it('knows nothing without a tool', async () => {
    const { tools, calls } = fakeTools(() => '', ['osslsigncode']);
    expect(await readSigner('/x/a.cat', tools)).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('knows nothing of an unsigned catalog', async () => {
    const { tools } = fakeTools(() => 'Initialization error or unsupported input file type.\nFailed\n');
    expect(await readSigner('/x/a.cat', tools)).toBeUndefined();
  });

  it.each([
    [
      '{"subject":"CN=Signer, C=US","status":"Valid"}',
      { name: 'Signer', tool: 'Get-AuthenticodeSignature', status: 'Valid' },
    ],
    ['{"subject":null,"status":"NotSigned"}', undefined],
  ])('asks PowerShell on Windows: %s', async (stdout, expected) => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    const { tools, calls } = fakeTools(() => stdout);
    expect(await readSigner('C:\\a.cat', tools)).toEqual(expected);
    expect(calls[0]).toMatchObject({ tool: 'powershell.exe', env: { STILLFRAME_CATALOG: 'C:\\a.cat' } });
  });
});
