import { describe, expect, it } from 'vitest';
import { ASK_FACTS, ASK_TEXTS, FACTS_KEY, TEXTS_KEY } from '../../../src/quiesce/guest-questions.ts';
import { encodedPowerShell } from '../../../src/vsphere/guest/guest-answer.ts';

describe.each([
  ['facts', ASK_FACTS, FACTS_KEY],
  ['texts', ASK_TEXTS, TEXTS_KEY],
])('the question for %s', (_, script, key) => {
  it('fits into a command line', () => {
    // CreateProcess takes 32767 characters; what a shell on the way would take is 8191.
    expect(Object.values(encodedPowerShell(script)).join(' ').length).toBeLessThan(8191);
  });

  it('is packed as UTF-16, and says under which keys the answer comes', () => {
    const [, encoded = ''] = /-EncodedCommand (\S+)$/.exec(encodedPowerShell(script).args) ?? [];
    expect(Buffer.from(encoded, 'base64').toString('utf16le')).toBe(script);
    expect(script).toContain(`'info-set guestinfo.${key}.' + $i`);
    // How many there are comes last: who sees it sees them all.
    expect(script.indexOf(`'info-set guestinfo.${key} '`)).toBeGreaterThan(script.indexOf(`guestinfo.${key}.`));
    expect(script).toMatch(/exit 64\n$/);
  });
});

it('asks for what an engineer looks at', () => {
  for (const command of ['list writers', 'list providers', 'list shadowstorage', 'list volumes']) {
    expect(ASK_TEXTS).toContain(`'vssadmin ${command} 2>&1'`);
  }
  expect(ASK_TEXTS).toContain("'reagentc /info 2>&1'");
  expect(ASK_TEXTS).toContain('Get-WinEvent');
  for (const word of [
    'Win32_ShadowProvider',
    'Win32_ShadowStorage',
    'Win32_Volume',
    'MSFT_Partition',
    'vmvss',
    'tools.conf',
  ]) {
    expect(ASK_FACTS).toContain(word);
  }
});
