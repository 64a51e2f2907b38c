/** A package on disk as the next step gets it: output `packages` of fetch-updates, input `packages` of build-vhd. */

import type { ApplyMode, PackageKind } from './update.ts';

export interface PreparedPackage {
  /** `KB5005112`. */
  readonly kb: string;
  readonly kind: PackageKind;
  /** Absolute path. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  /** Build of Windows after it, `17763.8027`, empty where not known. */
  readonly build: string;
  readonly 'apply-mode': ApplyMode;
  /** True when it may turn out not to apply to the image: not an error then. */
  readonly optional: boolean;
  /** Why it stands at this place. */
  readonly reason: string;
}
