import { expect, it } from 'vitest';
import { checkSignature } from '../../../src/updates/check-signature.ts';
import { recordedTools } from '../windows/fake-tools.ts';

const digests = (current: string, calculated: string): string =>
  `Current message digest    : ${current}\nCalculated message digest : ${calculated}\n`;

it('hands on what the tool says of a cabinet', async () => {
  const tools = recordedTools(() => ({ stdout: digests('AB', 'AB') }));
  expect(await checkSignature('/x/a.msu', 'cab', tools)).toMatchObject({ state: 'untrusted' });
  expect(tools.calls[0]?.args).toEqual(['verify', '-in', '/x/a.msu']);
  const unsigned = recordedTools(() => ({ stdout: 'No signature found.' }));
  expect(await checkSignature('/x/a.msu', 'cab', unsigned)).toMatchObject({ state: 'unsigned' });
});

it('refuses a cabinet that was altered after it was signed', async () => {
  const tools = recordedTools(() => ({ stdout: digests('AB', 'CD'), exitCode: 1 }));
  await expect(checkSignature('/x/a.msu', 'cab', tools)).rejects.toMatchObject({
    code: 'package-invalid',
    message: '/x/a.msu was altered after it was signed (osslsigncode)',
  });
});

it('asks nobody about a WIM container, which osslsigncode does not read', async () => {
  const tools = recordedTools(() => ({ stdout: digests('AB', 'CD') }));
  expect(await checkSignature('/x/a.msu', 'wim', tools)).toEqual({
    state: 'unchecked',
    by: 'osslsigncode reads no WIM containers',
  });
  expect(tools.calls).toEqual([]);
});
