/** Whose signature it is: the certificate that a PKCS #7 signature names. Source: RFC 2315, sections 9.1 and 9.2. */

import { X509Certificate } from 'node:crypto';
import { DER, type DerNode, readDer, readDerList } from './der.ts';

export interface ProgramSigner {
  /** Common name of the signer, e.g. `Microsoft Windows`. */
  readonly signer: string | undefined;
  /** Common name of who certified it, e.g. `Microsoft Windows Production PCA 2011`. */
  readonly issuer: string | undefined;
}

/**
 * The certificate of the first signer, as it stands in the signature; nothing about it is verified.
 * @param signature DER of a ContentInfo with SignedData; bytes behind it are ignored
 * @returns undefined when the signature is damaged or does not bring the certificate
 */
export function signingCertificate(signature: Buffer): ProgramSigner | undefined {
  const signedData = children(children(children(readDer(signature))?.[1])?.[0]);
  const [certificates] = signedData?.filter(({ tag }) => tag === DER.explicit0) ?? [];
  const signerInfos = signedData?.at(-1);
  if (certificates === undefined || signerInfos?.tag !== DER.set) return undefined;
  const issuerAndSerial = children(children(children(signerInfos)?.[0])?.[1]);
  const [issuer, serial] = issuerAndSerial ?? [];
  if (issuer === undefined || serial?.tag !== DER.integer) return undefined;
  const certificate = children(certificates)?.find((candidate) => isNamed(candidate, issuer, serial));
  return certificate && names(certificate);
}

/** Certificate: TBSCertificate is version (explicit, left out in version 1), serial number, algorithm, issuer. */
function isNamed(certificate: DerNode, issuer: DerNode, serial: DerNode): boolean {
  const fields = children(children(certificate)?.[0]) ?? [];
  const at = fields[0]?.tag === DER.explicit0 ? 1 : 0;
  return fields[at]?.bytes.equals(serial.bytes) === true && fields[at + 2]?.bytes.equals(issuer.bytes) === true;
}

function names({ bytes }: DerNode): ProgramSigner | undefined {
  try {
    const { subject, issuer } = new X509Certificate(bytes);
    return { signer: commonName(subject), issuer: commonName(issuer) };
  } catch {
    // Node's reader wants more of a certificate than its place: without it there is nothing to tell.
    return undefined;
  }
}

/** From the form that Node gives names: one attribute a line, `CN=Microsoft Windows`. */
function commonName(name: string): string | undefined {
  return /^CN=(.+)$/m.exec(name)?.[1];
}

function children(node: DerNode | undefined): readonly DerNode[] | undefined {
  return node && readDerList(node.content);
}
