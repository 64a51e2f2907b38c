/** One look at a VM while its first boot goes on. */

import { extraConfigOf } from '../vsphere/vm/vm-facts.ts';
import type { Moref } from '../vsphere/wire/moref.ts';
import { readProperties } from '../vsphere/wire/properties.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';

export interface BakingGuest {
  readonly poweredOn: boolean;
  readonly toolsRunning: boolean;
  /** 1024 * major + 32 * minor + update as text; empty when vSphere does not say. */
  readonly toolsVersion: string;
  /** guest.toolsInstallType (API 6.5); empty when vSphere does not say. */
  readonly toolsType: string;
  /** Settings of the .vmx file with what the guest has published. */
  readonly settings: ReadonlyMap<string, string>;
  /** A value of guestinfo by its key without `guestinfo.`; undefined when it is not set. */
  info(key: string): string | undefined;
}

/** What rings when it changes. */
export const WATCHED = ['runtime.powerState', 'guest.toolsRunningStatus', 'config.extraConfig'] as const;
const PATHS = [...WATCHED, 'guest.toolsVersion', 'guest.toolsInstallType'] as const;

export async function readBakingGuest(session: VsphereSession, vm: Moref): Promise<BakingGuest> {
  const properties = await readProperties(session, vm, PATHS);
  const settings = extraConfigOf(properties.get('config.extraConfig'));
  return {
    poweredOn: properties.get('runtime.powerState')?.text !== 'poweredOff',
    toolsRunning: properties.get('guest.toolsRunningStatus')?.text === 'guestToolsRunning',
    toolsVersion: properties.get('guest.toolsVersion')?.text ?? '',
    toolsType: properties.get('guest.toolsInstallType')?.text ?? '',
    settings,
    info: (key) => settings.get(`guestinfo.${key}`) || undefined,
  };
}
