/**
 * What a machine's settings must be for an application-consistent snapshot.
 * Sources: [VDDK] "Virtual Disk Development Kit Programming Guide" 8.0, Windows backup implementations;
 * [GOS] vmware/ansible-vsphere-gos-validation, windows/check_quiesce_snapshot.
 */

import { isScsi, type MachineSettings, SCSI_SLOTS } from '../ova/machine-settings.ts';
import type { Rule } from './rule.ts';

/** Build and revision of Server 2022 from which [GOS] expects applications to take part on NVMe. */
const NVME_BUILD = [20348, 2582] as const;

export const MACHINE_RULES: readonly Rule<MachineSettings>[] = [
  {
    // [VDDK] application quiescing needs disk.EnableUUID; the guest id's default is missing on 7.0 U3c [GOS issue 290].
    code: 'disk-uuid-disabled',
    severity: 'error',
    predicts: 'filesystem',
    source: 'VDDK guide 8.0; vsphere-gos-validation issue 290',
    remedy:
      'Set the advanced parameter disk.EnableUUID to TRUE on the VM (in an OVF: vmw:ExtraConfig), then power it off and on.',
    see: ({ from, diskUuidEnabled }) =>
      diskUuidEnabled === true
        ? undefined
        : `disk.EnableUUID is ${diskUuidEnabled === undefined ? 'not set' : 'FALSE'} in ${from}, so Windows cannot tell VSS which disks are whose`,
  },
  {
    // [VDDK] SCSI disks only; [GOS] application-consistent on lsilogicsas and paravirtual alone.
    code: 'controller-not-scsi',
    severity: 'error',
    predicts: 'filesystem',
    source: 'VDDK guide 8.0; vsphere-gos-validation, check_quiescing_type.yml',
    remedy: 'Put every disk on a VMware Paravirtual (PVSCSI) or LSI Logic SAS controller.',
    see: ({ from, controllers }) =>
      controllers
        .filter(({ kind, disks }) => disks > 0 && !isScsi(kind) && kind !== 'nvme')
        .map(({ label, disks }) => `${disks === 1 ? 'A disk hangs' : `${disks} disks hang`} on ${label} in ${from}`),
  },
  {
    // [GOS] with a disk on NVMe: file-system only, but for Server 2022 from that build on. The build of an OVF is not known.
    code: 'nvme-build',
    severity: 'error',
    predicts: 'filesystem',
    source: 'vsphere-gos-validation, check_quiescing_type.yml',
    remedy: `Put the disks on a PVSCSI or LSI Logic SAS controller; on NVMe only Windows Server 2022 from build ${NVME_BUILD.join('.')} on is quiesced with its applications.`,
    see: ({ from, controllers, build }) =>
      freezesNvme(build)
        ? undefined
        : controllers
            .filter(({ kind, disks }) => disks > 0 && kind === 'nvme')
            .map(
              ({ label, disks }) =>
                `${disks === 1 ? 'A disk hangs' : `${disks} disks hang`} on ${label} in ${from}, and ${build === undefined ? 'the build of its Windows is not known' : `its Windows has the build ${build}`}`,
            ),
  },
  {
    // [VDDK] the snapshot's disks are attached to the same controllers while VSS works.
    code: 'scsi-slots-too-few',
    severity: 'error',
    predicts: 'filesystem',
    source: 'VDDK guide 8.0',
    remedy: 'Spread the disks over more SCSI controllers: there must be as many free places as disks.',
    see: ({ from, controllers }) => {
      const scsi = controllers.filter(({ kind }) => isScsi(kind));
      const disks = scsi.reduce((sum, controller) => sum + controller.disks, 0);
      const free = scsi.reduce((sum, controller) => sum + Math.max(0, SCSI_SLOTS - controller.devices), 0);
      return free < disks ? `${from} has ${disks} SCSI disks but only ${free} free SCSI places` : undefined;
    },
  },
  {
    // [VDDK] table of quiescing by guest: not supported for encrypted virtual machines.
    code: 'vm-encrypted',
    severity: 'error',
    predicts: 'filesystem',
    source: 'VDDK guide 8.0, table of quiescing by guest',
    remedy: 'Decrypt the VM: application-consistent quiescing is not supported on encrypted VMs.',
    see: ({ from, encrypted, vtpm }) => (encrypted && !vtpm ? `${from} is encrypted` : undefined),
  },
  {
    // A vTPM encrypts the VM's home, and with it come the limits of encrypted VMs (Cloud Director 10.5 documentation).
    code: 'vtpm-present',
    severity: 'warning',
    predicts: 'filesystem',
    source: 'Cloud Director 10.5, virtual TPM; VDDK guide 8.0 for what is encrypted',
    remedy:
      'Leave the vTPM out of the template and add it to the VMs that need it after deployment; those may get no application-consistent snapshots.',
    see: ({ from, vtpm }) => (vtpm ? `There is a virtual TPM in ${from}, which encrypts the VM's files` : undefined),
  },
  {
    // VSS event 12289 with ntfs 57/137 about \\?\fdc#generic_floppy_drive (reported since 2012).
    code: 'floppy-present',
    severity: 'warning',
    predicts: 'failed',
    source: 'VSS event 12289 with ntfs 57 and 137 (field reports since 2012)',
    remedy: 'Remove the floppy drive from the template (and disable it in the firmware setup of old VMs).',
    see: ({ from, floppies }) =>
      floppies > 0 ? `There is a floppy drive in ${from}, which the snapshot provider can stumble over` : undefined,
  },
  {
    // A guest that has locked its drive holds up the task with a question, and a file on another datastore the start of every clone.
    code: 'media-connected',
    severity: 'warning',
    source: 'vim25 VirtualMachineQuestionInfo (msg.cdromdisconnect.locked); VMware: disconnect media before cloning',
    remedy: 'Disconnect it from the template (Edit settings: client device, not connected at power on).',
    see: ({ from, media = [] }) => media.map((drive) => `A file is connected to ${drive} in ${from}`),
  },
  {
    // It is made for one machine: of what it does to a template nothing more is known than that a file of it that is left stops a snapshot.
    code: 'cbt-enabled',
    severity: 'info',
    source:
      'VDDK guide 8.0, "Enable Changed Block Tracking" (off by default, turned on for each VM); https://github.com/vmware/open-vm-tools/issues/27 (a -ctk.vmdk that is left)',
    remedy:
      'Turn it off in the template (changeTrackingEnabled false, ctkEnabled of every disk FALSE) while it is off and has no snapshots; backup software turns it on in each machine that it backs up.',
    see: ({ from, changeTracking }) =>
      changeTracking === true ? `Changed block tracking is on in ${from}` : undefined,
  },
  {
    // [GOS] check_quiescing_type.yml: the configured guest must be the real one.
    code: 'guest-id-mismatch',
    severity: 'warning',
    predicts: 'filesystem',
    source: 'vsphere-gos-validation, check_quiescing_type.yml',
    remedy: 'Set the guest OS of the VM to the Windows Server version that is installed.',
    see: ({ from, guestId, guestReportedId }) => {
      if (guestId === undefined) return undefined;
      if (!/^windows.*(?:srv|Server)/i.test(guestId))
        return `The guest id ${guestId} of ${from} is not a Windows Server`;
      return guestReportedId !== undefined && guestReportedId !== guestId
        ? `${from} is configured as ${guestId}, but the guest says it is ${guestReportedId}`
        : undefined;
    },
  },
];

function freezesNvme(build: string | undefined): boolean {
  const [number, revision = 0] = (build ?? '').split('.').map(Number);
  return number === NVME_BUILD[0] && revision >= NVME_BUILD[1];
}
