import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSigner } from '../../../src/drivers/signer.ts';
import { fakeTools } from './fake-tools.ts';

afterEach(() => vi.unstubAllGlobals());

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
      '{"signer":"CN=Signer, C=US","status":"Valid"}',
      { name: 'Signer', tool: 'Get-AuthenticodeSignature', status: 'Valid' },
    ],
    ['{"signer":"","status":"NotSigned"}', undefined],
  ])('asks PowerShell on Windows: %s', async (stdout, expected) => {
    vi.stubGlobal('process', { ...process, platform: 'win32' });
    const { tools, calls } = fakeTools(() => stdout);
    expect(await readSigner('C:\\a.cat', tools)).toEqual(expected);
    expect(calls[0]).toMatchObject({ tool: 'powershell.exe', env: { STILLFRAME_SIGNED_FILE: 'C:\\a.cat' } });
  });
});
