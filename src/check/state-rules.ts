/** What vSphere must say about a VM right before the snapshot. Sources: VDDK guide 8.0; vim25 CreateSnapshotExRequestType. */

import type { Rule } from './rule.ts';
import type { TargetFacts } from './target-facts.ts';

/** 10.1.0, the first version for Windows Server 2016 and later (VDDK guide). */
const OLDEST_TOOLS = 10 * 1024 + 1 * 32;

export const STATE_RULES: readonly Rule<TargetFacts>[] = [
  {
    code: 'vm-powered-off',
    severity: 'error',
    predicts: 'ignored',
    source: 'vim25 CreateSnapshotExRequestType',
    remedy:
      'Let the check start it (power-on: true), or start it before: vSphere silently ignores quiescing on a VM that is off.',
    see: ({ name, poweredOn }) => (poweredOn ? undefined : `${name} is powered off`),
  },
  {
    code: 'tools-not-installed',
    severity: 'error',
    predicts: 'ignored',
    source: 'vim25 CreateSnapshotExRequestType; VDDK guide 8.0',
    remedy:
      'Install VMware Tools with the VSS provider (setup64.exe /S /v "/qn ADDLOCAL=ALL REBOOT=R"), or let build-vhd do it at first boot.',
    see: ({ name, toolsInstalled }) =>
      toolsInstalled === false ? `VMware Tools are not installed in ${name}` : undefined,
  },
  {
    code: 'tools-not-running',
    severity: 'error',
    predicts: 'ignored',
    source: 'vim25 CreateSnapshotExRequestType',
    remedy:
      'Look at the console of the VM: first boot may need more time (raise timeout), wait for an answer, or have failed; check the service VMTools.',
    see: ({ name, poweredOn, toolsInstalled, toolsRunning }) =>
      poweredOn && toolsInstalled !== false && !toolsRunning
        ? `VMware Tools do not run in ${name}, and vSphere silently ignores quiescing without them`
        : undefined,
  },
  {
    code: 'tools-too-old',
    severity: 'warning',
    predicts: 'filesystem',
    source: 'VDDK guide 8.0, "Working with Microsoft Shadow Copy"',
    remedy: 'Update VMware Tools to 10.1 or later.',
    see: ({ name, toolsVersion }) =>
      toolsVersion !== undefined && toolsVersion > 0 && toolsVersion < OLDEST_TOOLS
        ? `VMware Tools ${describeToolsVersion(toolsVersion)} in ${name} are older than 10.1`
        : undefined,
  },
  {
    code: 'quiesced-snapshots-unsupported',
    severity: 'error',
    predicts: 'failed',
    source: 'vim25 VirtualMachineCapability',
    remedy: 'Check the guest id, the virtual hardware version and whether disks are independent or shared.',
    see: ({ name, quiescedSnapshotsSupported }) =>
      quiescedSnapshotsSupported === false
        ? `vSphere says that ${name} does not support quiesced snapshots`
        : undefined,
  },
  {
    // vim25 VirtualDiskMode: an independent disk is not affected by snapshots; vSphere says nothing of it when one is taken.
    code: 'disk-independent',
    severity: 'error',
    predicts: 'failed',
    source: 'vim25 VirtualDiskMode',
    remedy:
      'Set the disk mode to dependent (persistent) with the VM off; a raw device in physical mode must become a virtual disk, or be backed up otherwise.',
    see: ({ name, disksOutside }) => disksOutside.map((disk) => `${disk} of ${name} is outside of every snapshot`),
  },
  {
    code: 'snapshots-exist',
    severity: 'warning',
    source: 'vsphere-gos-validation, check_quiesce_snapshot',
    remedy: 'Consolidate and remove old snapshots: a template should have none, and quiescing takes longer with each.',
    see: ({ name, snapshots }) =>
      snapshots > 0 ? `${name} already has ${snapshots === 1 ? 'a snapshot' : `${snapshots} snapshots`}` : undefined,
  },
];

function describeToolsVersion(version: number): string {
  return `${Math.floor(version / 1024)}.${Math.floor((version % 1024) / 32)}.${version % 32}`;
}

/** Codes of what is only wrong at the moment of a snapshot, or is said of a running machine alone. */
const WHILE_ON: readonly string[] = ['vm-powered-off', 'tools-not-running', 'quiesced-snapshots-unsupported'];

/** What is true of a machine that is off as well, such as a template. */
export const STANDING_RULES: readonly Rule<TargetFacts>[] = STATE_RULES.filter(({ code }) => !WHILE_ON.includes(code));
