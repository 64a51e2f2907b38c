/** Reads a template file: YAML to a checked Template, every complaint with its line and column. */

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { explainPathError } from '../files/explain-path-error.ts';
import { parseDuration, parseSize } from '../units.ts';
import { type CheckedTemplate, checkAgainstSchema } from './check-template.ts';
import type { PinnedFile, Template } from './template.ts';

/**
 * @param path of the template file; paths inside it are relative to its folder
 * @throws UserError file-missing, template-invalid with all faults
 */
export async function loadTemplate(path: string): Promise<Template> {
  const file = resolve(path);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw explainPathError(error, { what: 'the template file', path, input: 'template' });
  });
  return resolveTemplate(file, checkAgainstSchema(path, text));
}

/** Units to numbers, relative paths to absolute ones; what the schema accepts, it can read. */
export function resolveTemplate(file: string, { source, places }: CheckedTemplate): Template {
  const folder = dirname(file);
  const pinned = (pin: PinnedFile): PinnedFile => ({
    ...pin,
    ...(pin.path !== undefined && { path: resolve(folder, pin.path) }),
    ...(pin.sha256 !== undefined && { sha256: pin.sha256.toLowerCase() }),
  });
  const { windows, updates, drivers, disk, customize, vm, verify } = source;
  const toolsIso = drivers['tools-iso'];
  return {
    file,
    places,
    name: source.name,
    windows: { ...windows, edition: String(windows.edition), iso: pinned(windows.iso) },
    updates: {
      include: updates.include,
      release: typeof updates.release === 'string' ? [updates.release] : updates.release,
      channel: updates.channel,
      exclude: updates.exclude,
      ...(updates['media-build'] !== undefined && { mediaBuild: updates['media-build'] }),
    },
    drivers: { include: drivers.include, ...(toolsIso && { toolsIso: pinned(toolsIso) }) },
    disk: {
      ...disk,
      size: parseSize(disk.size, 'disk.size'),
      esp: parseSize(disk.esp, 'disk.esp'),
      msr: parseSize(disk.msr, 'disk.msr'),
    },
    customize: {
      features: customize.features,
      remoteDesktop: customize['remote-desktop'],
      vmwareTools: customize['vmware-tools'],
      ...(customize.unattend && { unattend: resolve(folder, customize.unattend.file) }),
      ...(customize.files && {
        files: customize.files.map(({ from, to }) => ({ from: resolve(folder, from), to })),
      }),
      ...(customize.registry && { registry: customize.registry }),
      ...(customize['first-boot-scripts'] && {
        firstBootScripts: customize['first-boot-scripts'].map((script) => resolve(folder, script)),
      }),
    },
    vm: {
      cpus: vm.cpus,
      memory: parseSize(vm.memory, 'vm.memory'),
      hardwareVersion: vm['hardware-version'],
      firmware: vm.firmware,
      secureBoot: vm['secure-boot'] ?? vm.firmware === 'efi',
      diskController: vm['disk-controller'],
      network: vm.network,
    },
    publish: source.publish,
    verify: { level: verify.level, timeout: parseDuration(verify.timeout, 'verify.timeout') },
  };
}
