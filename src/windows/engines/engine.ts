/** What an engine is: a way to carry out the plan. All end with the same disk and are judged by the same checks. */

import type { Context } from '../../context.ts';
import type { Finding } from '../../report/report.ts';
import type { FirstBootStep } from '../first-boot/first-boot-step.ts';
import type { WindowsImage } from '../media/editions.ts';
import type { WindowsMedia } from '../media/windows-media.ts';
import type { ImagePlan } from '../plan/image-plan.ts';
import type { OfflineAbilities } from '../plan/offline-abilities.ts';
import type { OfflineStep } from '../plan/offline-step.ts';

export const ENGINE_NAMES = ['dism', 'convert-windowsimage', 'wimlib'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** What an engine is asked to do: the plan, and its share of the work that the plan means. */
export interface ImageWork {
  readonly plan: ImagePlan;
  /** In the order in which they have to be done; none that the engine did not say it can do. */
  readonly offline: readonly OfflineStep[];
  /** To be staged with the files they name, in this order. */
  readonly firstBoot: readonly FirstBootStep[];
  /** A package that is not for this image is left out with a finding, where the engine installs it. */
  readonly skipNotApplicable: boolean;
  /** The module Convert-WindowsImage installs drivers, features and updates itself; otherwise DISM does it afterwards. */
  readonly moduleServicing: boolean;
  /** Offline steps that are done already. */
  readonly done?: readonly OfflineStep[];
}

/** What came of a build, for whoever judges the disk. */
export interface BuiltDisk {
  /** The plan, with the layout that the disk got where an engine cannot choose it. */
  readonly plan: ImagePlan;
  /** What the engine saw on the way that no reader of the finished disk can see. */
  readonly findings: readonly Finding[];
  /** Offline steps that did nothing because what they bring is not for this image, where that may be. */
  readonly leftOut: readonly OfflineStep[];
}

/** The installation media, opened by an engine; everything it holds lies in the run's own folder. */
export interface OpenMedia {
  /** The images of install.wim or install.esd, in their order. */
  readonly images: readonly WindowsImage[];
  /** Names of all features that an image has, enabled or not; `later` where the build checks them itself; undefined where nobody can. */
  features(image: WindowsImage): Promise<readonly string[] | 'later' | undefined>;
  /**
   * Builds the disk at `path`; the file appears there when it is whole.
   * @throws UserError image-too-small, disk-full, tool-missing, cancelled; ToolError
   */
  build(work: ImageWork, path: string): Promise<BuiltDisk>;
}

export interface ImageEngine {
  readonly name: EngineName;
  /** Runs on Windows; the others everywhere else. */
  readonly onWindows: boolean;
  /** Programs it cannot do without; asked for before anything is read, so that a missing one is known at once. */
  readonly tools: readonly string[];
  readonly offline: OfflineAbilities;
  /** Why what it makes does not follow from what is known by digest, so that no earlier disk stands for it; undefined where it does. */
  readonly unknownParts?: string;
  /** Whether this machine can do the work, asked before anything is read. @throws UserError tool-too-old, not-elevated, volume-unfit */
  check(vhd: string, context: Pick<Context, 'tools'>): Promise<void>;
  /** @throws UserError not-windows-media, disk-full */
  open(media: WindowsMedia, context: Context): Promise<OpenMedia>;
}
