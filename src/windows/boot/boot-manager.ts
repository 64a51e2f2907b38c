/** What decides whether firmware with Secure Boot starts a boot manager: who signed it, and its security version. */

import { embeddedSignature } from '../../pe/embedded-signature.ts';
import { readPe } from '../../pe/pe-file.ts';
import { namedResource, RCDATA } from '../../pe/pe-resource.ts';
import { signingCertificate } from '../../pe/signing-certificate.ts';
import type { Finding } from '../../report/report.ts';

export interface BootManager {
  /** Common name on the signing certificate; undefined without a signature. */
  readonly signer: string | undefined;
  /** Common name of the authority, e.g. `Windows UEFI CA 2023`. */
  readonly issuer: string | undefined;
  /** The year that the authority's name ends with. */
  readonly year: number | undefined;
  /** Secure Version Number, `7.0`; undefined for boot managers of before 2023, which have none. */
  readonly svn: string | undefined;
}

/** Name of the resource, four bytes: minor number, then major (as measured on boot managers of 2024 and 2025). */
const SVN_RESOURCE = 'BOOTMGRSECURITYVERSIONNUMBER';
/** The authority that NVRAM made before ESXi 8.0.2 does not know (Broadcom KB 421593). */
const NEW_AUTHORITY_YEAR = 2023;

export function readBootManager(program: Buffer): BootManager {
  const signature = embeddedSignature(program);
  const certificate = signature && signingCertificate(signature);
  const year = /\b(20\d\d)$/.exec(certificate?.issuer ?? '')?.[1];
  return {
    signer: certificate?.signer,
    issuer: certificate?.issuer,
    year: year === undefined ? undefined : Number(year),
    svn: readSvn(program),
  };
}

export function bootManagerFindings({ signer, issuer, year, svn }: BootManager): readonly Finding[] {
  const version = svn === undefined ? 'it has no security version' : `security version ${svn}`;
  if (issuer === undefined) {
    return [
      {
        code: 'boot-manager-unsigned',
        severity: 'warning',
        seen: `The boot manager of the image carries no signature that can be read; ${version}.`,
        remedy: 'Use media of Microsoft, or switch Secure Boot off: firmware with it refuses this boot manager.',
      },
    ];
  }
  const seen = `The boot manager of the image is signed by ${signer ?? 'an unnamed certificate'}, certified by ${issuer}; ${version}.`;
  if (year === undefined || year < NEW_AUTHORITY_YEAR) {
    return [{ code: 'boot-manager-signer', severity: 'info', seen, remedy: 'Nothing to do.' }];
  }
  return [
    {
      code: 'boot-manager-2023',
      severity: 'warning',
      seen,
      remedy:
        'With Secure Boot it starts only where the firmware knows that certificate: new VMs of ESXi 8.0.2 or later; an NVRAM file made before has to be made anew.',
    },
  ];
}

function readSvn(program: Buffer): string | undefined {
  const pe = readPe(program);
  const data = pe && namedResource(pe, RCDATA, SVN_RESOURCE);
  if (data === undefined || data.length < 4) return undefined;
  return `${data.readUInt16LE(2)}.${data.readUInt16LE(0)}`;
}
