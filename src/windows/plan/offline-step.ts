/** One thing that an engine does to the image while Windows is not running. */

import type { DriverPackage } from './driver-packages.ts';
import type { UpdateGroup } from './update-group.ts';

export type OfflineStep =
  /** Register a driver so that Windows starts with it; its package is installed by another step, now or at first boot. */
  | { readonly kind: 'boot-driver'; readonly driver: DriverPackage }
  | { readonly kind: 'driver'; readonly driver: DriverPackage }
  | { readonly kind: 'package'; readonly update: UpdateGroup }
  /** `source` says whether files have to come from the ISO's sxs folder. */
  | { readonly kind: 'feature'; readonly feature: string; readonly source: 'image' | 'sxs' }
  | { readonly kind: 'cleanup' }
  /** Let Remote Desktop listen; the firewall is opened at first boot. */
  | { readonly kind: 'remote-desktop' };
