/**
 * Makes an answer file from options. Settings and their passes: Microsoft Learn, "Unattended Windows Setup Reference", components
 * Microsoft-Windows-Shell-Setup, -International-Core, -TerminalServices-LocalSessionManager, -TerminalServices-RDP-WinStationExtensions,
 * -PartitionManager and Networking-MPSSVC-Svc.
 */

import { escapeXml } from '../../xml/escape-xml.ts';
import type { AnswerOptions, SanPolicy } from './answer-options.ts';
import { SHELL_SETUP } from './components.ts';
import { NAMESPACE } from './parse-answer-file.ts';

export interface AnswerFileRequest {
  /** Of the image, e.g. `en-US`. */
  readonly language: string;
  readonly options: AnswerOptions;
  /** The key itself where `options.productKey` asks for one. */
  readonly productKey?: string | undefined;
  /** Let it listen, with its firewall rule and network level authentication. */
  readonly remoteDesktop: boolean;
  /** Log the Administrator on at every start until somebody ends that; needs a password. */
  readonly autologon: boolean;
}

const SAN_POLICY_NUMBERS: Readonly<Record<SanPolicy, number>> = {
  'online-all': 1,
  'offline-all': 2,
  'offline-shared': 3,
};
/** Resource of "Remote Desktop" in FirewallAPI.dll: the group's name in every language. */
const REMOTE_DESKTOP_GROUP = '@FirewallAPI.dll,-28752';
/** More than Windows restarts in any first boot. */
const LOGON_COUNT = 999;

/** No licence page in any case. Without options it sets no password: none is ever made up. */
export function generateAnswerFile(request: AnswerFileRequest): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="${NAMESPACE}" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State">
${settings('specialize', specialize(request))}${settings('oobeSystem', oobeSystem(request))}</unattend>
`;
}

/** A password as Windows takes a hidden one: base64 of UTF-16LE of it and of the name of its element. */
export function hidePassword(password: string, element: 'AdministratorPassword' | 'Password'): string {
  return Buffer.from(password + element, 'utf16le').toString('base64');
}

function specialize({ options, productKey, remoteDesktop }: AnswerFileRequest): string {
  const { computerName, timeZone, sanPolicy } = options;
  const shell = [
    ...(computerName === undefined ? [] : [leaf('ComputerName', computerName)]),
    ...(productKey === undefined ? [] : [leaf('ProductKey', productKey)]),
    ...(timeZone === undefined ? [] : [leaf('TimeZone', timeZone)]),
  ];
  return [
    component(SHELL_SETUP, shell),
    ...(remoteDesktop
      ? [
          component('Microsoft-Windows-TerminalServices-LocalSessionManager', [leaf('fDenyTSConnections', 'false')]),
          component('Microsoft-Windows-TerminalServices-RDP-WinStationExtensions', [leaf('UserAuthentication', '1')]),
          component('Networking-MPSSVC-Svc', [
            '<FirewallGroups>',
            '  <FirewallGroup wcm:action="add" wcm:keyValue="RemoteDesktop">',
            `    ${leaf('Active', 'true')}`,
            `    ${leaf('Group', REMOTE_DESKTOP_GROUP)}`,
            `    ${leaf('Profile', 'all')}`,
            '  </FirewallGroup>',
            '</FirewallGroups>',
          ]),
        ]
      : []),
    ...(sanPolicy === undefined
      ? []
      : [component('Microsoft-Windows-PartitionManager', [leaf('SanPolicy', String(SAN_POLICY_NUMBERS[sanPolicy]))])]),
  ].join('');
}

function oobeSystem({ language, options, autologon }: AnswerFileRequest): string {
  const { locale = language, password } = options;
  const international = [
    leaf('InputLocale', locale),
    leaf('SystemLocale', locale),
    leaf('UILanguage', language),
    leaf('UserLocale', locale),
  ];
  const shell = [
    ...(password === undefined || !autologon
      ? []
      : [
          '<AutoLogon>',
          ...hidden('Password', password),
          `  ${leaf('Enabled', 'true')}`,
          `  ${leaf('LogonCount', String(LOGON_COUNT))}`,
          `  ${leaf('Username', 'Administrator')}`,
          '</AutoLogon>',
        ]),
    '<OOBE>',
    `  ${leaf('HideEULAPage', 'true')}`,
    '</OOBE>',
    ...(password === undefined
      ? []
      : ['<UserAccounts>', ...hidden('AdministratorPassword', password), '</UserAccounts>']),
  ];
  return [component('Microsoft-Windows-International-Core', international), component(SHELL_SETUP, shell)].join('');
}

function hidden(element: 'AdministratorPassword' | 'Password', password: string): readonly string[] {
  return [
    `  <${element}>`,
    `    ${leaf('Value', hidePassword(password, element))}`,
    `    ${leaf('PlainText', 'false')}`,
    `  </${element}>`,
  ];
}

function leaf(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** Empty where there is nothing to set: Setup stops at an empty pass no more than at a missing one, but nobody has to read it. */
function settings(pass: string, components: string): string {
  return components === '' ? '' : `  <settings pass="${pass}">\n${components}  </settings>\n`;
}

function component(name: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const body = lines.map((line) => `      ${line}\n`).join('');
  return `    <component name="${name}" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">\n${body}    </component>\n`;
}
