/** What an engine is: a way to carry out the plan. All end with the same disk and are judged by the same checks. */

import type { Context } from '../../context.ts';
import type { WindowsImage } from '../media/editions.ts';
import type { WindowsMedia } from '../media/windows-media.ts';
import type { ImagePlan } from '../plan/image-plan.ts';

export const ENGINES = ['wimlib'] as const;
export type EngineName = (typeof ENGINES)[number];

/** The installation media, opened by an engine; everything it holds lies in the run's own folder. */
export interface OpenMedia {
  /** The images of install.wim or install.esd, in their order. */
  readonly images: readonly WindowsImage[];
  /**
   * Builds the disk of the plan at `path`; the file appears there when it is whole.
   * @throws UserError image-too-small, disk-full, tool-missing, cancelled; ToolError
   */
  build(plan: ImagePlan, path: string): Promise<void>;
}

export interface ImageEngine {
  readonly name: EngineName;
  /** Programs it cannot do without; asked for before anything is read, so that a missing one is known at once. */
  readonly tools: readonly string[];
  /** @throws UserError not-windows-media, disk-full */
  open(media: WindowsMedia, context: Context): Promise<OpenMedia>;
}
