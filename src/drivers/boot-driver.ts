/** A storage driver as it must be written into an offline image so that Windows boots from the disk behind it. */

import { UserError } from '../errors.ts';
import { bindings, explainNoBinding } from './binding.ts';
import type { Inf } from './inf/inf.ts';
import type { InfInstall } from './inf/inf-install.ts';
import type { HardwareId } from './inf/inf-models.ts';
import type { RegistryValue } from './inf/inf-registry.ts';
import type { InfService } from './inf/inf-service.ts';
import type { WindowsTarget } from './inf/target-os.ts';

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
  /** Values of the device's hardware key (`.HW`): message-signalled interrupts. */
  readonly hardwareRegistry: readonly RegistryValue[];
  /** Files to copy, relative to the folder of the INF file, the .sys file among them. */
  readonly files: readonly string[];
  /** Path of the .sys file relative to the folder of the INF file. */
  readonly binaryPath: string;
  readonly catalog: string | undefined;
}

/**
 * @param target the Windows of the image (`windowsServer(build)`)
 * @throws UserError driver-does-not-bind when the INF file installs nothing on it, or its driver is not started at boot
 * @throws FormatError when the INF file lacks what every boot driver has
 */
export function readBootDriver(inf: Inf, target: WindowsTarget): BootDriver {
  const { architecture } = target;
  const bound = bindings(inf, target);
  const first = bound[0];
  if (!first) throw doesNotBind(inf, explainNoBinding(inf, target));
  const install = inf.install(first.installSection, architecture);
  const service = bootService(inf, install);
  const driver = install.driver ?? inf.version.driver;
  const { classGuid } = inf.version;
  if (!driver || classGuid === undefined) {
    throw doesNotBind(inf, 'its [Version] section names no DriverVer or no ClassGuid');
  }
  return {
    inf: inf.name,
    class: inf.version.class,
    classGuid,
    provider: inf.version.provider,
    ...driver,
    configuration: install.section,
    devices: bound.filter((model) => model.installSection.toLowerCase() === first.installSection.toLowerCase()),
    service,
    hardwareRegistry: install.hardwareRegistry,
    files: install.copiedFiles.map((file) => inf.sourcePath(file, architecture)),
    binaryPath: inf.sourcePath(service.binary, architecture),
    catalog: inf.catalog(architecture),
  };
}

function bootService(inf: Inf, install: InfInstall): InfService {
  const service = install.services.find(({ isFunctionDriver }) => isFunctionDriver) ?? install.services[0];
  if (!service) throw doesNotBind(inf, `its section [${install.section}.Services] adds no service`);
  if (service.startType !== 0) {
    throw doesNotBind(inf, `its service ${service.name} has StartType ${service.startType}, a boot driver has 0`);
  }
  return service;
}

function doesNotBind(inf: Inf, reason: string): UserError {
  return new UserError(
    'driver-does-not-bind',
    `${inf.name} cannot serve as the boot driver of this Windows: ${reason}`,
    'Let extract-drivers choose the driver for the product, or take another version of VMware Tools.',
  );
}
