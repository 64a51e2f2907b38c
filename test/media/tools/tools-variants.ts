/** Which driver folders and installers VMware Tools discs of different generations have. */

import type { PvscsiInfFacts } from './pvscsi-inf.ts';
import type { Vmxnet3InfFacts } from './vmxnet3-inf.ts';

export interface ToolsVariant {
  /** `monolithic.version` of manifest.txt. */
  readonly version: string;
  readonly build: string;
  /** Installers in the root of the disc. */
  readonly installers: readonly ('setup.exe' | 'setup64.exe')[];
  /** How the installer carries its MSI: in a cabinet behind the program, or as it is. */
  readonly payload: 'cabinet' | 'msi';
  /** Folders below Drivers/pvscsi, loose on the disc and in the MSI. */
  readonly pvscsi: Readonly<Record<string, PvscsiInfFacts>>;
  /** Folders below Drivers/vmxnet3, in the MSI. */
  readonly vmxnet3: Readonly<Record<string, Vmxnet3InfFacts>>;
}

export type ToolsVariantName = '10.3' | '12.4' | '12.5' | '13.0';

/** From build 20124 on Windows brings its own pvscsi, and VMware's newer drivers begin there. */
const FROM_20124 = 'NTamd64.10.0...20124';

const PVSCSI_12 = {
  Win8: {
    date: '03/03/2022',
    version: '1.3.25.0',
    models: [{ decoration: FROM_20124, empty: true }, { decoration: 'NTamd64.6.2' }],
  },
  Win10: { date: '03/03/2022', version: '1.3.26.0', models: [{ decoration: FROM_20124 }] },
} as const;

const VMXNET3_12 = {
  Win8: { date: '09/14/2022', version: '1.9.10.0', decorations: ['NTamd64.6.2', 'NTamd64.6.3'] },
  Win10: { date: '09/14/2022', version: '1.9.11.0', decorations: [FROM_20124] },
} as const;

export const TOOLS_VARIANTS: Readonly<Record<ToolsVariantName, ToolsVariant>> = {
  '10.3': {
    version: '10.3.25',
    build: '20206839',
    installers: ['setup.exe', 'setup64.exe'],
    payload: 'msi',
    pvscsi: {
      Win7: { date: '04/04/2018', version: '1.3.10.0', models: [{ decoration: 'NTamd64.6.1' }] },
      Win8: { date: '04/04/2018', version: '1.3.10.0', models: [{ decoration: 'NTamd64.6.2' }] },
    },
    vmxnet3: {
      Win7: { date: '08/13/2018', version: '1.8.3.1', decorations: ['NTamd64.6.1'] },
      Win8: { date: '08/13/2018', version: '1.8.3.1', decorations: ['NTamd64.6.2', 'NTamd64.6.3'] },
    },
  },
  '12.4': {
    version: '12.4.0',
    build: '23259341',
    installers: ['setup.exe', 'setup64.exe'],
    payload: 'cabinet',
    pvscsi: PVSCSI_12,
    vmxnet3: VMXNET3_12,
  },
  '12.5': {
    version: '12.5.0',
    build: '24276846',
    installers: ['setup.exe'],
    payload: 'cabinet',
    pvscsi: PVSCSI_12,
    vmxnet3: VMXNET3_12,
  },
  '13.0': {
    version: '13.0.1',
    build: '24843032',
    installers: ['setup.exe'],
    payload: 'cabinet',
    pvscsi: PVSCSI_12,
    vmxnet3: {
      Win8: VMXNET3_12.Win8,
      Win11_24H2: { date: '03/12/2025', version: '1.9.19.0', decorations: [FROM_20124] },
    },
  },
};
