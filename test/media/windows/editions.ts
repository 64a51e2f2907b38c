/** The four editions on the media of a release, in their order. */

import type { WindowsRelease } from './releases.ts';

export interface Edition {
  /** NAME and DISPLAYNAME of the WIM image. */
  readonly name: string;
  readonly description: string;
  /** FLAGS of the WIM image. */
  readonly flags: string;
  readonly editionId: 'ServerStandard' | 'ServerDatacenter';
  readonly installationType: 'Server Core' | 'Server';
  readonly productName: string;
  readonly release: WindowsRelease;
}

const CORE = 'Server Core: no graphical shell; managed with PowerShell or from another machine.';
const DESKTOP = 'Desktop Experience: Server Core and the graphical shell.';

export function editionsOf(release: WindowsRelease): readonly Edition[] {
  return [
    edition(release, 'Standard', false),
    edition(release, 'Standard', true),
    edition(release, 'Datacenter', false),
    edition(release, 'Datacenter', true),
  ];
}

function edition(release: WindowsRelease, level: 'Standard' | 'Datacenter', desktop: boolean): Edition {
  const productName = `Windows Server ${release.year} ${level}`;
  return {
    name: desktop ? `${productName} (Desktop Experience)` : productName,
    description: desktop ? DESKTOP : CORE,
    flags: desktop ? `Server${level}` : `Server${level}Core`,
    editionId: `Server${level}`,
    installationType: desktop ? 'Server' : 'Server Core',
    productName,
    release,
  };
}
