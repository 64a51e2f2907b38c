/** What vSphere says about a VM, in the terms of the rules. */

import { FIRST_BOOT_SETTING } from '../ova/first-boot-setting.ts';
import type { ControllerKind, ControllerSettings } from '../ova/machine-settings.ts';
import { BAKE_KEY, parseBakeMark } from '../vsphere/vm/bake-mark.ts';
import type { VmController, VmDisk } from '../vsphere/vm/vm-devices.ts';
import type { VmFacts } from '../vsphere/vm/vm-facts.ts';
import type { TargetFacts } from './target-facts.ts';

const KINDS: Readonly<Record<string, ControllerKind>> = {
  ParaVirtualSCSIController: 'pvscsi',
  VirtualLsiLogicSASController: 'lsilogicsas',
  VirtualLsiLogicController: 'lsilogic',
  VirtualBusLogicController: 'buslogic',
  VirtualAHCIController: 'sata',
  VirtualNVMEController: 'nvme',
  VirtualIDEController: 'ide',
};

export function factsForRules(facts: VmFacts): TargetFacts {
  const { name, poweredOn, tools, quiescedSnapshotsSupported, snapshots, devices } = facts;
  return {
    name,
    poweredOn,
    toolsInstalled: tools.installed,
    toolsRunning: tools.running,
    toolsVersion: tools.version,
    quiescedSnapshotsSupported,
    snapshots: snapshots.length,
    disksOutside: devices.disks.filter(isOutside).map(({ label, mode }) => `${label} (${mode})`),
    firstBootExpected: facts.extraConfig.get(FIRST_BOOT_SETTING) === 'expected',
    settings: {
      from: 'the VM',
      firmware: facts.firmware,
      diskUuidEnabled: diskUuidEnabled(facts),
      controllers: devices.controllers.map((controller) => controllerForRules(controller, facts)),
      floppies: devices.floppies,
      vtpm: devices.vtpm,
      encrypted: facts.encrypted,
      guestId: facts.guestId,
      ...(facts.guestReportedId !== undefined && { guestReportedId: facts.guestReportedId }),
      build: buildOf(facts.extraConfig),
      media: devices.media.map(({ label, file }) => `${label} (${file})`),
      changeTracking: facts.changeTracking,
    },
  };
}

/** Disks in an independent mode, and raw devices in physical mode, take no part in snapshots (vim25 VirtualDiskMode). */
function isOutside({ mode }: VmDisk): boolean {
  return mode.startsWith('independent_') || mode === 'physicalMode';
}

/** What stands in the .vmx file is what the VM runs with; the flag tells the guest id's default where nothing stands there. */
function diskUuidEnabled({ extraConfig, diskUuidEnabled: flag }: VmFacts): boolean | undefined {
  const setting = [...extraConfig].find(([key]) => key.toLowerCase() === 'disk.enableuuid')?.[1];
  return setting === undefined || setting === '' ? flag : /^(true|1|yes)$/i.test(setting);
}

/**
 * Tools of Windows put it into the detailed data of the guest (vsphere-gos-validation, vm_get_guest_info.yml); of a machine that is off, or
 * of older Tools, baking has kept what the guest said.
 */
function buildOf(extraConfig: VmFacts['extraConfig']): string | undefined {
  const detailed = extraConfig.get('guestOS.detailed.data') ?? extraConfig.get('guestInfo.detailed.data') ?? '';
  const told = /\bkernelVersion=["'](?:10\.0\.)?(\d{4,5}\.\d{1,6})["']/.exec(detailed)?.[1];
  return told ?? parseBakeMark(extraConfig.get(BAKE_KEY) ?? '')?.seen?.result?.build;
}

function controllerForRules({ key, type, label, devices }: VmController, facts: VmFacts): ControllerSettings {
  return {
    kind: KINDS[type] ?? 'other',
    label: label === '' ? type : label,
    disks: facts.devices.disks.filter(({ controllerKey }) => controllerKey === key).length,
    devices,
  };
}
