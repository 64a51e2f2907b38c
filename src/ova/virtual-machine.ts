/** The virtual machine an OVF describes. */

export type DiskController = 'pvscsi' | 'lsilogicsas' | 'sata' | 'nvme';
type NetworkAdapter = 'vmxnet3' | 'e1000e';

export interface VirtualMachine {
  /** Shown in the inventory; any characters. */
  readonly name: string;
  readonly guest: { readonly id: string; readonly title: string };
  readonly cpus: number;
  readonly coresPerSocket?: number;
  /** Bytes, a multiple of 1 MiB. */
  readonly memory: number;
  readonly hardwareVersion: number;
  readonly firmware: 'efi' | 'bios';
  readonly secureBoot: boolean;
  /** Virtualisation-based security: also switches on IOMMU and nested virtualisation. */
  readonly vbs: boolean;
  readonly cpuHotAdd: boolean;
  readonly memoryHotAdd: boolean;
  readonly controller: DiskController;
  /** Name of the source network, mapped at import; undefined for a VM without a network adapter. */
  readonly network?: string;
  readonly networkAdapter: NetworkAdapter;
  /** VMX settings, e.g. disk.EnableUUID. */
  readonly extraConfig: Readonly<Record<string, string>>;
  /** The VM's notes. */
  readonly annotation?: string;
  readonly product?: { readonly name: string; readonly version?: string; readonly vendor?: string };
}

/** The disk as the package carries it; sizes in bytes. */
export interface PackagedDisk {
  readonly file: string;
  /** Of the file. */
  readonly size: number;
  /** Virtual size. */
  readonly capacity: number;
  /** Of the grains that are stored. */
  readonly populated: number;
}
