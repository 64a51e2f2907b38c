import { describe, expect, it } from 'vitest';
import {
  createImportSpec,
  type ImportRequest,
  type ImportSpec,
  importVApp,
  withExtraConfig,
} from '../../../../src/vsphere/transfer/ovf-import.ts';
import type { Moref } from '../../../../src/vsphere/wire/moref.ts';
import { node, value } from '../../../../src/vsphere/wire/soap.ts';
import { childrenNamed, textAt } from '../../../../src/xml/xml-element.ts';
import { playedVsphere, ref, xml } from '../played-vsphere.ts';
import { soapServer } from '../soap-server.ts';

describe('withExtraConfig', () => {
  const names = (...parts: string[]): string[] => {
    const spec = node('importSpec', [
      node(
        'configSpec',
        parts.map((part) => value(part, 'x')),
      ),
      value('resPoolEntity', 'y'),
    ]);
    const changed = withExtraConfig(spec, 'stillframe.import', 'run');
    expect(changed.children.map(({ name }) => name)).toEqual(['configSpec', 'resPoolEntity']);
    return changed.children[0]?.children.map(({ name }) => name) ?? [];
  };

  it('stands behind what the schema wants before it and in front of the rest', () => {
    expect(names('name', 'deviceChange', 'extraConfig', 'bootOptions', 'firmware')).toEqual([
      'name',
      'deviceChange',
      'extraConfig',
      'extraConfig',
      'bootOptions',
      'firmware',
    ]);
  });

  it('comes last where nothing stands behind it', () => {
    expect(names('name', 'deviceChange')).toEqual(['name', 'deviceChange', 'extraConfig']);
  });

  it('holds key and typed value', () => {
    const spec = withExtraConfig(node('importSpec', [node('configSpec')]), 'k', 'v');
    const [option] = childrenNamed(spec.children[0], 'extraConfig');
    expect(option?.type).toEqual({ name: 'OptionValue', schema: false });
    expect(textAt(option, 'key')).toBe('k');
    expect(option?.children[1]).toMatchObject({ text: 'v', type: { name: 'string', schema: true } });
  });
});

describe('createImportSpec', () => {
  const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const moref = (type: string): Moref => ({ type, value: type });
  const request: ImportRequest = {
    pool: moref('ResourcePool'),
    datastore: moref('Datastore'),
    folder: moref('Folder'),
    host: undefined,
    descriptor: '<ovf/>',
    name: 'ws',
    guestId: 'windows2019srv_64Guest',
    diskProvisioning: 'thin',
    networks: new Map([['LAN', moref('Network')]]),
  };
  const spec = (guestId: string): string =>
    `<importSpec ${XSI} xsi:type="VirtualMachineImportSpec"><configSpec><guestId>${guestId}</guestId></configSpec></importSpec>`;
  const issue = (kind: string, type: string, text: string): string =>
    `<${kind} ${XSI}><fault xsi:type="${type}"/><localizedMessage>${text}</localizedMessage></${kind}>`;

  async function create(result: string, more: Partial<ImportRequest> = {}): Promise<[ImportSpec, string]> {
    const server = await soapServer(({ method }) =>
      method === 'CreateImportSpec' ? `<returnval>${result}</returnval>` : undefined,
    );
    try {
      const created = await createImportSpec(await server.connect(), { ...request, ...more });
      return [created, server.calls.find(({ method }) => method === 'CreateImportSpec')?.text ?? ''];
    } finally {
      await server.close();
    }
  }

  it('gives the spec with its files in order, and the warnings', async () => {
    const files =
      '<fileItem><deviceId>d1</deviceId><path>a.vmdk</path><create>false</create></fileItem>' +
      '<fileItem><deviceId>d2</deviceId><path>b.nvram</path><create>true</create></fileItem>';
    const warning = issue('warning', 'OvfUnsupportedSection', 'no such section');
    const [created, call] = await create(`${spec('windows2019srv_64Guest')}${files}${warning}`);
    expect(created.files).toEqual([
      { deviceId: 'd1', path: 'a.vmdk', create: false },
      { deviceId: 'd2', path: 'b.nvram', create: true },
    ]);
    expect(created.warnings).toEqual(['no such section (OvfUnsupportedSection)']);
    expect(call).toContain(
      '<entityName>ws</entityName><networkMapping><name>LAN</name><network type="Network">Network</network></networkMapping><diskProvisioning>thin</diskProvisioning>',
    );
  });

  it('says everything that the server has against the descriptor', async () => {
    const errors = issue('error', 'OvfUnsupportedType', 'a') + issue('error', 'OvfHardwareCheck', '');
    await expect(create(`${spec('x')}${errors}`)).rejects.toMatchObject({
      code: 'ova-invalid',
      message: expect.stringContaining('a (OvfUnsupportedType); OvfHardwareCheck') as string,
    });
    await expect(create('')).rejects.toThrow('it gives no import spec');
  });

  it.each([
    [
      'a fault of its own',
      spec('otherGuest') + issue('warning', 'OvfMappedOsId', 'mapped to Other'),
      'mapped to Other',
    ],
    [
      'a text only',
      spec('windows2019srv_64Guest') +
        issue('warning', 'OvfImport', 'The specified operating system identifier is not supported'),
      'operating system identifier',
    ],
    ['no warning at all', spec('otherGuest'), 'would make it otherGuest'],
  ])('refuses a guest id that the server does not know, told by %s', async (_how, result, said) => {
    await expect(create(result)).rejects.toMatchObject({
      code: 'ova-invalid',
      message: expect.stringContaining(said) as string,
    });
  });

  it('takes a spec that leaves the guest id out, which is put right later, or when none was asked for', async () => {
    await create(spec(''));
    await create(spec('otherGuest'), { guestId: undefined });
  });
});

describe('the place of extraConfig', () => {
  it.each([
    ...['swapPlacement', 'bootOptions', 'vAppConfig', 'ftInfo', 'repConfig', 'vAppConfigRemoved', 'vAssertsEnabled'],
    ...['changeTrackingEnabled', 'firmware', 'maxMksConnections', 'guestAutoLockEnabled', 'managedBy'],
    ...['memoryReservationLockedToMax', 'nestedHVEnabled', 'vPMCEnabled', 'scheduledHardwareUpgradeInfo', 'vmProfile'],
    ...[
      'messageBusTunnelEnabled',
      'crypto',
      'migrateEncryption',
      'sgxInfo',
      'ftEncryptionMode',
      'guestMonitoringModeInfo',
    ],
    ...['sevEnabled', 'virtualNuma', 'motherboardLayout', 'pmem', 'deviceGroups', 'fixedPassthruHotPlugEnabled'],
    ...['metroFtEnabled', 'metroFtHostGroup'],
  ])('is before %s', (name) => {
    const spec = node('importSpec', [node('configSpec', [value('name', 'x'), value(name, 'y')])]);
    const [config] = withExtraConfig(spec, 'k', 'v').children;
    expect(config?.children.map((part) => part.name)).toEqual(['name', 'extraConfig', name]);
  });

  it.each(['name', 'guestId', 'files', 'tools', 'deviceChange', 'extraConfig'])('is behind %s', (name) => {
    const spec = node('importSpec', [node('configSpec', [value(name, 'y')])]);
    expect(withExtraConfig(spec, 'k', 'v').children[0]?.children.at(-1)?.name).toBe('extraConfig');
  });
});

describe('importVApp', () => {
  const place = {
    pool: ref('ResourcePool', 'p'),
    datastore: ref('Datastore', 'd'),
    folder: ref('Folder', 'f'),
    host: undefined,
  };
  const spec = node('importSpec', [value('a', 'b')], 'VirtualMachineImportSpec');

  it('gives the spec back, with folder and host', async () => {
    const session = playedVsphere({}, { answers: { ImportVApp: () => ref('HttpNfcLease', 'l') } });
    expect(await importVApp(session, spec, place)).toEqual(ref('HttpNfcLease', 'l'));
    await importVApp(session, spec, { ...place, host: ref('HostSystem', 'h') });
    const head =
      'ImportVApp p <spec xsi:type="VirtualMachineImportSpec"><a>b</a></spec><folder type="Folder">f</folder>';
    expect(session.asked).toEqual([head, `${head}<host type="HostSystem">h</host>`]);
  });

  it('needs a lease', async () => {
    await expect(importVApp(playedVsphere({}), spec, place)).rejects.toMatchObject({
      type: 'RuntimeFault',
      operation: 'ImportVApp',
      message: 'the server gave no lease',
    });
  });
});

it('asks for the import on the host that was chosen, and says what it is all about', async () => {
  const session = playedVsphere(
    {},
    { answers: { CreateImportSpec: () => xml('<returnval><importSpec/><fileItem/></returnval>') } },
  );
  const created = await createImportSpec(session, {
    pool: ref('ResourcePool', 'p'),
    datastore: ref('Datastore', 'd'),
    folder: ref('Folder', 'f'),
    host: ref('HostSystem', 'h'),
    descriptor: '<ovf/>',
    name: 'ws',
    diskProvisioning: 'thick',
    networks: new Map(),
  });
  expect(created.files).toEqual([{ deviceId: '', path: '', create: false }]);
  expect(created.warnings).toEqual([]);
  expect(session.asked).toEqual([
    'CreateImportSpec ovfManager <ovfDescriptor>&lt;ovf/&gt;</ovfDescriptor><resourcePool type="ResourcePool">p</resourcePool><datastore type="Datastore">d</datastore><cisp><locale></locale><deploymentOption></deploymentOption><entityName>ws</entityName><hostSystem type="HostSystem">h</hostSystem><diskProvisioning>thick</diskProvisioning></cisp>',
  ]);
});
