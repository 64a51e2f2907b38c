/** The driver folders of a Tools version as files in memory: path below `Drivers` to content. */

import { signProgram } from '../authenticode.ts';
import { portableExecutable, SUBSYSTEM } from '../portable-executable.ts';
import { catalogPlaceholder } from './catalog-placeholder.ts';
import { pvscsiInf, pvscsiTxtSetup } from './pvscsi-inf.ts';
import { type SimpleDriver, simpleDriverInf } from './simple-driver-inf.ts';
import type { ToolsVariant } from './tools-variants.ts';
import { vmxnet3Inf } from './vmxnet3-inf.ts';

export type FileTree = ReadonlyMap<string, Buffer>;

const SYSTEM_CLASS = { class: 'System', classGuid: '{4D36E97D-E325-11CE-BFC1-08002BE10318}' } as const;
const MOUSE_CLASS = { class: 'Mouse', classGuid: '{4D36E96F-E325-11CE-BFC1-08002BE10318}' } as const;
const DISPLAY_CLASS = { class: 'Display', classGuid: '{4D36E968-E325-11CE-BFC1-08002BE10318}' } as const;

const SIMPLE: Readonly<Record<string, SimpleDriver>> = {
  'vmci/device/Win8': {
    file: 'vmci',
    ...SYSTEM_CLASS,
    hardwareIds: ['PCI\\VEN_15AD&DEV_0740&SUBSYS_074015AD', 'PCI\\VEN_15AD&DEV_0740'],
    service: 'vmci',
    startType: 0,
    group: 'System Bus Extender',
    description: 'VMware VMCI Bus Device',
    date: '07/11/2019',
    version: '9.8.16.0',
  },
  'memctl/Win8': {
    file: 'vmmemctl',
    ...SYSTEM_CLASS,
    hardwareIds: ['ROOT\\VMMEMCTL'],
    service: 'VMMemCtl',
    startType: 2,
    description: 'Memory Control Driver',
    date: '08/17/2020',
    version: '7.5.7.0',
  },
  'mouse/Win8': {
    file: 'vmmouse',
    ...MOUSE_CLASS,
    hardwareIds: ['*PNP0F13', '*VMW0003'],
    service: 'vmmouse',
    startType: 3,
    description: 'VMware Pointing Device',
    date: '05/13/2020',
    version: '12.5.12.0',
  },
  'video_wddm/Win8': {
    file: 'vm3d',
    ...DISPLAY_CLASS,
    hardwareIds: ['PCI\\VEN_15AD&DEV_0405&SUBSYS_040515AD&REV_00'],
    service: 'vm3dmp',
    startType: 3,
    group: 'Video',
    description: 'VMware SVGA 3D',
    date: '06/20/2023',
    version: '9.17.6.6',
  },
  'efifw/Win8': {
    file: 'efifw',
    ...SYSTEM_CLASS,
    hardwareIds: ['UEFI\\RES_{00000000-5354-494c-4c46-52414d450001}'],
    service: 'efifw',
    startType: 3,
    description: 'VMware EFI firmware update (sample id)',
    date: '03/30/2021',
    version: '1.0.0.0',
  },
};

/** `<OS>/amd64/...` folders: loose on the disc. */
export function pvscsiTree(variant: ToolsVariant): FileTree {
  const files = new Map<string, Buffer>();
  for (const [folder, facts] of Object.entries(variant.pvscsi)) {
    const inf = Buffer.from(pvscsiInf(facts), 'latin1');
    const sys = signProgram(portableExecutable(`pvscsi ${folder} ${facts.version}`, 53_000, SUBSYSTEM.native));
    files.set(`pvscsi/${folder}/amd64/pvscsi.cat`, catalogPlaceholder([inf, sys]));
    files.set(`pvscsi/${folder}/amd64/pvscsi.inf`, inf);
    files.set(`pvscsi/${folder}/amd64/pvscsi.sys`, sys);
    files.set(`pvscsi/${folder}/amd64/txtsetup.oem`, Buffer.from(pvscsiTxtSetup(), 'latin1'));
  }
  return files;
}

/** Everything in the MSI: flat folders without an architecture level. */
export function msiDriverTree(variant: ToolsVariant): FileTree {
  const files = new Map<string, Buffer>();
  for (const [path, content] of pvscsiTree(variant)) files.set(path.replace('/amd64/', '/'), content);
  for (const [folder, facts] of Object.entries(variant.vmxnet3)) {
    const inf = Buffer.from(vmxnet3Inf(facts), 'latin1');
    const sys = signProgram(portableExecutable(`vmxnet3 ${folder} ${facts.version}`, 90_000, SUBSYSTEM.native));
    const library = portableExecutable(`vmxnet3ver ${folder}`, 8_000, SUBSYSTEM.windowsGui, { dll: true });
    files.set(`vmxnet3/${folder}/vmxnet3.cat`, catalogPlaceholder([inf, sys, library]));
    files.set(`vmxnet3/${folder}/vmxnet3.inf`, inf);
    files.set(`vmxnet3/${folder}/vmxnet3.sys`, sys);
    files.set(`vmxnet3/${folder}/vmxnet3ver.dll`, library);
  }
  for (const [folder, driver] of Object.entries(SIMPLE)) {
    // Some INF files of the disc are UTF-16 with a byte-order mark, most are not.
    const unicode = driver.class === 'Display';
    const text = simpleDriverInf(driver);
    const inf = unicode ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text, 'latin1');
    const sys = signProgram(portableExecutable(driver.file, 40_000, SUBSYSTEM.native));
    files.set(`${folder}/${driver.file}.cat`, catalogPlaceholder([inf, sys]));
    files.set(`${folder}/${driver.file}.inf`, inf);
    files.set(`${folder}/${driver.file}.sys`, sys);
  }
  files.set('vss/comreg.exe', portableExecutable('comreg', 20_000, SUBSYSTEM.windowsGui));
  files.set('vss/VCBSnapshotProvider.dll', portableExecutable('vcb', 30_000, SUBSYSTEM.windowsGui, { dll: true }));
  return files;
}
