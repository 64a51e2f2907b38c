import { describe, expect, it } from 'vitest';
import { adaptersOf, generatedSpec, readCustomizationSpec } from '../../../../src/vsphere/vm/customization-specs.ts';
import { renderXml } from '../../../../src/xml/xml-element.ts';
import { type PlayedAnswer, type PlayedVsphere, playedVsphere, xml } from '../played-vsphere.ts';

const item = (type: string): string =>
  `<returnval><info><name>lab</name><type>${type}</type></info><spec><identity xsi:type="CustomizationSysprep"/><nicSettingMap/><nicSettingMap/></spec></returnval>`;

function world(answer: () => PlayedAnswer, infos = ''): PlayedVsphere {
  return playedVsphere(
    { customizationSpecManager: { type: 'customizationSpecManager', properties: { info: infos } } },
    { answers: { GetCustomizationSpec: answer } },
  );
}
const info = (name: string, type = 'Windows'): string =>
  `<CustomizationSpecInfo><name>${name}</name><type>${type}</type></CustomizationSpecInfo>`;

describe('readCustomizationSpec', () => {
  it('gives the specification by its name, as it is', async () => {
    const session = world(() => xml(item('Windows')));
    const spec = await readCustomizationSpec(session, 'lab');
    expect(session.asked).toEqual(['GetCustomizationSpec customizationSpecManager <name>lab</name>']);
    expect(renderXml(spec)).toContain('<identity xsi:type="CustomizationSysprep">');
    expect(adaptersOf(spec)).toBe(2);
  });

  it.each(['Linux', ''])('refuses one that is for %j', async (type) => {
    await expect(
      readCustomizationSpec(
        world(() => xml(item(type))),
        'lab',
      ),
    ).rejects.toMatchObject({
      code: 'input-invalid',
      message: `The customization specification lab is for ${type || 'nobody'}, not for Windows (input customization)`,
    });
  });

  it('names those for Windows where there is none of that name', async () => {
    const session = world(() => 'NotFound', info('labs') + info('domain') + info('lat', 'Linux'));
    await expect(readCustomizationSpec(session, 'lab')).rejects.toMatchObject({
      code: 'vsphere-not-found',
      message: 'There is no customization specification lab; did you mean labs?',
      hint: 'Set the input customization to one of: domain, labs; or to generated.',
    });
    await expect(
      readCustomizationSpec(
        world(() => 'NotFound'),
        'lab',
      ),
    ).rejects.toMatchObject({
      message: 'There is no customization specification lab',
      hint: expect.stringContaining('VirtualMachine.Provisioning.ReadCustSpecs') as string,
    });
    await expect(
      readCustomizationSpec(
        world(() => 'NoPermission'),
        'lab',
      ),
    ).rejects.toMatchObject({ type: 'NoPermission' });
  });
});

it('generates a specification in the order of its types, with an adapter for each card', () => {
  expect(renderXml(generatedSpec('SF-1', 'a<b', 2))).toBe(
    '<customization><options xsi:type="CustomizationWinOptions"><changeSID>true</changeSID><deleteAccounts>false</deleteAccounts></options>' +
      '<identity xsi:type="CustomizationSysprep"><guiUnattended><password><value>a&lt;b</value><plainText>true</plainText></password>' +
      '<timeZone>85</timeZone><autoLogon>false</autoLogon><autoLogonCount>1</autoLogonCount></guiUnattended>' +
      '<userData><fullName>Stillframe</fullName><orgName>Stillframe</orgName>' +
      '<computerName xsi:type="CustomizationFixedName"><name>SF-1</name></computerName><productId></productId></userData>' +
      '<identification><joinWorkgroup>WORKGROUP</joinWorkgroup></identification></identity><globalIPSettings></globalIPSettings>' +
      '<nicSettingMap><adapter><ip xsi:type="CustomizationDhcpIpGenerator"></ip></adapter></nicSettingMap>'.repeat(2) +
      '</customization>',
  );
  expect(adaptersOf(generatedSpec('SF-1', 'p', 0))).toBe(0);
});
