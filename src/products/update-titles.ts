/**
 * What choosing updates has to know of each product. Sources: titles and Products cells as captured from the catalog in 2026;
 * "Update Windows installation media with Dynamic Update" and "Checkpoint cumulative updates" of Microsoft Learn; Microsoft's
 * KB articles of the baselines (KB5005112: servicing stack of August 2021, KB5030216: September 2023).
 */

import type { ApplyMode } from '../updates/update.ts';
import type { Product } from './product.ts';

/** A package that media older than it need before any newer cumulative update can be added. */
export interface Baseline {
  readonly kb: string;
  readonly kind: 'servicing-stack' | 'cumulative';
  /** Media whose UBR is below this need it. */
  readonly belowUbr: number;
  /** Whether to add it when the build of the media is not known: only where it is small and harmless. */
  readonly whenUnknown: boolean;
  readonly reason: string;
}

export interface ProductFacts {
  readonly product: Product;
  /** Name for people. */
  readonly name: string;
  readonly build: number;
  /** Values of the catalog's Products column, any of which marks the product; compared without case and commas. */
  readonly catalogProducts: readonly string[];
  /** The operating system as titles name it; compared without case and commas. */
  readonly titleNames: readonly string[];
  /** `separate`: every cumulative update needs the newest servicing-stack update before it; `inside`: it brings its own. */
  readonly servicingStack: 'separate' | 'inside';
  readonly baseline?: Baseline;
  /** The .NET Framework that is part of the product and the mark of its file; undefined where the cumulative update services it. */
  readonly dotnet?: { readonly runtime: string; readonly fileMark: string };
  /** How DISM takes the cumulative update. */
  readonly applyMode: ApplyMode;
}

export const PRODUCT_FACTS: Readonly<Record<Product, ProductFacts>> = {
  'windows-server-2016': {
    product: 'windows-server-2016',
    name: 'Windows Server 2016',
    build: 14393,
    catalogProducts: ['Windows Server 2016'],
    titleNames: ['Windows Server 2016'],
    servicingStack: 'separate',
    applyMode: 'add-package',
  },
  'windows-server-2019': {
    product: 'windows-server-2019',
    name: 'Windows Server 2019',
    build: 17763,
    catalogProducts: ['Windows Server 2019'],
    titleNames: ['Windows Server 2019', 'Windows Server 2019 (1809)'],
    servicingStack: 'inside',
    baseline: {
      kb: 'KB5005112',
      kind: 'servicing-stack',
      belowUbr: 2114,
      whenUnknown: true,
      reason: 'media older than August 2021 cannot open a combined package before this servicing stack is in',
    },
    dotnet: { runtime: '4.7.2', fileMark: '' },
    applyMode: 'add-package',
  },
  'windows-server-2022': {
    product: 'windows-server-2022',
    name: 'Windows Server 2022',
    build: 20348,
    catalogProducts: ['Microsoft Server operating system-21H2', 'Windows Server 2022'],
    titleNames: ['Microsoft server operating system version 21H2', 'Windows Server 2022'],
    servicingStack: 'inside',
    baseline: {
      kb: 'KB5030216',
      kind: 'cumulative',
      belowUbr: 1970,
      whenUnknown: false,
      reason: 'media older than September 2023 need the cumulative update of that month before a newer one',
    },
    dotnet: { runtime: '4.8', fileMark: 'ndp48' },
    applyMode: 'add-package',
  },
  'windows-server-2025': {
    product: 'windows-server-2025',
    name: 'Windows Server 2025',
    build: 26100,
    catalogProducts: ['Microsoft Server Operating System-24H2', 'Windows Server 2025'],
    titleNames: ['Microsoft server operating system version 24H2', 'Windows Server 2025'],
    servicingStack: 'inside',
    dotnet: { runtime: '4.8.1', fileMark: 'ndp481' },
    applyMode: 'folder-target',
  },
};
