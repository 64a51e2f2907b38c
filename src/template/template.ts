/** A template file once read: units resolved, defaults filled in, paths absolute. The loader is template-file.ts. */

import type { SourceLocation } from '../errors.ts';
import type { BakeHost } from '../products/guest-words.ts';
import type { Product } from '../products/product.ts';

/** A file by path or by URL, with the hash that pins it. */
export interface PinnedFile {
  /** Absolute path. */
  readonly path?: string;
  readonly url?: string;
  readonly sha256?: string;
}

export const UPDATE_KINDS = ['servicing-stack', 'cumulative', 'dotnet'] as const;
export type UpdateKind = (typeof UPDATE_KINDS)[number];

/** How far from the regular Patch Tuesday release a choice may go; each includes the ones before it. */
export const CHANNELS = ['regular', 'out-of-band', 'preview'] as const;
export type Channel = (typeof CHANNELS)[number];

export const DISK_CONTROLLERS = ['pvscsi', 'lsilogicsas', 'nvme', 'sata'] as const;
type DiskController = (typeof DISK_CONTROLLERS)[number];

/** Of what an answer file is made. */
export interface TemplateAnswers {
  readonly locale?: string;
  readonly timeZone?: string;
  readonly computerName?: string;
  readonly productKey?: 'client-setup';
  readonly sanPolicy?: 'online-all' | 'offline-shared' | 'offline-all';
  /** Name of the environment variable that holds the password. */
  readonly administratorPasswordEnv?: string;
}

/** A value of the registry as the template writes it. */
export interface TemplateRegistryValue {
  readonly key: string;
  readonly name?: string;
  readonly type: 'string' | 'expand-string' | 'multi-string' | 'dword' | 'qword' | 'binary';
  readonly value: string | number | readonly string[];
}

export interface Template {
  /** Absolute path of the template file. */
  readonly file: string;
  /** Where each value stands that the file, or a base of it, says, by `disk.size`; defaults have no place. */
  readonly places: ReadonlyMap<string, SourceLocation>;
  /** Absolute paths of the files that it extends, in turn. */
  readonly bases: readonly string[];
  readonly name: string;
  readonly windows: {
    readonly product: Product;
    /** Alias (`standard-desktop`), exact name of the image in the WIM, or its index as text. */
    readonly edition: string;
    readonly iso: PinnedFile;
    readonly language: string;
  };
  readonly updates: {
    readonly include: readonly UpdateKind[];
    /** `latest`, a month `2026-11`, a day, or KB numbers. */
    readonly release: readonly string[];
    readonly channel: Channel;
    /** `KB5005112`: never to be taken. */
    readonly exclude: readonly string[];
    /** Build of the image on the ISO, `17763.107`. */
    readonly mediaBuild?: string;
  };
  readonly drivers: { readonly toolsIso?: PinnedFile; readonly include: readonly string[] };
  readonly disk: {
    /** Bytes, as are esp and msr. */
    readonly size: number;
    readonly format: 'vhd' | 'vhdx' | 'vmdk';
    readonly type: 'dynamic' | 'fixed';
    /** Gives what of the three below the file does not say. */
    readonly layout?: 'convert-windowsimage' | 'cloudbase' | 'microsoft';
    readonly esp?: number;
    readonly msr?: number;
    readonly recovery?: 'none' | 'last';
  };
  readonly customize: {
    readonly features: readonly string[];
    readonly remoteDesktop: boolean;
    readonly vmwareTools: 'first-boot' | 'none';
    /** Absolute path of an unattend.xml. */
    readonly unattend?: string;
    /** Of what an answer file is made; never beside one. */
    readonly answers?: TemplateAnswers;
    /** `from` absolute; `to` as written, such as `C:\Corp`. */
    readonly files?: readonly { readonly from: string; readonly to: string }[];
    readonly registry?: readonly TemplateRegistryValue[];
    /** Absolute paths, in the order in which they run. */
    readonly firstBootScripts?: readonly string[];
  };
  /** Whether the candidate is started once before it is proven; a template without it bakes on none. */
  readonly bake: {
    readonly on: BakeHost | 'none';
    readonly seal: 'none' | 'generalize';
    /** Milliseconds. */
    readonly timeout: number;
  };
  readonly vm: {
    readonly cpus: number;
    /** Bytes. */
    readonly memory: number;
    readonly hardwareVersion: number;
    readonly firmware: 'efi' | 'bios';
    readonly secureBoot: boolean;
    readonly diskController: DiskController;
    readonly network: string;
  };
  readonly publish: readonly {
    readonly as: 'vm' | 'template' | 'library-item';
    /** Name of a content library. */
    readonly library?: string;
    readonly datastore?: string;
    readonly folder?: string;
    /** How many older releases stay. */
    readonly keep?: number;
  }[];
  /** Labels of the runner that builds it. */
  readonly runsOn: readonly string[];
  readonly verify: {
    readonly level: 'application' | 'filesystem';
    /** Milliseconds. */
    readonly timeout: number;
    /** `none`, `generated`, or the name of a specification of the vCenter. */
    readonly customization: string;
    /** Whether a script in the copy shows freeze and thaw; needs the password of its guest. */
    readonly markerScripts: boolean;
  };
}
