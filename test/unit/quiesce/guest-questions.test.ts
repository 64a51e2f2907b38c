import { expect, it } from 'vitest';
import { ASK_FACTS, ASK_TEXTS } from '../../../src/quiesce/guest-questions.ts';

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

it('leaves a part of the answer empty where a guest has none of it', () => {
  for (const text of [ASK_FACTS, ASK_TEXTS])
    expect(text.split('\n')[1]).toBe("$ErrorActionPreference = 'SilentlyContinue'");
});
