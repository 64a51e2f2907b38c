/** What a guest lets vSphere know while it starts: VMware Tools, and what it publishes as guestinfo. */

import { extraConfigOf, settingOf, type VmFacts } from '../vm/vm-facts.ts';
import type { Moref } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';

export interface GuestState {
  readonly toolsRunning: boolean;
  /** A setting of the guest, which is seen among those of the .vmx file while it runs; undefined when it has not set it. */
  info(key: string): string | undefined;
}

export async function readGuestState(session: VsphereSession, vm: Moref): Promise<GuestState> {
  const properties = await readProperties(session, vm, ['guest.toolsRunningStatus', 'config.extraConfig']);
  const settings = extraConfigOf(properties.get('config.extraConfig'));
  return {
    toolsRunning: properties.get('guest.toolsRunningStatus')?.text === 'guestToolsRunning',
    info: (key) => settings.get(`guestinfo.${key}`) || undefined,
  };
}

/** By it vSphere takes nothing from the guest (.vmx; the VMware hardening guides set it). */
export const SET_INFO = 'isolation.tools.setInfo.disable';

/** Whether the guest can say anything of itself. */
export function mayPublish(facts: Pick<VmFacts, 'extraConfig'>): boolean {
  return !/^(true|1|yes)$/i.test(settingOf(facts, SET_INFO) ?? '');
}
