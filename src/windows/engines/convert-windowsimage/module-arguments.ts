/**
 * What Convert-WindowsImage is called with. Its variants differ by their parameters: the gallery's 10.0 has `VhdType` (alias DiskType),
 * older ones of it `VHDPartitionStyle` in place of `DiskLayout`, those of x0nn and MSLab `IsFixed`. Not asked for is RemoteDesktopEnable:
 * the module loads a hive for it that would stay loaded, and the disk attached, in a run that is killed; we set the value ourselves.
 */

import { UserError } from '../../../errors.ts';

export interface ModuleWish {
  /** ISO or WIM. */
  readonly source: string;
  /** Index of the image: names are matched by parts of them. */
  readonly index: number;
  readonly vhd: string;
  /** Bytes. */
  readonly size: number;
  readonly format: 'vhd' | 'vhdx';
  readonly type: 'dynamic' | 'fixed';
  readonly features: readonly string[];
  /** Paths in the order of installation. */
  readonly packages: readonly string[];
  /** Folders; all INF files below are installed. */
  readonly drivers: readonly string[];
  /** Folder for its logs and copies. */
  readonly temp: string;
}

export interface ModuleCall {
  readonly arguments: Readonly<Record<string, string | number | readonly string[]>>;
  readonly switches: readonly string[];
}

/**
 * @param parameters names that the variant knows, in any case
 * @throws UserError tool-too-old that names what the variant cannot do
 */
export function moduleCall(wish: ModuleWish, parameters: readonly string[]): ModuleCall {
  const known = new Map(parameters.map((name) => [name.toLowerCase(), name]));
  const values: Record<string, string | number | readonly string[]> = {};
  const switches: string[] = [];
  const find = (...names: readonly string[]): string => {
    const name = names.map((candidate) => known.get(candidate.toLowerCase())).find((found) => found !== undefined);
    if (name === undefined) throw lacking(names);
    return name;
  };
  const set = (value: string | number | readonly string[], ...names: readonly string[]): void => {
    values[find(...names)] = value;
  };
  set(wish.source, 'SourcePath');
  set(String(wish.index), 'Edition');
  set(wish.vhd, 'VHDPath');
  set(wish.format.toUpperCase(), 'VHDFormat');
  set(wish.size, 'SizeBytes');
  if (known.has('disklayout')) set('UEFI', 'DiskLayout');
  else set('GPT', 'VHDPartitionStyle', 'DiskLayout');
  set('VirtualMachine', 'BCDinVHD');
  if (known.has('vhdtype')) set(wish.type === 'fixed' ? 'Fixed' : 'Dynamic', 'VHDType');
  else if (wish.type === 'fixed') switches.push(find('IsFixed', 'VHDType'));
  if (wish.features.length > 0) set(wish.features, 'Feature');
  if (wish.packages.length > 0) set(wish.packages, 'Package');
  if (wish.drivers.length > 0) set(wish.drivers, 'Driver');
  // Where its own place would be the folder of the account. WorkingDirectory means nothing beside VHDPath, and is warned of.
  if (known.has('tempdirectory')) set(wish.temp, 'TempDirectory');
  return { arguments: values, switches };
}

/** Whether a variant reads install.esd: the gallery's looks for install.wim alone, and opens it by the interface of WIM files. */
export function readsEsd(parameters: readonly string[]): boolean {
  return !parameters.some((name) => name.toLowerCase() === 'vhdtype');
}

function lacking(names: readonly string[]): UserError {
  return new UserError(
    'tool-too-old',
    `The Convert-WindowsImage of this runner has no parameter ${names.join(' or ')}`,
    'Take the module of the PowerShell Gallery (Install-Module -Name Convert-WindowsImage), or the engine dism.',
  );
}
