/**
 * What an image at its first boot and the host that watches it say to each other, in keys of guestinfo and of the .vmx file. Limits
 * of guestinfo: 64 KiB a message (open-vm-tools guest_msg_def.h), 1 MiB in all (`tools.setInfo.sizeLimit`); docs/first-boot.md tells
 * the whole talk.
 */

/** What the guest does once its first boot is over: go on running, end by itself, or end as a generalized Windows. */
export const AFTER_FIRST_BOOT = ['stay', 'shut-down', 'generalize'] as const;
export type AfterFirstBoot = (typeof AFTER_FIRST_BOOT)[number];

/** Where the first start of an image may happen; a guest talks to Hyper-V by its data exchange service, with the same words. */
export const BAKE_HOSTS = ['vsphere', 'hyper-v'] as const;
export type BakeHost = (typeof BAKE_HOSTS)[number];

/** So much of a status is told to Hyper-V, whose values have 1024 characters at most (Msvm_KvpExchangeDataItem). */
export const KVP_CHARACTERS = 900;

/** ExtraConfig: one of AFTER_FIRST_BOOT, written by convert-ova; missing means `stay`. */
export const AFTER_FIRST_BOOT_SETTING = 'stillframe.after-first-boot';

/** Keys of guestinfo without the `guestinfo.` in front. */
export const GUEST_KEY = {
  /**
   * Guest to host, the status: `running`, `running: <step>`, `restarting`, `sealing`, and in the end `done` or `failed: <step> <step>…`,
   * where `generalize` counts as a step. What follows the last one is the end of the guest, unless it stays.
   */
  status: 'stillframe.first-boot',
  /** Host to guest: the very text of the last status, once it was read. The guest ends then, or after six hours. */
  seen: 'stillframe.seen',
  /** Guest to host, before the last status: base64 of JSON, see FirstBootResult. */
  result: 'stillframe.result',
  /**
   * Guest to host: `stillframe.log.0` to `stillframe.log.15`, pieces of first-boot.log. Piece k holds its bytes from k * LOG_PIECE_BYTES on
   * as `k:<base64>`, stands in key k modulo LOG_KEYS, and is written anew while it grows.
   */
  log: 'stillframe.log',
} as const;

/** Bytes of the log in one piece: base64 makes 5464 characters of them, which a command line takes. */
export const LOG_PIECE_BYTES = 4096;
/** So many keys hold the newest pieces: 64 KiB of the log, 88 KiB of guestinfo. */
export const LOG_KEYS = 16;

/** What the guest says of itself in the end. */
export interface FirstBootResult {
  /** Build and revision that Windows has: `17763.8027`. */
  readonly build: string;
  /** `IMAGE_STATE_COMPLETE`, or `IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE` where it was generalized. */
  readonly imageState: string;
  /** Paths of answer files that are left; with generalize the one for the clones, without a password. */
  readonly answerFiles: readonly string[];
  /** Code page of the log's text, such as 437. */
  readonly codePage: number;
  /** In the order in which they ran. */
  readonly steps: readonly FirstBootStepResult[];
}

export interface FirstBootStepResult {
  /** `30-update-01` */
  readonly id: string;
  /** `ok`, `ok, restarted`, or `failed with <exit code>`. */
  readonly result: string;
  readonly attempts: number;
  /** ISO 8601, UTC. */
  readonly ended: string;
}
