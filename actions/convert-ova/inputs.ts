/** The inputs of convert-ova, explicit ones before those of the template file. */

import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { UserError } from '../../src/errors.ts';
import { explainPathError } from '../../src/files/explain-path-error.ts';
import { MANIFEST_ALGORITHMS, type ManifestAlgorithm } from '../../src/ova/manifest.ts';
import { CONVERT_ENGINES, type ConvertEngine } from '../../src/ova/open-image.ts';
import { createSigner, type Signer } from '../../src/ova/signature.ts';
import type { VirtualMachine } from '../../src/ova/virtual-machine.ts';
import { guestOs } from '../../src/products/guest-os.ts';
import { PRODUCTS, type Product } from '../../src/products/product.ts';
import { type InputReader, invalidInput, missingInput } from '../../src/runner/inputs.ts';
import { DISK_CONTROLLERS, type Template } from '../../src/template/template.ts';
import { loadTemplate } from '../../src/template/template-file.ts';

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
  readonly allowRecovery: boolean;
  /** Seconds since 1970, for the archive's headers. */
  readonly modified: number;
}

const DEFAULT_LEVEL = 1;
/** 1980-01-01: the same for everybody who does not set SOURCE_DATE_EPOCH. */
const DEFAULT_MODIFIED = 315_532_800;
const MIB = 2 ** 20;

export async function readInputs(inputs: InputReader): Promise<ConvertOvaInputs> {
  const templatePath = inputs.text('template');
  const template = templatePath === undefined ? undefined : await loadTemplate(templatePath);
  const disk = resolve(inputs.required('disk'));
  const ova = resolve(inputs.required('ova'));
  if (disk === ova) throw invalidInput('ova', ova, 'Give it another name than the disk.');
  const signer = await readSigner(inputs);
  const { vm, guestFallback } = readMachine(inputs, template, ova);
  return {
    disk,
    ova,
    vm,
    guestFallback,
    engine: inputs.choice('engine', CONVERT_ENGINES) ?? 'auto',
    level: inputs.integer('compression-level', { min: 1, max: 9 }) ?? DEFAULT_LEVEL,
    skipFreeSpace: inputs.boolean('skip-free-space') ?? true,
    manifest: inputs.choice('manifest', MANIFEST_ALGORITHMS) ?? 'sha256',
    ...(signer && { signer }),
    allowRecovery: inputs.boolean('allow-recovery') ?? false,
    modified: readModified(process.env.SOURCE_DATE_EPOCH),
  };
}

function readMachine(
  inputs: InputReader,
  template: Template | undefined,
  ova: string,
): { vm: VirtualMachine; guestFallback: boolean } {
  const defaults = template?.vm;
  const hardwareVersion = inputs.integer('hardware-version', { min: 10, max: 99 }) ?? defaults?.hardwareVersion ?? 14;
  const firmware = inputs.choice('firmware', ['efi', 'bios']) ?? defaults?.firmware ?? 'efi';
  const product = inputs.choice('product', PRODUCTS) ?? template?.windows.product;
  const { guest, guestFallback } = readGuest(inputs.text('guest-id'), product, hardwareVersion);
  const network = inputs.text('network') ?? defaults?.network ?? 'VM Network';
  const coresPerSocket = inputs.integer('cores-per-socket', { min: 1, max: 768 });
  const annotation = inputs.text('annotation');
  const vm: VirtualMachine = {
    name: inputs.text('name') ?? template?.name ?? basename(ova).replace(/\.ova$/i, ''),
    guest,
    cpus: inputs.integer('cpus', { min: 1, max: 768 }) ?? defaults?.cpus ?? 2,
    ...(coresPerSocket !== undefined && { coresPerSocket }),
    memory: inputs.size('memory') ?? defaults?.memory ?? 4 * 2 ** 30,
    hardwareVersion,
    firmware,
    secureBoot: inputs.boolean('secure-boot') ?? (firmware === 'efi' && (defaults?.secureBoot ?? true)),
    vbs: inputs.boolean('vbs') ?? false,
    cpuHotAdd: inputs.boolean('cpu-hot-add') ?? false,
    memoryHotAdd: inputs.boolean('memory-hot-add') ?? false,
    controller: inputs.choice('disk-controller', DISK_CONTROLLERS) ?? defaults?.diskController ?? 'pvscsi',
    ...(network !== 'none' && { network }),
    networkAdapter: inputs.choice('network-adapter', ['vmxnet3', 'e1000e']) ?? 'vmxnet3',
    // Without it Windows sees no disk serial numbers and vSphere silently takes weaker snapshots.
    extraConfig: { 'disk.EnableUUID': 'TRUE', ...readExtraConfig(inputs.text('extra-config')) },
    ...(annotation !== undefined && { annotation }),
    ...(product && { product: { name: guestOs(product, Number.MAX_SAFE_INTEGER).title, vendor: 'Microsoft' } }),
  };
  checkMachine(vm);
  return { vm, guestFallback };
}

function readGuest(
  id: string | undefined,
  product: Product | undefined,
  hardwareVersion: number,
): { guest: VirtualMachine['guest']; guestFallback: boolean } {
  if (product === undefined) {
    if (id === undefined) throw missingInput('product');
    return { guest: { id, title: id }, guestFallback: false };
  }
  const guest = guestOs(product, hardwareVersion);
  return { guest: { id: id ?? guest.id, title: guest.title }, guestFallback: id === undefined && guest.fallback };
}

/** Combinations that ESXi refuses, or that would switch something off without a word. */
function checkMachine(vm: VirtualMachine): void {
  const refuse = (input: string, value: string | number, hint: string): never => {
    throw invalidInput(input, String(value), hint);
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

/** Lines of the form `key = value`. */
function readExtraConfig(text: string | undefined): Record<string, string> {
  const entries = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(
    entries.map((line) => {
      const match = /^\s*([A-Za-z0-9._:-]+)\s*=\s*(.*?)\s*$/.exec(line);
      if (match?.[1] === undefined || match[2] === undefined) {
        throw invalidInput('extra-config', line, 'Write one setting a line, as in disk.EnableUUID = TRUE.');
      }
      return [match[1], match[2]];
    }),
  );
}

async function readSigner(inputs: InputReader): Promise<Signer | undefined> {
  const key = inputs.secret('sign-key');
  const certificate = inputs.text('sign-certificate');
  if (key === undefined && certificate === undefined) return undefined;
  if (key === undefined) throw missingInput('sign-key');
  if (certificate === undefined) throw missingInput('sign-certificate');
  return createSigner(await readPem('sign-key', key), await readPem('sign-certificate', certificate));
}

/** The input holds the PEM itself, as a secret does, or the path of a file with it. */
async function readPem(input: string, value: string): Promise<string> {
  if (value.includes('-----BEGIN ')) return value;
  const path = resolve(value.trim());
  return readFile(path, 'utf8').catch((error: unknown) => {
    // The value is not repeated: a mistyped key is a secret all the same. So the error of the system, which names it, is no cause either.
    const explained = explainPathError(error, { what: 'the file that the input names', path: '', input });
    if (!(explained instanceof UserError)) throw error;
    throw new UserError(explained.code, explained.message, 'Give PEM text, or the path of a PEM file.');
  });
}

function readModified(epoch: string | undefined): number {
  if (epoch === undefined || epoch.trim() === '') return DEFAULT_MODIFIED;
  const seconds = Number(epoch);
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= 0o77777777777) return seconds;
  throw new UserError(
    'input-invalid',
    `The environment variable SOURCE_DATE_EPOCH is "${epoch}"`,
    'It must be a number of seconds since 1970, for example the output of: git log -1 --format=%ct',
  );
}
