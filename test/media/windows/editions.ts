/** The four editions on Windows Server 2019 media, in their order. */

export interface Edition {
  /** NAME and DISPLAYNAME of the WIM image. */
  readonly name: string;
  readonly description: string;
  /** FLAGS of the WIM image. */
  readonly flags: string;
  readonly editionId: 'ServerStandard' | 'ServerDatacenter';
  readonly installationType: 'Server Core' | 'Server';
  readonly productName: string;
}

export const WINDOWS_VERSION = { major: 10, minor: 0, build: 17763, spBuild: 107 } as const;

const CORE = 'Server Core: no graphical shell; managed with PowerShell or from another machine.';
const DESKTOP = 'Desktop Experience: Server Core and the graphical shell.';

export const EDITIONS: readonly Edition[] = [
  edition('Standard', false),
  edition('Standard', true),
  edition('Datacenter', false),
  edition('Datacenter', true),
];

function edition(level: 'Standard' | 'Datacenter', desktop: boolean): Edition {
  const productName = `Windows Server 2019 ${level}`;
  return {
    name: desktop ? `${productName} (Desktop Experience)` : productName,
    description: desktop ? DESKTOP : CORE,
    flags: desktop ? `Server${level}` : `Server${level}Core`,
    editionId: `Server${level}`,
    installationType: desktop ? 'Server' : 'Server Core',
    productName,
  };
}
