/** Reads a template file: YAML to a checked Template, every complaint with its line and column. */

import { dirname, resolve } from 'node:path';
import { parseDuration, parseSize } from '../units.ts';
import { type CheckedTemplate, checkAgainstSchema } from './check-template.ts';
import { type LayerCache, readLayers } from './read-layers.ts';
import type { PinnedFile, Template } from './template.ts';
import type { TemplateSource } from './template-source.ts';
import { writtenPath } from './written-path.ts';

/**
 * @param path of the template file; paths in it, and in a base that it extends, are relative to the folder of the file they stand in
 * @param cache for who reads many templates that share a base
 * @throws UserError file-missing, template-invalid with all faults
 */
export async function loadTemplate(path: string, cache?: LayerCache): Promise<Template> {
  const layers = await readLayers(path, cache);
  const bases = layers.slice(1).map((layer) => resolve(layer.path));
  return { ...resolveTemplate(resolve(path), checkAgainstSchema(layers)), bases };
}

/** Units to numbers, relative paths to absolute ones; what the schema accepts, it can read. */
export function resolveTemplate(file: string, { source, places }: CheckedTemplate): Omit<Template, 'bases'> {
  // Relative to the file in which it stands: a base lies elsewhere than the template.
  const near = (key: string, path: string): string => writtenPath(dirname(places.get(key)?.file ?? file), path);
  const pinned = (key: string, pin: PinnedFile): PinnedFile => ({
    ...pin,
    ...(pin.path !== undefined && { path: near(`${key}.path`, pin.path) }),
    ...(pin.sha256 !== undefined && { sha256: pin.sha256.toLowerCase() }),
  });
  const { windows, updates, drivers, disk, customize, vm, verify } = source;
  const toolsIso = drivers['tools-iso'];
  return {
    file,
    places,
    name: source.name,
    windows: { ...windows, edition: String(windows.edition), iso: pinned('windows.iso', windows.iso) },
    updates: {
      include: updates.include,
      release: typeof updates.release === 'string' ? [updates.release] : updates.release,
      channel: updates.channel,
      exclude: updates.exclude,
      ...(updates['media-build'] !== undefined && { mediaBuild: updates['media-build'] }),
    },
    drivers: { include: drivers.include, ...(toolsIso && { toolsIso: pinned('drivers.tools-iso', toolsIso) }) },
    disk: resolveDisk(disk),
    customize: resolveCustomize(customize, near),
    bake: readBake(source.bake),
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
    runsOn: [source['runs-on']].flat(),
    verify: {
      level: verify.level,
      timeout: parseDuration(verify.timeout, 'verify.timeout'),
      customization: verify.customization,
      markerScripts: verify['marker-scripts'],
    },
  };
}

/** @param near makes a path absolute that stands at a key */
function resolveDisk({ size, esp, msr, ...rest }: TemplateSource['disk']): Template['disk'] {
  return {
    ...rest,
    size: parseSize(size, 'disk.size'),
    ...(esp !== undefined && { esp: parseSize(esp, 'disk.esp') }),
    ...(msr !== undefined && { msr: parseSize(msr, 'disk.msr') }),
  };
}

function resolveCustomize(
  customize: TemplateSource['customize'],
  near: (key: string, path: string) => string,
): Template['customize'] {
  return {
    features: customize.features,
    remoteDesktop: customize['remote-desktop'],
    vmwareTools: customize['vmware-tools'],
    ...resolveUnattend(customize.unattend, near),
    ...(customize.files && {
      files: customize.files.map(({ from, to }, index) => ({
        from: near(`customize.files[${index}].from`, from),
        to,
      })),
    }),
    ...(customize.registry && { registry: customize.registry }),
    ...(customize['first-boot-scripts'] && {
      firstBootScripts: customize['first-boot-scripts'].map((script, index) =>
        near(`customize.first-boot-scripts[${index}]`, script),
      ),
    }),
  };
}

function resolveUnattend(
  unattend: TemplateSource['customize']['unattend'],
  near: (key: string, path: string) => string,
): Pick<Template['customize'], 'unattend' | 'answers'> {
  if (unattend === undefined) return {};
  const { file, locale } = unattend;
  if (file !== undefined) return { unattend: near('customize.unattend.file', file) };
  const entries = {
    locale,
    timeZone: unattend['time-zone'],
    computerName: unattend['computer-name'],
    productKey: unattend['product-key'],
    sanPolicy: unattend['san-policy'],
    administratorPasswordEnv: unattend['administrator-password-env'],
  };
  return { answers: Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) };
}

/** Without the section nothing is baked, as in templates from before there was one. */
function readBake(source: TemplateSource['bake']): Template['bake'] {
  const { on, seal, timeout } = source ?? { on: 'none', seal: 'none', timeout: '3 h' };
  return { on, seal, timeout: parseDuration(timeout, 'bake.timeout') };
}
