/** Guest customization specifications of a vCenter (vim25 CustomizationSpecManager, API 2.5): read by name, or made for one clone. */

import { UserError } from '../../errors.ts';
import { nearestName } from '../../nearest-name.ts';
import { child, childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { isFault } from '../wire/explain-fault.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { node, value } from '../wire/soap.ts';

/** GMT, of Microsoft's table of time zones. */
const GMT = 85;

/**
 * @returns the specification as vCenter keeps it; its passwords stay encrypted
 * @throws UserError vsphere-not-found with the nearest name; input-invalid for one that is not for Windows
 */
export async function readCustomizationSpec(session: VsphereSession, name: string): Promise<XmlElement> {
  const manager = session.manager('customizationSpecManager');
  const answer = await session
    .call('GetCustomizationSpec', manager, [value('name', name)])
    .catch(async (error: unknown) => {
      throw isFault(error, 'NotFound') ? await unknown(session, name, error) : error;
    });
  const item = child(answer, 'returnval');
  const kind = textAt(item, 'info.type') ?? '';
  const spec = child(item, 'spec');
  if (spec && kind === 'Windows') return spec;
  throw new UserError(
    'input-invalid',
    `The customization specification ${name} is for ${kind || 'nobody'}, not for Windows (input customization)`,
    'Name a specification for Windows, or write generated.',
  );
}

async function unknown(session: VsphereSession, name: string, cause: unknown): Promise<UserError> {
  const manager = session.manager('customizationSpecManager');
  const infos = (await readProperties(session, manager, ['info'])).get('info');
  const names = childrenNamed(infos, 'CustomizationSpecInfo')
    .filter((info) => textAt(info, 'type') === 'Windows')
    .map((info) => textAt(info, 'name') ?? '');
  const near = nearestName(name, names);
  return new UserError(
    'vsphere-not-found',
    `There is no customization specification ${name}${near === undefined ? '' : `; did you mean ${near}?`}`,
    names.length === 0
      ? 'The vCenter has none for Windows, or the account may not read them (VirtualMachine.Provisioning.ReadCustSpecs): write generated.'
      : `Set the input customization to one of: ${names.sort().join(', ')}; or to generated.`,
    { cause },
  );
}

/** As many adapters as the VM has to have. */
export function adaptersOf(spec: XmlElement): number {
  return childrenNamed(spec, 'nicSettingMap').length;
}

/**
 * The plainest there is: another name and SID, a workgroup, addresses by DHCP.
 * @param computerName at most 15 characters
 * @param password of the Administrator from then on; it goes over the encrypted connection as it is
 * @param adapters network cards of the VM
 */
export function generatedSpec(computerName: string, password: string, adapters: number): XmlElement {
  const dhcp = node('nicSettingMap', [node('adapter', [node('ip', [], 'CustomizationDhcpIpGenerator')])]);
  const name = node('computerName', [value('name', computerName)], 'CustomizationFixedName');
  return node('customization', [
    node('options', [value('changeSID', true), value('deleteAccounts', false)], 'CustomizationWinOptions'),
    node(
      'identity',
      [
        node('guiUnattended', [
          node('password', [value('value', password), value('plainText', true)]),
          value('timeZone', GMT),
          value('autoLogon', false),
          // Has to be said, though nobody is logged on (vim25 CustomizationGuiUnattended).
          value('autoLogonCount', 1),
        ]),
        node('userData', [
          value('fullName', 'Stillframe'),
          value('orgName', 'Stillframe'),
          name,
          value('productId', ''),
        ]),
        node('identification', [value('joinWorkgroup', 'WORKGROUP')]),
      ],
      'CustomizationSysprep',
    ),
    node('globalIPSettings'),
    ...Array.from({ length: adapters }, () => dhcp),
  ]);
}
