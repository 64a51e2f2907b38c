import { describe, expect, it } from 'vitest';
import {
  type AnswerFileRequest,
  generateAnswerFile,
  hidePassword,
} from '../../../../src/windows/answer-file/generate-answer-file.ts';
import { type AnswerElement, descend, parseAnswerFile } from '../../../../src/windows/answer-file/parse-answer-file.ts';
import { checkAnswerFile } from '../../../../src/windows/answer-file/read-answer-file.ts';

const BARE: AnswerFileRequest = { language: 'de-DE', options: {}, remoteDesktop: false, autologon: false };
const made = (request: Partial<AnswerFileRequest>) =>
  parseAnswerFile(Buffer.from(generateAnswerFile({ ...BARE, ...request })), 'made');
/** `pass/component` to the settings in it as `path=text`. */
function settingsOf(request: Partial<AnswerFileRequest>): Record<string, string[]> {
  const leaves = (element: AnswerElement, path: string): string[] =>
    element.children.length === 0
      ? [`${path}=${element.text}`]
      : element.children.flatMap((child) => leaves(child, path === '' ? child.name : `${path}/${child.name}`));
  return Object.fromEntries(
    made(request).passes.flatMap(({ name, components }) =>
      components.map((component) => [`${name}/${component.name}`, leaves(component.element, '')] as const),
    ),
  );
}
const SHELL = 'oobeSystem/Microsoft-Windows-Shell-Setup';

describe('an answer file made of options', () => {
  it('has without any the language of the image and no licence page', () => {
    expect(settingsOf({})).toEqual({
      'oobeSystem/Microsoft-Windows-International-Core': [
        ...['InputLocale=de-DE', 'SystemLocale=de-DE', 'UILanguage=de-DE', 'UserLocale=de-DE'],
      ],
      [SHELL]: ['OOBE/HideEULAPage=true'],
    });
    expect(checkAnswerFile(made({})).faults).toEqual([]);
  });

  it('sets each in its pass and component', () => {
    const options = { locale: 'fr-FR', timeZone: 'UTC', computerName: 'web01', sanPolicy: 'online-all' } as const;
    expect(settingsOf({ options, productKey: 'KEY', remoteDesktop: true })).toEqual({
      'specialize/Microsoft-Windows-Shell-Setup': ['ComputerName=web01', 'ProductKey=KEY', 'TimeZone=UTC'],
      'specialize/Microsoft-Windows-TerminalServices-LocalSessionManager': ['fDenyTSConnections=false'],
      'specialize/Microsoft-Windows-TerminalServices-RDP-WinStationExtensions': ['UserAuthentication=1'],
      'specialize/Networking-MPSSVC-Svc': [
        'FirewallGroups/FirewallGroup/Active=true',
        'FirewallGroups/FirewallGroup/Group=@FirewallAPI.dll,-28752',
        'FirewallGroups/FirewallGroup/Profile=all',
      ],
      'specialize/Microsoft-Windows-PartitionManager': ['SanPolicy=1'],
      'oobeSystem/Microsoft-Windows-International-Core': [
        ...['InputLocale=fr-FR', 'SystemLocale=fr-FR', 'UILanguage=de-DE', 'UserLocale=fr-FR'],
      ],
      [SHELL]: ['OOBE/HideEULAPage=true'],
    });
    const files = made({ options, productKey: 'KEY', remoteDesktop: true });
    expect(checkAnswerFile(files).faults).toEqual([]);
    expect(checkAnswerFile(files).findings.map(({ code }) => code)).toEqual(['unattend-no-password']);
  });

  it.each([
    ['online-all', 1],
    ['offline-all', 2],
    ['offline-shared', 3],
  ] as const)('writes %s as %i', (sanPolicy, number) => {
    expect(settingsOf({ options: { sanPolicy } })['specialize/Microsoft-Windows-PartitionManager']).toEqual([
      `SanPolicy=${number}`,
    ]);
  });

  it('hides the password as Windows reads it, whatever is in it', () => {
    const password = `P<&"'ä1 x`;
    const file = made({ options: { password } });
    expect(settingsOf({ options: { password } })[SHELL]).toEqual([
      'OOBE/HideEULAPage=true',
      `UserAccounts/AdministratorPassword/Value=${Buffer.from(`${password}AdministratorPassword`, 'utf16le').toString('base64')}`,
      'UserAccounts/AdministratorPassword/PlainText=false',
    ]);
    expect(checkAnswerFile(file)).toEqual({ faults: [], findings: [] });
    expect(hidePassword('a', 'Password')).toBe(Buffer.from('aPassword', 'utf16le').toString('base64'));
  });

  it('logs the Administrator on only where that is asked for, and only with a password', () => {
    const shell = made({ options: { password: 'Only-4-tests' }, autologon: true }).passes[0]?.components[1]?.element;
    const autologon = (name: string) => shell && descend(shell, 'AutoLogon', name)[0]?.text;
    expect([autologon('Enabled'), autologon('LogonCount'), autologon('Username')]).toEqual([
      ...['true', '999', 'Administrator'],
    ]);
    expect(generateAnswerFile({ ...BARE, autologon: true })).not.toContain('AutoLogon');
    expect(generateAnswerFile({ ...BARE, options: { password: 'Only-4-tests' } })).not.toContain('AutoLogon');
  });

  it('holds what is written in it, however it looks', () => {
    expect(settingsOf({ options: { timeZone: '<a>&"' } })['specialize/Microsoft-Windows-Shell-Setup']).toEqual([
      'TimeZone=<a>&"',
    ]);
  });
});
