/** A guest of a played vSphere in which a program is started, and ends. */

import { type PlayedAnswer, type PlayedVsphere, playedVsphere, ref, xml } from '../played-vsphere.ts';

export const GUEST_VM = ref('VirtualMachine', 'vm-1');
export const GUEST_ACCOUNT = { username: 'Administrator', password: 'p' };

/** As a program that is running. */
export const started = (): PlayedAnswer => xml('<returnval>7</returnval>');

/** @param start what its start gives; @param code that it ends with; @param tools guest.toolsRunningStatus */
export function playedGuest(start: () => PlayedAnswer, code = 0, tools = 'guestToolsRunning'): PlayedVsphere {
  const ended = `<returnval><pid>7</pid><endTime>2026-11-28T12:00:00Z</endTime><exitCode>${code}</exitCode></returnval>`;
  return playedVsphere(
    {
      'vm-1': { type: 'VirtualMachine', properties: { 'guest.toolsRunningStatus': tools } },
      guestOperationsManager: {
        type: 'guestOperationsManager',
        properties: { processManager: ref('GuestProcessManager', 'pm') },
      },
    },
    { answers: { StartProgramInGuest: start, ListProcessesInGuest: () => xml(ended) } },
  );
}
