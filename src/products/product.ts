/**
 * What a release of Windows Server is: one table for every room. Sources: titles and Products cells as captured from the
 * catalog in 2026; "Update Windows installation media with Dynamic Update" and "Checkpoint cumulative updates" of Microsoft
 * Learn; Microsoft's KB articles of the baselines (KB5005112: servicing stack of August 2021, KB5030216: September 2023);
 * govmomi vim25/types/enum.go (guest ids and the API that brought them), vim25/types/hardware_version.go (releases);
 * vmware/ansible-vsphere-gos-validation, vars/test.yml (drivers inside Windows).
 */

export const PRODUCTS = [
  'windows-server-2016',
  'windows-server-2019',
  'windows-server-2022',
  'windows-server-2025',
] as const;
export type Product = (typeof PRODUCTS)[number];

/** A package that media older than it need before any newer cumulative update can be added. */
export interface Baseline {
  readonly kb: string;
  readonly kind: 'servicing-stack' | 'cumulative';
  /** Media whose UBR is below this need it. */
  readonly belowUbr: number;
  /** Whether to add it when the build of the media is not known: only where it is small and harmless. */
  readonly whenUnknown: boolean;
  /** `reported`: not documented by Microsoft and not tried here; what cannot be had of it is a warning, not an error. */
  readonly evidence: 'documented' | 'reported';
  readonly reason: string;
}

export interface InBoxDriver {
  readonly inf: string;
  readonly version: string;
}

export interface ProductFacts {
  readonly product: Product;
  /** Name for people. */
  readonly name: string;
  /** Build of the release; updates raise the revision, never the build. */
  readonly build: number;
  /** vSphere's id of the guest, and the lowest virtual hardware whose vSphere release knows it. */
  readonly guest: { readonly id: string; readonly hardwareVersion: number };
  /** Drivers of VMware devices inside Windows itself, by hardware id in upper case. */
  readonly inBoxDrivers: Readonly<Record<string, InBoxDriver>>;
  /** Values of the catalog's Products column, any of which marks the product; compared without case and commas. */
  readonly catalogProducts: readonly string[];
  /** The operating system as titles name it; compared without case and commas. */
  readonly titleNames: readonly string[];
  /** `separate`: every cumulative update needs the newest servicing-stack update before it; `inside`: it brings its own. */
  readonly servicingStack: 'separate' | 'inside';
  /** In the order of their installation. */
  readonly baselines: readonly Baseline[];
  /** The .NET Framework that is part of the product and the mark of its file; undefined where the cumulative update services it. */
  readonly dotnet?: { readonly runtime: string; readonly fileMark: string };
  /** Whether cumulative updates build on checkpoints, which DISM wants to find in the folder of the update. */
  readonly checkpoints: boolean;
}

export const PVSCSI_ID = 'PCI\\VEN_15AD&DEV_07C0';
export const VMXNET3_ID = 'PCI\\VEN_15AD&DEV_07B0';

/**
 * The validation suite has 2022 and later bring these drivers; it gives their versions as read on a preview of Windows 11 (PR 252).
 * Nobody has read them on a server: they are what to expect at least, not what is there.
 */
const IN_BOX_DRIVERS: ProductFacts['inBoxDrivers'] = {
  [PVSCSI_ID]: { inf: 'pvscsii.inf', version: '1.3.15.0' },
  [VMXNET3_ID]: { inf: 'vmxnet3.inf', version: '1.8.17.0' },
};

export const PRODUCT_FACTS: Readonly<Record<Product, ProductFacts>> = {
  'windows-server-2016': {
    product: 'windows-server-2016',
    name: 'Windows Server 2016',
    build: 14393,
    guest: { id: 'windows9Server64Guest', hardwareVersion: 0 },
    inBoxDrivers: {},
    catalogProducts: ['Windows Server 2016'],
    titleNames: ['Windows Server 2016'],
    servicingStack: 'separate',
    // OSBuilder.Public issue 1: without KB4132216 the newest servicing stack ends with 0x800F081E on media of build 14393.0;
    // others name KB4465659, which replaces it. Unproven: no such media were at hand. UBRs of the months both came out.
    baselines: [
      {
        kb: 'KB4132216',
        kind: 'servicing-stack',
        belowUbr: 2273,
        whenUnknown: false,
        evidence: 'reported',
        reason: 'media older than May 2018 are said to need this servicing stack before any newer one',
      },
      {
        kb: 'KB4465659',
        kind: 'servicing-stack',
        belowUbr: 2608,
        whenUnknown: false,
        evidence: 'reported',
        reason: 'media older than November 2018 are said to need this servicing stack before any newer one',
      },
    ],
    checkpoints: false,
  },
  'windows-server-2019': {
    product: 'windows-server-2019',
    name: 'Windows Server 2019',
    build: 17763,
    guest: { id: 'windows2019srv_64Guest', hardwareVersion: 14 },
    inBoxDrivers: {},
    catalogProducts: ['Windows Server 2019'],
    titleNames: ['Windows Server 2019', 'Windows Server 2019 (1809)'],
    servicingStack: 'inside',
    baselines: [
      {
        kb: 'KB5005112',
        kind: 'servicing-stack',
        belowUbr: 2114,
        whenUnknown: true,
        evidence: 'documented',
        reason: 'media older than August 2021 cannot open a combined package before this servicing stack is in',
      },
    ],
    dotnet: { runtime: '4.7.2', fileMark: '' },
    checkpoints: false,
  },
  'windows-server-2022': {
    product: 'windows-server-2022',
    name: 'Windows Server 2022',
    build: 20348,
    guest: { id: 'windows2019srvNext_64Guest', hardwareVersion: 18 },
    inBoxDrivers: IN_BOX_DRIVERS,
    catalogProducts: ['Microsoft Server operating system-21H2', 'Windows Server 2022'],
    titleNames: ['Microsoft server operating system version 21H2', 'Windows Server 2022'],
    servicingStack: 'inside',
    baselines: [
      {
        kb: 'KB5030216',
        kind: 'cumulative',
        belowUbr: 1970,
        whenUnknown: false,
        evidence: 'documented',
        reason: 'media older than September 2023 need the cumulative update of that month before a newer one',
      },
    ],
    dotnet: { runtime: '4.8', fileMark: 'ndp48' },
    checkpoints: false,
  },
  'windows-server-2025': {
    product: 'windows-server-2025',
    name: 'Windows Server 2025',
    build: 26100,
    guest: { id: 'windows2022srvNext_64Guest', hardwareVersion: 20 },
    inBoxDrivers: IN_BOX_DRIVERS,
    catalogProducts: ['Microsoft Server Operating System-24H2', 'Windows Server 2025'],
    titleNames: ['Microsoft server operating system version 24H2', 'Windows Server 2025'],
    servicingStack: 'inside',
    baselines: [],
    dotnet: { runtime: '4.8.1', fileMark: 'ndp481' },
    checkpoints: true,
  },
};

/** The release with that build; undefined for a Windows that is none of ours. */
export function productOfBuild(build: number): Product | undefined {
  return PRODUCTS.find((product) => PRODUCT_FACTS[product].build === build);
}

/** The driver that Windows itself brings for one of the hardware ids (upper case); undefined when it has none. */
export function inBoxDriver(product: Product, hardwareIds: readonly string[]): InBoxDriver | undefined {
  const known = Object.entries(PRODUCT_FACTS[product].inBoxDrivers);
  for (const id of hardwareIds) {
    const found = known.find(([device]) => id === device || id.startsWith(`${device}&`));
    if (found) return found[1];
  }
  return undefined;
}
