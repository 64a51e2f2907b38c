/** What an engine is: a way to carry out the plan. All end with the same disk and are judged by the same checks. */

import type { Context } from '../../context.ts';
import type { FirstBootStep } from '../first-boot/first-boot-step.ts';
import type { WindowsImage } from '../media/editions.ts';
import type { WindowsMedia } from '../media/windows-media.ts';
import type { ImagePlan } from '../plan/image-plan.ts';
import type { OfflineAbilities } from '../plan/offline-abilities.ts';
import type { OfflineStep } from '../plan/offline-step.ts';

export const ENGINES = ['wimlib'] as const;
export type EngineName = (typeof ENGINES)[number];

/** What an engine is asked to do: the plan, and its share of the work that the plan means. */
export interface ImageWork {
  readonly plan: ImagePlan;
  /** In the order in which they have to be done; none that the engine did not say it can do. */
  readonly offline: readonly OfflineStep[];
  /** To be staged with the files they name, in this order. */
  readonly firstBoot: readonly FirstBootStep[];
}

/** The installation media, opened by an engine; everything it holds lies in the run's own folder. */
export interface OpenMedia {
  /** The images of install.wim or install.esd, in their order. */
  readonly images: readonly WindowsImage[];
  /** Names of all features that an image has, enabled or not; undefined where they cannot be read. */
  features(image: WindowsImage): Promise<readonly string[] | undefined>;
  /**
   * Builds the disk at `path`; the file appears there when it is whole.
   * @throws UserError image-too-small, disk-full, tool-missing, cancelled; ToolError
   */
  build(work: ImageWork, path: string): Promise<void>;
}

export interface ImageEngine {
  readonly name: EngineName;
  /** Programs it cannot do without; asked for before anything is read, so that a missing one is known at once. */
  readonly tools: readonly string[];
  readonly offline: OfflineAbilities;
  /** @throws UserError not-windows-media, disk-full */
  open(media: WindowsMedia, context: Context): Promise<OpenMedia>;
}
