/** One thing that an engine does to the image while Windows is not running. */

import { basename } from 'node:path';
import type { RegistrySetting } from '../customize/registry-setting.ts';
import type { DriverPackage } from './driver-package.ts';
import type { UpdateGroup } from './update-group.ts';

export type OfflineStep =
  /** Register a driver so that Windows starts with it; its package is installed by another step, now or at first boot. */
  | { readonly kind: 'boot-driver'; readonly driver: DriverPackage }
  | { readonly kind: 'driver'; readonly driver: DriverPackage }
  | { readonly kind: 'package'; readonly update: UpdateGroup }
  /** `source`: `sxs` when the ISO's folder of features is at hand, for files that the image lacks. */
  | { readonly kind: 'feature'; readonly feature: string; readonly source: 'image' | 'sxs' }
  /** `resetBase`: also what could be gone back to. */
  | { readonly kind: 'cleanup'; readonly resetBase: boolean }
  | { readonly kind: 'registry'; readonly setting: RegistrySetting }
  /** Let Remote Desktop listen; the firewall is opened at first boot. */
  | { readonly kind: 'remote-desktop' };

/** The step for people: in the plan, the log and errors. */
export function stepTitle(step: OfflineStep): string {
  switch (step.kind) {
    case 'boot-driver':
      return `Register ${step.driver.infName} ${step.driver.version} to start Windows with`;
    case 'driver':
      return `Install driver ${step.driver.infName} ${step.driver.version}`;
    case 'package': {
      const { target, checkpoints } = step.update;
      const after = checkpoints.map(({ kb, path }) => kb ?? basename(path)).join(', ');
      const kind = target.kind === undefined ? '' : ` (${target.kind})`;
      return `Install update ${target.kb ?? basename(target.path)}${kind}${after === '' ? '' : `, with ${after}`}`;
    }
    case 'feature':
      return `Enable feature ${step.feature}`;
    case 'cleanup':
      return `Remove superseded components${step.resetBase ? ' for good' : ''}`;
    case 'registry': {
      const { hive, key, value } = step.setting;
      return `Set HKLM\\${hive}\\${key}, value ${value.name === '' ? '(default)' : value.name}`;
    }
    case 'remote-desktop':
      return 'Allow Remote Desktop';
  }
}
