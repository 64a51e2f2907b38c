/** Writes small INF files in the structure of the real ones, with names and texts of our own. */

export interface SampleInf {
  readonly name: string;
  readonly device: string;
  readonly driverVer: string;
  /** Decoration to whether its Models section holds the device; an empty section binds nothing. */
  readonly models: Readonly<Record<string, boolean>>;
  readonly service?: string;
  readonly startType?: number;
  readonly class?: string;
  readonly classGuid?: string;
  /** Files that CopyFiles names, the .sys file first. */
  readonly files?: readonly string[];
}

export const PVSCSI_DEVICE = 'PCI\\VEN_15AD&DEV_07C0';
export const VMXNET3_DEVICE = 'PCI\\VEN_15AD&DEV_07B0';

export function sampleInf(sample: SampleInf): string {
  const { name, device, driverVer, models, service = name, startType = 3 } = sample;
  const files = sample.files ?? [`${name}.sys`];
  const decorations = Object.keys(models);
  return [
    '',
    '; Made for the tests',
    '[Version]',
    'Signature = "$Windows NT$"',
    `Class = ${sample.class ?? 'Net'}`,
    `ClassGuid = ${sample.classGuid ?? '{4d36e972-e325-11ce-bfc1-08002be10318}'}`,
    'Provider = %Maker%',
    `DriverVer = ${driverVer}`,
    `CatalogFile = ${name}.cat`,
    '[SourceDisksNames]',
    '1 = %Disk%',
    '[SourceDisksFiles]',
    ...files.map((file) => `${file} = 1`),
    '[DestinationDirs]',
    'DefaultDestDir = 12',
    '[Manufacturer]',
    `%Maker% = Sample${decorations.map((decoration) => `, ${decoration}`).join('')}`,
    ...decorations.flatMap((decoration) => [
      `[Sample.${decoration}]`,
      ...(models[decoration] ? [`%Device% = Install, ${device}`] : ['; left to the driver inside Windows']),
    ]),
    '[Install]',
    'CopyFiles = Install.Files',
    '[Install.Files]',
    ...files,
    '[Install.Services]',
    `AddService = ${service}, 2, Install.Service`,
    '[Install.Service]',
    'ServiceType = 1',
    `StartType = ${startType} ; when`,
    'ErrorControl = 1',
    `ServiceBinary = %12%\\${files[0]}`,
    '[Strings]',
    'Maker = "Sample Maker"',
    'Disk = "Sample Disk"',
    `Device = "Sample ${name}"`,
    '',
  ].join('\r\n');
}

/** As the vendor's: the older builds by 6.2, the newer ones left to Windows. */
export function pvscsiInf(driverVer = '03/03/2022,1.3.25.0'): string {
  return sampleInf({
    name: 'pvscsi',
    device: PVSCSI_DEVICE,
    driverVer,
    models: { 'NTamd64.10.0...20124': false, 'NTamd64.6.2': true },
    startType: 0,
    class: 'SCSIAdapter',
    classGuid: '{4D36E97B-E325-11CE-BFC1-08002BE10318}',
  });
}

export function vmxnet3Inf(decoration: string, driverVer: string): string {
  return sampleInf({
    name: 'vmxnet3',
    device: VMXNET3_DEVICE,
    driverVer,
    models: { [decoration]: true },
    service: 'vmxnet3ndis6',
    files: ['vmxnet3.sys', 'vmxnet3ver.dll'],
  });
}
