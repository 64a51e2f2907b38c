/** Reads the inputs of build-vhd; a template file supplies defaults. */

import { join, resolve } from 'node:path';
import { UserError } from '../../src/errors.ts';
import { jobFolder } from '../../src/runner/folders.ts';
import { type InputReader, invalidInput, missingInput } from '../../src/runner/inputs.ts';
import type { Template } from '../../src/template/template.ts';
import { loadTemplate } from '../../src/template/template-file.ts';
import type { BuildRequest } from '../../src/windows/build-image.ts';

export type BuildVhdInputs = BuildRequest;

const GIB = 2 ** 30;
const MIB = 2 ** 20;
/** DISM takes names of this kind; they become part of a command line in the image. */
const FEATURE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

export async function readInputs(inputs: InputReader): Promise<BuildVhdInputs> {
  const templatePath = inputs.text('template');
  const template = templatePath === undefined ? undefined : await loadTemplate(templatePath);
  refuseOtherFormats(inputs, template);
  const edition = inputs.text('edition') ?? template?.windows.edition;
  if (edition === undefined) throw missingInput('edition');
  const unattend = inputs.text('unattend') ?? template?.customize.unattend;
  const tools = inputs.text('tools-setup');
  return {
    ...readIso(inputs, template),
    edition,
    vhd: readVhd(inputs, template),
    disk: {
      type: inputs.choice('type', ['dynamic', 'fixed']) ?? template?.disk.type ?? 'dynamic',
      size: wholeMebibytes(inputs.size('size'), 'size') ?? template?.disk.size ?? 40 * GIB,
      esp: wholeMebibytes(inputs.size('esp'), 'esp') ?? template?.disk.esp ?? 260 * MIB,
      msr: wholeMebibytes(inputs.size('msr'), 'msr') ?? template?.disk.msr ?? 16 * MIB,
    },
    engine: readEngine(inputs),
    packages: inputs.text('packages'),
    drivers: inputs.text('drivers'),
    features: readFeatures(inputs, template),
    remoteDesktop: inputs.boolean('remote-desktop') ?? template?.customize.remoteDesktop ?? false,
    unattend: unattend === undefined ? undefined : resolve(unattend),
    toolsSetup: tools === undefined || template?.customize.vmwareTools === 'none' ? undefined : resolve(tools),
    cleanup: inputs.boolean('cleanup') ?? true,
    date: readDate(),
  };
}

/** The template's hash holds for an ISO named here as well: a step before may have fetched what the template names by URL. */
function readIso(inputs: InputReader, template: Template | undefined): Pick<BuildVhdInputs, 'iso' | 'sha256'> {
  const own = inputs.text('iso');
  const pinned = template?.windows.iso;
  const iso = own ?? pinned?.path;
  if (iso === undefined && pinned?.url !== undefined) {
    throw new UserError(
      'input-missing',
      `The template names the ISO only by its URL ${pinned.url}, which build-vhd does not download`,
      'Fetch it in a step before and give its path with the input iso.',
    );
  }
  if (iso === undefined) throw missingInput('iso');
  return { iso: resolve(iso), sha256: inputs.sha256('sha256') ?? pinned?.sha256 };
}

function readVhd(inputs: InputReader, template: Template | undefined): string {
  const own = inputs.text('vhd');
  if (own !== undefined) return resolve(own);
  if (template === undefined) throw missingInput('vhd');
  return join(jobFolder('build-vhd'), `${template.name}.vhd`);
}

function refuseOtherFormats(inputs: InputReader, template: Template | undefined): void {
  const format = inputs.text('format') ?? template?.disk.format ?? 'vhd';
  if (format !== 'vhd') throw invalidInput('format', format, 'Write vhd; other formats are not built yet.');
  const recovery = inputs.text('recovery') ?? template?.disk.recovery ?? 'none';
  if (recovery !== 'none') {
    throw invalidInput(
      'recovery',
      recovery,
      'Write none: a Recovery partition is not built yet, and it is what makes quiesced snapshots fail.',
    );
  }
}

function readEngine(inputs: InputReader): BuildVhdInputs['engine'] {
  const engine = inputs.text('engine') ?? 'auto';
  if (engine === 'auto' || engine === 'wimlib') return 'wimlib';
  const planned = ['dism', 'convert-windowsimage'].includes(engine);
  throw invalidInput(
    'engine',
    engine,
    planned ? 'This engine is not built yet; write auto or wimlib and run on Linux.' : 'Write auto or wimlib.',
  );
}

/** Every partition begins and ends on a whole MiB, where Windows expects it. */
function wholeMebibytes(size: number | undefined, name: string): number | undefined {
  if (size === undefined || size % MIB === 0) return size;
  throw invalidInput(name, `${size} B`, 'Write a size in whole MiB, for example 260 MiB.');
}

function readFeatures(inputs: InputReader, template: Template | undefined): readonly string[] {
  const features = inputs.list('features') ?? template?.customize.features ?? [];
  const wrong = features.find((feature) => !FEATURE_NAME.test(feature));
  if (wrong === undefined) return features;
  throw invalidInput('features', wrong, 'Write names as "dism /Online /Get-Features" lists them.');
}

/** SOURCE_DATE_EPOCH, seconds since 1970 (reproducible-builds.org/specs/source-date-epoch). */
function readDate(): Date | undefined {
  const text = process.env.SOURCE_DATE_EPOCH;
  return text !== undefined && /^\d+$/.test(text) ? new Date(Number(text) * 1000) : undefined;
}
