/**
 * What govmomi's simulator, as it comes, does not do as vSphere does, or not at all. `plain-vcsim.itg.test.ts` finds each of them there, by the
 * words of `seen`; the table of docs/vsphere.md is made of the same.
 */

export interface Lack {
  /** Method or resource. */
  readonly what: string;
  readonly answer: string;
  /** What an action or govc says of it, word for word. */
  readonly seen: string;
  /** What the double adds; empty: nothing, so that no test shows the other. */
  readonly double: string;
}

export const LACKS = {
  settings: {
    what: '`CreateImportSpec`',
    answer: 'leaves out what VMware adds to OVF: the settings of the .vmx file, firmware, secure boot',
    seen: 'The import had dropped a setting, now put right: disk.EnableUUID = TRUE',
    double: 'takes them over',
  },
  checksums: {
    what: '`HttpNfcLeaseSetManifestChecksumType`',
    answer: 'is not implemented, so that files are compared by SHA-1',
    seen: 'does not implement: HttpNfcLeaseSetManifestChecksumType',
    double: '',
  },
  rename: {
    what: '`Rename_Task`',
    answer: 'renames the object, and leaves the name in its configuration as it was',
    seen: 'stillframe-new-',
    double: '',
  },
  clone: {
    what: '`CloneVM_Task`',
    answer: 'copies no setting of the .vmx file, and no byte of the disk',
    seen: 'disk.EnableUUID is not set in the VM',
    double: 'copies both, and customizes',
  },
  capability: {
    what: '`capability.quiescedSnapshotsSupported`',
    answer: 'is false for every VM',
    seen: 'does not support quiesced snapshots',
    double: 'true while VMware Tools run',
  },
  tools: {
    what: '`guest`, guest operations',
    answer: 'VMware Tools never run',
    seen: 'VMware Tools do not run in',
    double: 'a guest that starts from the uploaded disk, and runs its programs',
  },
  manifest: {
    what: '`CreateSnapshotEx_Task`',
    answer: 'takes any request, sets the flag `quiesced`, and has no manifest of a backup',
    seen: 'The task succeeded, but there is no manifest of a quiescing',
    double: 'judges each field, quiesces as the disk and the guest allow, and writes the manifests',
  },
  guestinfo: {
    what: '`guestinfo`',
    answer: 'no guest ever says anything',
    seen: 'it has published no status',
    double: 'the first boot that is staged on the disk, step by step',
  },
  disk: {
    what: 'files of a datastore',
    answer: 'the descriptor of a disk says parentCID=00000000, as if it were a linked one, and its extent is empty',
    seen: 'only holds what changed against another disk',
    double: 'the disk that was uploaded, in each of the shapes that vSphere has',
  },
  export: {
    what: '`ExportVm`',
    answer: 'is not implemented',
    seen: 'vSphere refused ExportVm with MethodNotFound',
    double: 'a lease, refused for templates and where a VM runs',
  },
  events: {
    what: '`QueryEvents` on ESXi',
    answer: 'is not implemented; a collector of events is',
    seen: 'NotImplemented',
    double: '',
  },
  arrived: {
    what: 'files of an update session',
    answer: 'stay WAITING_FOR_TRANSFER when they have arrived, without size and digest',
    seen: 'vCenter does not say what it received (WAITING_FOR_TRANSFER)',
    double: 'size and digest of what arrived, each state, and sessions that end',
  },
  capture: {
    what: '`vcenter/ovf/library-item`, making one',
    answer: 'says that it succeeded, and makes an item without files',
    seen: 'has no files',
    double: 'an OVF with the settings of the VM',
  },
} as const satisfies Readonly<Record<string, Lack>>;
