/** A played vSphere behind a server: for what connects by itself. */

import { VsphereFault } from '../../../src/vsphere/wire/fault.ts';
import { bodyOf } from '../../../src/vsphere/wire/soap.ts';
import { child, parseXml, renderXml } from '../../../src/xml/xml-element.ts';
import type { PlayedVsphere } from './played-vsphere.ts';
import { type SoapAnswer, type SoapCall, type SoapServer, soapServer } from './soap-server.ts';

/** What the server itself answers. */
const OWN = new Set(['RetrieveServiceContent', 'Login', 'Logout', 'CurrentTime']);

const MANAGERS = [
  'sessionManager',
  'propertyCollector',
  'viewManager',
  'taskManager',
  'eventManager',
  'ovfManager',
  'authorizationManager',
];

/** What RetrieveServiceContent gives where privileges can be asked for, which a played server does not by itself. */
export const ADMINISTERED = `<returnval><rootFolder type="Folder">root</rootFolder>
  <about><fullName>Test 8.0</fullName><apiType>VirtualCenter</apiType><apiVersion>8.0.1.0</apiVersion></about>
  ${MANAGERS.map((name) => `<${name} type="${name}">${name}</${name}>`).join('')}</returnval>`;

/** @param service in place of what RetrieveServiceContent gives; @param rest answers what is no call of vim25 */
export function servePlayed(
  world: PlayedVsphere,
  service?: string,
  rest: (call: SoapCall) => SoapAnswer | Promise<SoapAnswer> = () => undefined,
): Promise<SoapServer> {
  return soapServer(async (request) => {
    const { method, text } = request;
    if (method === '') return rest(request);
    if (method === 'RetrieveServiceContent' && service !== undefined) return service;
    if (OWN.has(method)) return undefined;
    const call = bodyOf(parseXml(text, 'a call'));
    const target = child(call, '_this');
    const parameters = (call?.children ?? []).filter((one) => one !== target);
    const moref = { type: target?.attributes.get('type') ?? '', value: target?.text ?? '' };
    try {
      const answer = await world.call(method, moref, parameters);
      const bound =
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
      return answer.children.map((one) => renderXml(one).replace(/^<([\w:]+)/, `<$1 ${bound}`)).join('');
    } catch (error) {
      if (error instanceof VsphereFault) return { fault: error.type };
      return { status: 500, body: String(error) };
    }
  });
}
