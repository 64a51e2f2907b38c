/** One update package as build-vhd takes it. */

import type { PackageIdentity } from '../../updates/package-identity.ts';

export interface UpdatePackage {
  /** Absolute path of an .msu or .cab. */
  readonly path: string;
  readonly size: number;
  /** Of the content; checked against what the JSON says. */
  readonly sha256: string;
  /** e.g. `KB5005112`; from the file's name where the JSON does not say. */
  readonly kb: string | undefined;
  /** `servicing-stack`, `checkpoint`, `cumulative`, `dotnet` or undefined for a plain file that does not tell. */
  readonly kind: string | undefined;
  /** As CBS will name what it installs; none where the file does not say. */
  readonly identities: readonly PackageIdentity[];
  /** Version of the servicing stack that lies beside the update in it, `17763.9603`. */
  readonly stack: string | undefined;
  /** What the build number becomes, e.g. `17763.8027`. */
  readonly build: string | undefined;
}
