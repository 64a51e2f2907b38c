/** The inputs of convert-ova. */

import { basename } from 'node:path';
import type { LayoutRules } from '../../src/check/check-layout.ts';
import { isSameFile } from '../../src/files/same-file.ts';
import { input, variant } from '../../src/job/input.ts';
import { boolean, choice, integer, lines, parsed, path, secret, size, text } from '../../src/job/input-types.ts';
import type { Place, ReusePlace } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { product, reuse } from '../../src/job/shared-inputs.ts';
import { archiveSeconds } from '../../src/ova/archive-date.ts';
import { MANIFEST_ALGORITHMS, type ManifestAlgorithm } from '../../src/ova/manifest.ts';
import { CONVERT_ENGINES, type ConvertEngine } from '../../src/ova/open-image.ts';
import type { Signer } from '../../src/ova/signature.ts';
import { readSigningCertificate, type SigningCertificate } from '../../src/ova/signing-certificate.ts';
import type { VirtualMachine } from '../../src/ova/virtual-machine.ts';
import { guestOs } from '../../src/products/guest-os.ts';
import { DISK_CONTROLLERS } from '../../src/template/template.ts';
import { asksForRecovery } from '../../src/windows/plan/disk-layouts.ts';
import { readExtraConfig } from './read-extra-config.ts';
import { FIRST_BOOT_INPUTS, readFirstBoot } from './read-first-boot.ts';
import { readPem } from './read-pem.ts';
import { readSigningPair } from './read-signing-pair.ts';

export interface ConvertOvaInputs {
  /** Absolute path. */
  readonly disk: string;
  /** Absolute path. */
  readonly ova: string;
  readonly vm: VirtualMachine;
  /** The guest id is older than the product's own, because the hardware version is. */
  readonly guestFallback: boolean;
  readonly engine: ConvertEngine;
  readonly level: number;
  readonly skipFreeSpace: boolean;
  readonly manifest: ManifestAlgorithm;
  readonly signer?: Signer;
  /** Signs in place of it. */
  readonly signCommand?: { readonly command: string; readonly certificate: SigningCertificate };
  readonly recovery: LayoutRules['recovery'];
  /** Seconds since 1970, for the archive's headers. */
  readonly modified: number;
  /** Undefined: nothing is reused and nothing kept. */
  readonly reuse: ReusePlace | undefined;
}

const MIB = 2 ** 20;

export const INPUTS = {
  disk: input(path, {
    description:
      'The disk image: VHD, VHDX, VMDK, raw, the disk in an OVA, or with qemu-img installed what that reads besides.',
    required: true,
  }),
  ova: input(path, {
    description: 'The OVA to write; it appears under this name only when it is whole.',
    required: true,
  }),
  name: input(text, {
    description: 'Name of the VM.',
    template: { key: 'name', read: ({ name }) => name },
    otherwise: 'the name of the OVA file',
  }),
  product: variant(product, {
    required: false,
    otherwise: '**required** unless guest-id is given',
  }),
  'guest-id': input(text, {
    description: 'Guest id for vSphere in place of the one that follows from product and hardware-version.',
    otherwise: 'that of the product',
  }),
  cpus: input(integer(1, 768), {
    description: 'Virtual CPUs.',
    template: { key: 'vm.cpus', read: ({ vm }) => vm.cpus },
    default: '2',
  }),
  'cores-per-socket': input(integer(1, 768), {
    description: 'Cores per virtual socket.',
    otherwise: 'left to vSphere',
  }),
  memory: input(size, {
    description: 'Memory, for example 8 GiB.',
    template: { key: 'vm.memory', read: ({ vm }) => vm.memory },
    default: '4 GiB',
  }),
  'hardware-version': input(parsed('Number, 10 to 99', hardwareVersion), {
    description: 'Virtual hardware: 13 vSphere 6.5, 14 6.7, 17 7.0, 19 7.0 U2, 20 8.0, 21 8.0 U2; `vmx-19` is 19.',
    template: { key: 'vm.hardware-version', read: ({ vm }) => vm.hardwareVersion },
    default: '14',
  }),
  firmware: input(choice(['efi', 'bios']), {
    description: 'Firmware of the VM.',
    template: { key: 'vm.firmware', read: ({ vm }) => vm.firmware },
    default: 'efi',
  }),
  'secure-boot': input(boolean, {
    description: 'UEFI secure boot.',
    template: { key: 'vm.secure-boot', read: ({ vm }) => vm.secureBoot },
    otherwise: '`true` with firmware efi',
  }),
  vbs: input(boolean, {
    description: 'Virtualisation-based security, with IOMMU and nested virtualisation.',
    default: 'false',
  }),
  'cpu-hot-add': input(boolean, { description: 'CPUs can be added while the VM runs.', default: 'false' }),
  'memory-hot-add': input(boolean, { description: 'Memory can be added while the VM runs.', default: 'false' }),
  'disk-controller': input(choice(DISK_CONTROLLERS), {
    description: 'Controller of the disk.',
    template: { key: 'vm.disk-controller', read: ({ vm }) => vm.diskController },
    default: 'pvscsi',
  }),
  network: input(text, {
    description: 'Name of the source network, or none for a VM without one.',
    template: { key: 'vm.network', read: ({ vm }) => vm.network },
    default: 'VM Network',
  }),
  'network-adapter': input(choice(['vmxnet3', 'e1000e']), {
    without: [{ input: 'network', is: ['none'] }],
    description: 'Network adapter.',
    default: 'vmxnet3',
  }),
  'extra-config': input(lines, {
    description:
      'VMX settings beside disk.EnableUUID = TRUE, which they may override, of the form key = value. Those that the actions write themselves (`stillframe.*`, `guestinfo.stillframe.*`) are refused.',
  }),
  ...FIRST_BOOT_INPUTS,
  annotation: input(text, { description: 'Notes of the VM.' }),
  engine: input(choice(CONVERT_ENGINES), {
    description: 'native, qemu-img, or auto: native where it reads the format.',
    default: 'auto',
  }),
  'compression-level': input(integer(1, 9), { description: '1 is the fastest, 9 the smallest.', default: '1' }),
  'skip-free-space': input(boolean, {
    description:
      'Leave out clusters that belong to no file, as far as file systems are clean, and what lies in no partition.',
    default: 'true',
  }),
  manifest: input(choice(MANIFEST_ALGORITHMS), { description: 'Digests of the manifest.', default: 'sha256' }),
  'sign-key': input(secret, {
    description: 'RSA private key in PEM form, or the path of one, that signs the manifest.',
    otherwise: 'unsigned',
  }),
  'sign-command': input(text, {
    description:
      'Command line that signs the manifest in place of sign-key, for keys in an HSM or vault; see below for `{manifest}` and `{signature}`.',
    otherwise: 'unsigned',
  }),
  'sign-certificate': input(text, {
    only: [{ input: 'sign-key' }, { input: 'sign-command' }],
    description: 'Certificate of that key in PEM form, issuers may follow, or the path of one.',
    otherwise: 'unsigned',
  }),
  'allow-recovery': input(boolean, {
    description:
      'true packages a disk with any Recovery partition, false with none; without it the one that the template file asks for (disk.recovery, disk.layout) is packaged, and no other.',
    otherwise: '`false`, but for what the template file asks for',
  }),
  reuse,
} as const;

export async function prepare(reading: Reading<typeof INPUTS>, place: Place): Promise<ConvertOvaInputs> {
  const { values, invalid } = reading;
  const { disk, ova } = values;
  if (await isSameFile(disk, ova)) throw invalid('ova', ova, 'Give it another name than the disk.');
  const signing = await readSigning(reading);
  const { vm, guestFallback } = readMachine(reading);
  return {
    disk,
    ova,
    vm,
    guestFallback,
    engine: values.engine,
    level: values['compression-level'],
    skipFreeSpace: values['skip-free-space'],
    manifest: values.manifest,
    ...signing,
    recovery: readRecovery(reading),
    modified: archiveSeconds(place.sourceDate()),
    reuse: values.reuse ? place.reuse() : undefined,
  };
}

function readRecovery({ values, template }: Reading<typeof INPUTS>): LayoutRules['recovery'] {
  const allowed = values['allow-recovery'];
  if (allowed !== undefined) return allowed ? 'any' : 'none';
  return template !== undefined && asksForRecovery(template.disk) ? 'last' : 'none';
}

function readMachine(reading: Reading<typeof INPUTS>): { vm: VirtualMachine; guestFallback: boolean } {
  const { values, isSet, template } = reading;
  const { firmware, annotation, network } = values;
  const { guest, guestFallback } = readGuest(reading);
  const coresPerSocket = values['cores-per-socket'];
  // The template's default of secure boot is that of EFI machines: it does not hold against an input that says bios.
  const secureBoot = isSet('secure-boot') ? values['secure-boot'] : firmware === 'efi' && values['secure-boot'];
  const vm: VirtualMachine = {
    name: values.name ?? basename(values.ova).replace(/\.ova$/i, ''),
    guest,
    cpus: values.cpus,
    ...(coresPerSocket !== undefined && { coresPerSocket }),
    memory: values.memory,
    hardwareVersion: values['hardware-version'],
    firmware,
    secureBoot: secureBoot ?? (template === undefined && firmware === 'efi'),
    vbs: values.vbs,
    cpuHotAdd: values['cpu-hot-add'],
    memoryHotAdd: values['memory-hot-add'],
    controller: values['disk-controller'],
    ...(network !== 'none' && { network }),
    networkAdapter: values['network-adapter'],
    // Without it Windows sees no disk serial numbers and vSphere silently takes weaker snapshots.
    extraConfig: {
      ...readExtraConfig(values['extra-config'] ?? [], { 'disk.EnableUUID': 'TRUE' }, reading.invalid),
      ...readFirstBoot(values, reading),
    },
    ...(annotation !== undefined && { annotation }),
    ...(values.product && {
      product: { name: guestOs(values.product, Number.MAX_SAFE_INTEGER).title, vendor: 'Microsoft' },
    }),
  };
  checkMachine(vm, reading);
  return { vm, guestFallback };
}

function readGuest({ values, missing }: Reading<typeof INPUTS>): {
  guest: VirtualMachine['guest'];
  guestFallback: boolean;
} {
  const id = values['guest-id'];
  if (values.product === undefined) {
    if (id === undefined) throw missing('product');
    return { guest: { id, title: id }, guestFallback: false };
  }
  const guest = guestOs(values.product, values['hardware-version']);
  return { guest: { id: id ?? guest.id, title: guest.title }, guestFallback: id === undefined && guest.fallback };
}

/** A number, or the name that a VMX file gives it. */
function hardwareVersion(value: string): number {
  return integer(10, 99).parse(value.replace(/^vmx-/i, ''));
}

/** Combinations that ESXi refuses, or that would switch something off without a word. */
function checkMachine(vm: VirtualMachine, { invalid }: Reading<typeof INPUTS>): void {
  const refuse = (name: keyof typeof INPUTS, value: string | number, hint: string): never => {
    throw invalid(name, value, hint);
  };
  if (vm.memory % (4 * MIB) !== 0 || vm.memory === 0)
    refuse('memory', `${vm.memory} bytes`, 'Give a multiple of 4 MiB.');
  if (vm.coresPerSocket !== undefined && vm.cpus % vm.coresPerSocket !== 0) {
    refuse('cores-per-socket', vm.coresPerSocket, `It must divide the number of cpus, ${vm.cpus}.`);
  }
  if (vm.secureBoot && vm.firmware !== 'efi') refuse('secure-boot', 'true', 'Secure boot needs firmware: efi.');
  if (vm.secureBoot && vm.hardwareVersion < 13) {
    refuse('hardware-version', vm.hardwareVersion, 'Secure boot needs 13 (vSphere 6.5) or newer.');
  }
  if (vm.vbs && !vm.secureBoot) refuse('vbs', 'true', 'It needs firmware: efi and secure-boot: true.');
  if (vm.vbs && vm.hardwareVersion < 14) {
    refuse('hardware-version', vm.hardwareVersion, 'Virtualisation-based security needs 14 (vSphere 6.7) or newer.');
  }
  if (vm.controller === 'nvme' && vm.hardwareVersion < 13) {
    refuse('hardware-version', vm.hardwareVersion, 'An NVMe controller needs 13 (vSphere 6.5) or newer.');
  }
}

async function readSigning(reading: Reading<typeof INPUTS>): Promise<Pick<ConvertOvaInputs, 'signer' | 'signCommand'>> {
  const { 'sign-key': key, 'sign-command': command, 'sign-certificate': certificate } = reading.values;
  if (command === undefined) return readSigningPair(key, certificate, reading);
  if (key !== undefined) {
    throw reading.invalid('sign-command', command, 'Give either sign-key or sign-command: one signature is made.');
  }
  if (certificate === undefined) throw reading.missing('sign-certificate');
  return {
    signCommand: { command, certificate: readSigningCertificate(await readPem('sign-certificate', certificate)) },
  };
}
