/** One driver as build-vhd takes it. */

import type { BootDriver } from '../../drivers/boot-driver.ts';
import type { PackageFile } from '../../drivers/driver-files.ts';

export interface DriverPackage {
  /** File name of the INF without its ending: the folder it is staged in. */
  readonly name: string;
  readonly infName: string;
  /** Path on the media or as given, for messages. */
  readonly place: string;
  /** DriverVer version, four parts. */
  readonly version: string;
  /** What it binds to, upper case. */
  readonly hardwareIds: readonly string[];
  /** The INF file and all that it needs. */
  readonly files: readonly PackageFile[];
  /** SHA-256 over names and contents. */
  readonly sha256: string;
  /** Set when Windows needs this driver to reach its disk. */
  readonly boot: BootDriver | undefined;
  /** Absolute path of the .sys file of a boot driver. */
  readonly bootBinary: string | undefined;
}
