import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { renderOvf } from '../../../src/ova/ovf.ts';
import type { PackagedDisk, VirtualMachine } from '../../../src/ova/virtual-machine.ts';
import { MACHINE } from './machine.ts';

const DISK: PackagedDisk = {
  file: 'ws2019-std-disk1.vmdk',
  size: 1_335_576_576,
  capacity: 42_949_672_960,
  populated: 65_536,
};

interface Node {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
  text: string;
}

/** Parsed by a library of others, with namespaces; throws when it is not well-formed. */
function parse(vm: Partial<VirtualMachine> = {}, disk = DISK): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value]));
    const node: Node = { name: tag.local, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on('text', (text) => {
    const node = stack.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(renderOvf({ ...MACHINE, ...vm }, disk)).close();
  return root;
}

function all(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

function config(root: Node, name = 'Config'): Record<string, string | undefined> {
  return Object.fromEntries(all(root, name).map(({ attributes }) => [attributes.key, attributes.value]));
}

it('states the sizes of the disk', () => {
  const root = parse();
  expect(all(root, 'File')[0]?.attributes).toMatchObject({ href: DISK.file, size: '1335576576' });
  expect(all(root, 'Disk')[0]?.attributes).toMatchObject({
    capacity: '42949672960',
    capacityAllocationUnits: 'byte',
    populatedSize: '65536',
    format: 'http://www.vmware.com/interfaces/specifications/vmdk.html#streamOptimized',
  });
});

it('has the same length whatever the numbers of the disk are', () => {
  const huge = { ...DISK, size: Number.MAX_SAFE_INTEGER, capacity: Number.MAX_SAFE_INTEGER, populated: 0 };
  expect(renderOvf(MACHINE, huge)).toHaveLength(renderOvf(MACHINE, { ...DISK, size: 0, capacity: 0 }).length);
});

it('gives every item an id of its own and its elements the order of the schema', () => {
  const items = all(parse({ coresPerSocket: 2 }), 'Item');
  const ids = items.map((item) => all(item, 'InstanceID')[0]?.text);
  expect(new Set(ids).size).toBe(items.length);
  for (const item of items) {
    const names = item.children.map(({ name }) => name).filter((name) => name !== 'CoresPerSocket');
    expect(names).toEqual([...names].sort());
  }
  const disk = items.find((item) => all(item, 'ResourceType')[0]?.text === '17');
  const controller = items.find((item) => all(item, 'ResourceType')[0]?.text === '6');
  expect(disk && all(disk, 'Parent')[0]?.text).toBe(controller && all(controller, 'InstanceID')[0]?.text);
});

it.each([
  ['pvscsi', '6', 'VirtualSCSI'],
  ['lsilogicsas', '6', 'lsilogicsas'],
  ['sata', '20', 'vmware.sata.ahci'],
  ['nvme', '20', 'vmware.nvme.controller'],
] as const)('knows the controller %s', (controller, type, subType) => {
  const item = all(parse({ controller }), 'Item')[2];
  expect(item && [all(item, 'ResourceType')[0]?.text, all(item, 'ResourceSubType')[0]?.text]).toEqual([type, subType]);
});

it('switches on what is asked for, and VBS with all it needs', () => {
  expect(config(parse())).toMatchObject({ firmware: 'efi', 'bootOptions.efiSecureBootEnabled': 'true' });
  expect(config(parse())).not.toHaveProperty('flags.vbsEnabled');
  expect(config(parse({ vbs: true, cpuHotAdd: true, memoryHotAdd: true }))).toMatchObject({
    'flags.vbsEnabled': 'true',
    'flags.vvtdEnabled': 'true',
    nestedHVEnabled: 'true',
    cpuHotAddEnabled: 'true',
    memoryHotAddEnabled: 'true',
  });
  expect(config(parse({ firmware: 'bios', secureBoot: false }))).not.toHaveProperty('bootOptions.efiSecureBootEnabled');
  expect(config(parse(), 'ExtraConfig')).toEqual({ 'disk.EnableUUID': 'TRUE' });
});

it('survives names, networks and notes of any kind', () => {
  const wild = 'Größe "A" & <B>\'s\u0001 日本 \ud800';
  const root = parse({
    name: wild,
    network: wild,
    annotation: `${wild}\nsecond line`,
    product: { name: wild, version: '1' },
  });
  const plain = 'Größe "A" & <B>\'s\ufffd 日本 \ufffd';
  expect(all(root, 'Name')[0]?.text).toBe(plain);
  expect(all(root, 'Network')[0]?.attributes.name).toBe(plain);
  expect(all(root, 'Connection')[0]?.text).toBe(plain);
  expect(all(root, 'Annotation')[0]?.text).toBe(`${plain}\nsecond line`);
  expect(all(root, 'Product')[0]?.text).toBe(plain);
});

it('leaves the network out when there is none', () => {
  const { network: _, ...machine } = MACHINE;
  const text = renderOvf(machine, DISK);
  expect(text).not.toMatch(/NetworkSection|VmxNet3/);
});

it('lists every setting in its order, and hosts may skip those they do not know', () => {
  const lines = (vm: Partial<VirtualMachine>): string[] =>
    [...renderOvf({ ...MACHINE, ...vm }, DISK).matchAll(/<vmw:(?:Extra)?Config ovf:required="false" (.*)\/>/g)].map(
      ([, rest = '']) => rest.replaceAll(/vmw:(?:key|value)=/g, '').replaceAll('"', ''),
    );
  expect(lines({ extraConfig: { a: 'b' } })).toEqual([
    'cpuHotAddEnabled false',
    'memoryHotAddEnabled false',
    'firmware efi',
    'tools.syncTimeWithHost false',
    'tools.toolsUpgradePolicy manual',
    'bootOptions.efiSecureBootEnabled true',
    'a b',
  ]);
  expect(lines({ firmware: 'bios', vbs: true, cpuHotAdd: true, memoryHotAdd: true, extraConfig: {} })).toEqual([
    'cpuHotAddEnabled true',
    'memoryHotAddEnabled true',
    'firmware bios',
    'tools.syncTimeWithHost false',
    'tools.toolsUpgradePolicy manual',
    'flags.vbsEnabled true',
    'flags.vvtdEnabled true',
    'nestedHVEnabled true',
  ]);
});

it('says what is known of the product, and no section of what is not', () => {
  const tags = (vm: Partial<VirtualMachine>): string[] =>
    (parse(vm).children[0]?.children.find(({ name }) => name === 'VirtualSystem')?.children ?? [])
      .filter(({ name }) => /Product|Annotation/.test(name))
      .map(({ name, children }) => `${name}: ${children.map((one) => `${one.name} ${one.text}`).join(', ')}`);
  expect(tags({})).toEqual([]);
  expect(tags({ product: { name: 'p' }, annotation: '' })).toEqual([
    'ProductSection: Info What the image is, Product p',
    'AnnotationSection: Info Notes, Annotation ',
  ]);
  expect(tags({ product: { name: 'p', version: '1', vendor: 'v' } })).toEqual([
    'ProductSection: Info What the image is, Product p, Vendor v, Version 1',
  ]);
});

it('has one length for every disk, pads each number to sixteen places, and writes the version of the hardware in two digits', () => {
  const text = renderOvf({ ...MACHINE, hardwareVersion: 9 }, { ...DISK, size: 5, capacity: 512, populated: 0 });
  expect(text).toContain(`ovf:href="${DISK.file}" ovf:size="5"${' '.repeat(15)}/>`);
  expect(text).toContain(`ovf:capacity="512"${' '.repeat(13)} ovf:populatedSize="0"${' '.repeat(15)}/>`);
  expect(text).toContain('<vssd:VirtualSystemType>vmx-09<');
  expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<Envelope ')).toBe(true);
  expect(text.endsWith('\n</Envelope>\n')).toBe(true);
});

it('says in each section what it is, as the schema wants', () => {
  const infos = all(parse({ annotation: 'n', product: { name: 'p' } }), 'Info').map(({ text }) => text);
  expect(infos).toEqual([
    'Virtual disks',
    'Logical networks',
    'A virtual machine',
    'What the image is',
    'Notes',
    'The guest operating system',
    'Virtual hardware',
  ]);
  const system = all(parse(), 'System')[0]?.children.map(({ name, text }) => `${name} ${text}`);
  expect(system).toEqual([
    'ElementName Virtual Hardware Family',
    'InstanceID 0',
    'VirtualSystemIdentifier ws2019-std',
    'VirtualSystemType vmx-14',
  ]);
  const operating = all(parse(), 'OperatingSystemSection')[0];
  expect(operating?.attributes).toMatchObject({ osType: 'windows2019srv_64Guest' });
  expect(operating && all(operating, 'Description')[0]?.text).toBe('Microsoft Windows Server 2019 (64-bit)');
  expect(all(parse(), 'Network')[0]?.children.map(({ text }) => text)).toEqual(['The VM Network network']);
});
