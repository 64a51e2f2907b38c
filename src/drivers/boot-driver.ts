/** A storage driver as it must be written into an offline image so that Windows boots from the disk behind it. */

import { FormatError, UserError } from '../errors.ts';
import { bindings, explainNoBinding, uninstallable } from './binding.ts';
import {
  belowWindows,
  DRIVER_STORE,
  directoryIdIn,
  expandDirectoryIds,
  FIRST_BUILD_WITH_DRIVER_STORE,
} from './inf/directory-id.ts';
import type { Inf } from './inf/inf.ts';
import type { InfInstall } from './inf/inf-install.ts';
import type { HardwareId } from './inf/inf-models.ts';
import type { InfRegistryValue } from './inf/inf-registry.ts';
import type { InfService } from './inf/inf-service.ts';
import type { InfArchitecture, WindowsTarget } from './inf/target-os.ts';

export interface BootDriver {
  /** File name of the INF file: `pvscsi.inf`. */
  readonly inf: string;
  readonly class: string | undefined;
  /** With braces, lower case. */
  readonly classGuid: string;
  readonly provider: string | undefined;
  /** DriverVer date, `2022-03-03`. */
  readonly date: string;
  /** DriverVer version, four parts. */
  readonly version: string;
  /** Install section with its decoration: the name of the configuration in DriverDatabase. */
  readonly configuration: string;
  readonly devices: readonly {
    readonly manufacturer: string;
    readonly description: string;
    readonly ids: readonly HardwareId[];
  }[];
  /** The function driver; its `registry` holds BusType and PnpInterface, its `binary` the name of the .sys file. */
  readonly service: InfService;
  /** Where the .sys file goes, relative to the Windows folder, and the service's ImagePath: `System32\drivers\pvscsi.sys`. */
  readonly imagePath: string;
  /** The package wants to be run from the driver store; until pnputil has put it there, it runs from System32\drivers. */
  readonly fromDriverStore: boolean;
  /** Values of the device's hardware key (`.HW`): message-signalled interrupts. */
  readonly hardwareRegistry: readonly InfRegistryValue[];
  /** Path of the .sys file relative to the folder of the INF file. */
  readonly binaryPath: string;
}

/** A storage driver that Windows does not start with: why not, one clause. */
interface LaterDriver {
  readonly startsLater: string;
}

/** Classes whose drivers a disk can hang on: SCSIAdapter and HDC (devguid.h). */
const STORAGE_CLASSES: readonly string[] = [
  '{4d36e97b-e325-11ce-bfc1-08002be10318}',
  '{4d36e96a-e325-11ce-bfc1-08002be10318}',
];
const STORAGE_CLASS_NAMES: readonly string[] = ['scsiadapter', 'hdc'];
/** What Windows loads as code. */
const BINARY = /\.(?:sys|dll|exe)$/i;

/** By the class GUID, which decides for Windows; by the name only where there is none. */
export function isStorageDriver({ version }: Pick<Inf, 'version'>): boolean {
  if (version.classGuid !== undefined) return STORAGE_CLASSES.includes(version.classGuid);
  return STORAGE_CLASS_NAMES.includes(version.class?.toLowerCase() ?? '');
}

/**
 * @param target the Windows of the image
 * @returns a reason instead of the driver where the INF file does not ask for it to be started at boot
 * @throws UserError driver-does-not-bind when the INF file installs nothing on it; driver-cannot-start when Windows would be told
 *   to start it and could not
 */
export function readBootDriver(inf: Inf, target: WindowsTarget): BootDriver | LaterDriver {
  const { architecture } = target;
  const bound = bindings(inf, target);
  const first = bound[0];
  if (!first) throw doesNotBind(inf, explainNoBinding(inf, target));
  const install = readInstall(inf, first.installSection, architecture);
  const service = install.services.find(({ isFunctionDriver }) => isFunctionDriver) ?? install.services[0];
  if (!service) return { startsLater: `its section [${install.section}.Services] adds no service` };
  if (service.startType !== 0) {
    return { startsLater: `its service ${service.name} has StartType ${service.startType}, a boot driver has 0` };
  }
  const driver = install.driver ?? inf.version.driver;
  const { classGuid } = inf.version;
  if (!driver || classGuid === undefined) {
    throw doesNotBind(inf, 'its [Version] section names no DriverVer or no ClassGuid');
  }
  if (service.place.directory === DRIVER_STORE) assertMovable(inf, install, service, target);
  return {
    inf: inf.name,
    class: inf.version.class,
    classGuid,
    provider: inf.version.provider,
    ...driver,
    configuration: install.section,
    devices: bound.filter((model) => model.installSection.toLowerCase() === first.installSection.toLowerCase()),
    service: { ...service, registry: service.registry.map((value) => expanded(inf, value)) },
    imagePath: imagePath(inf, service),
    fromDriverStore: service.place.directory === DRIVER_STORE,
    hardwareRegistry: install.hardwareRegistry.map((value) => expanded(inf, value)),
    binaryPath: inf.sourcePath(service.binary, architecture),
  };
}

function readInstall(inf: Inf, section: string, architecture: InfArchitecture): InfInstall {
  try {
    return inf.install(section, architecture);
  } catch (error) {
    throw error instanceof FormatError ? cannotStart(inf, uninstallable(error)) : error;
  }
}

function imagePath(inf: Inf, service: InfService): string {
  const { place, binary } = service;
  if (place.directory === DRIVER_STORE) return `System32\\drivers\\${binary}`;
  const path = belowWindows(place);
  if (path !== undefined && !path.includes('%')) return path;
  throw cannotStart(inf, `its service ${service.name} lies in a folder that only a running Windows knows`);
}

/**
 * virt-v2v starts such drivers from System32\drivers, which is right as long as the package is the one .sys file: anything else that
 * it looks for in the driver store is not there yet.
 */
function assertMovable(inf: Inf, install: InfInstall, service: InfService, target: WindowsTarget): void {
  if (target.build < FIRST_BUILD_WITH_DRIVER_STORE) {
    throw cannotStart(
      inf,
      `it runs from the driver store (%13%), which Windows can from build ${FIRST_BUILD_WITH_DRIVER_STORE} on, and this is ${target.build}`,
    );
  }
  const others = [
    ...install.copiedFiles,
    ...install.services.map(({ binary }) => binary),
    ...inf.sourceFiles(target.architecture).map(({ name }) => name),
  ].filter((name) => BINARY.test(name) && name.toLowerCase() !== service.binary.toLowerCase());
  for (const value of install.registry) expanded(inf, value);
  if (others.length > 0) {
    throw cannotStart(
      inf,
      `it runs from the driver store (%13%) and has more than one binary: ${service.binary}, ${[...new Set(others)].join(', ')}`,
    );
  }
}

/** The value with its directory identifiers replaced: nothing replaces them later. */
function expanded(inf: Inf, value: InfRegistryValue): InfRegistryValue {
  const expand = (text: string): string => {
    const result = expandDirectoryIds(text);
    const identifier = directoryIdIn(result);
    if (identifier === undefined) return result;
    throw cannotStart(
      inf,
      `its registry value ${[value.subkey, value.name].filter((part) => part !== '').join('\\')} names a folder that only a running Windows knows (%${identifier}%)`,
    );
  };
  const place = { subkey: expand(value.subkey), name: expand(value.name) };
  if (value.type === 'REG_MULTI_SZ') return { ...value, ...place, data: value.data.map(expand) };
  if (value.type === 'REG_SZ' || value.type === 'REG_EXPAND_SZ')
    return { ...value, ...place, data: expand(value.data) };
  return { ...value, ...place };
}

function doesNotBind(inf: Inf, reason: string): UserError {
  return new UserError(
    'driver-does-not-bind',
    `${inf.name} cannot serve as the boot driver of this Windows: ${reason}`,
    'Let extract-drivers choose the driver for the product, or take another version of VMware Tools.',
  );
}

/** @param reason one clause about the driver, "its …" or "it …" */
export function cannotStart(inf: { readonly name: string }, reason: string): UserError {
  return new UserError(
    'driver-cannot-start',
    `Windows could not be started with ${inf.name}: ${reason}`,
    'Take the build of the driver for an older Windows, whose ServiceBinary begins with %12%, or another version.',
  );
}
