/** The lesser drivers of VMware Tools: one device (or none), one service, one file. Structure as the vendor's, text ours. */

export interface SimpleDriver {
  /** File name without extension, for the INF, the driver and the catalog. */
  readonly file: string;
  readonly class: string;
  readonly classGuid: string;
  readonly hardwareIds: readonly string[];
  readonly service: string;
  readonly startType: 0 | 1 | 2 | 3;
  readonly group?: string;
  readonly description: string;
  readonly date: string;
  readonly version: string;
}

export function simpleDriverInf(driver: SimpleDriver): string {
  const { file, service } = driver;
  return [
    `; ${driver.description}`,
    '[Version]',
    'Signature = "$Windows NT$"',
    `Class     = ${driver.class}`,
    `ClassGuid = ${driver.classGuid}`,
    'Provider  = %Manufacturer%',
    `DriverVer = ${driver.date},${driver.version}`,
    `CatalogFile.NTamd64 = ${file}.cat`,
    '',
    '[Manufacturer]',
    '%Manufacturer% = Devices, NTamd64.6.2',
    '[Devices.NTamd64.6.2]',
    `%Description% = ${service}_Device, ${driver.hardwareIds.join(', ')}`,
    '',
    `[${service}_Device.NT]`,
    `CopyFiles = @${file}.sys`,
    `[${service}_Device.NT.Services]`,
    `AddService = ${service}, 0x00000002, ${service}_Service`,
    `[${service}_Service]`,
    'DisplayName   = %Description%',
    'ServiceType   = 1',
    `StartType     = ${driver.startType}`,
    'ErrorControl  = 1',
    `ServiceBinary = %12%\\${file}.sys`,
    ...(driver.group === undefined ? [] : [`LoadOrderGroup = ${driver.group}`]),
    '',
    '[SourceDisksNames]',
    '1 = %Disk%',
    '[SourceDisksFiles]',
    `${file}.sys = 1`,
    '[DestinationDirs]',
    'DefaultDestDir = 12',
    '',
    '[Strings]',
    'Manufacturer = "VMware, Inc."',
    `Description  = "${driver.description}"`,
    `Disk         = "${driver.description} Disk"`,
    '',
  ].join('\r\n');
}
