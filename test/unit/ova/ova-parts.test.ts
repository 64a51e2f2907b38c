import { expect, it } from 'vitest';
import { type OvaSources, ovaParts } from '../../../src/ova/ova-parts.ts';
import type { Signer } from '../../../src/ova/signature.ts';
import type { VirtualMachine } from '../../../src/ova/virtual-machine.ts';
import { MACHINE } from './machine.ts';

const SOURCES: OvaSources = {
  vm: MACHINE,
  level: 1,
  manifest: 'sha256',
  modified: 0,
  toolsInstalled: true,
  content: 'c',
  contentId: 'i',
  skipFreeSpace: true,
};
const signer = (says: string): Signer => ({
  sign: (name, text, algorithm) => `${says} ${name} ${text} ${algorithm}`,
  blank: () => '',
});

it('has every part, and shows what holds no secret', async () => {
  const parts = await ovaParts({ ...SOURCES, signer: signer('key') });
  expect(parts.filter(({ shown }) => shown).map(({ name, value }) => `${name} = ${value}`)).toEqual([
    'name of the machine = ws2019-std',
    'cpus of the machine = 2',
    'hardwareVersion of the machine = 14',
    'firmware of the machine = efi',
    'secureBoot of the machine = true',
    'vbs of the machine = false',
    'cpuHotAdd of the machine = false',
    'memoryHotAdd of the machine = false',
    'controller of the machine = pvscsi',
    'network of the machine = VM Network',
    'networkAdapter of the machine = vmxnet3',
    'memory of the machine = 4 GiB',
    'compression-level = 1',
    'skip-free-space = true',
    'manifest = sha256',
    'VMware Tools on the disk = true',
    'the date = 1970-01-01T00:00:00.000Z',
  ]);
  expect(parts.filter(({ shown }) => !shown).map(({ name }) => name)).toEqual([
    'the content of the disk',
    'the guest',
    'the annotation',
    'extra-config disk.EnableUUID',
    'the key that signs',
  ]);
});

const machine = (changes: Partial<VirtualMachine>): Partial<OvaSources> => ({ vm: { ...MACHINE, ...changes } });
it.each<[string, Partial<OvaSources>]>([
  ['the content of the disk', { content: 'x' }],
  ['the content of the disk', { contentId: 'x' }],
  ['memory of the machine', machine({ memory: 4 * 2 ** 30 + 4 * 2 ** 20 })],
  ['the guest', machine({ guest: { ...MACHINE.guest, title: 'x' } })],
  ['the guest', machine({ product: { name: 'x' } })],
  ['the annotation', machine({ annotation: 'x' })],
  ['extra-config disk.EnableUUID', machine({ extraConfig: { 'disk.EnableUUID': 'FALSE' } })],
  ['extra-config other', machine({ extraConfig: { ...MACHINE.extraConfig, other: 'x' } })],
  ['coresPerSocket of the machine', machine({ coresPerSocket: 2 })],
  ['compression-level', { level: 6 }],
  ['skip-free-space', { skipFreeSpace: false }],
  ['manifest', { manifest: 'sha512' }],
  ['the date', { modified: 1 }],
  ['VMware Tools on the disk', { toolsInstalled: false }],
  ['the key that signs', { signer: signer('another') }],
])('%s differs with %j', async (name, changes) => {
  const before = new Map((await ovaParts(SOURCES)).map((part) => [part.name, part.value]));
  const differing = (await ovaParts({ ...SOURCES, ...changes })).filter((part) => before.get(part.name) !== part.value);
  expect(differing.map((part) => part.name)).toContain(name);
});
