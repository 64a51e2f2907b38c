/** All that is said of the installation media before anything is made of them. */

import type { Finding } from '../../report/report.ts';
import type { WindowsImage } from './editions.ts';
import { evaluationFindings } from './evaluation.ts';
import { featureSourceFindings } from './feature-source.ts';
import { setupOnlyFindings } from './setup-only.ts';
import type { WindowsMedia } from './windows-media.ts';

/** @param features that are wanted */
export function mediaFindings(
  media: Pick<WindowsMedia, 'iso' | 'setupMembers' | 'hasNetFx3'>,
  image: WindowsImage,
  features: readonly string[],
): readonly Finding[] {
  return [...setupOnlyFindings(media), ...evaluationFindings(image), ...featureSourceFindings(media, features)];
}
