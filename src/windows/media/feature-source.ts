/** What is said where the files of a feature that is wanted are not on the ISO. */

import type { Finding } from '../../report/report.ts';
import type { WindowsMedia } from './windows-media.ts';

/** The one feature whose files are on the ISO, not in the image: .NET 3.5 (Microsoft Learn, "Deploy .NET Framework 3.5 by using DISM"). */
export function isOnIso(feature: string): boolean {
  return /^netfx3/i.test(feature);
}

/** A warning alone: an image that somebody made may hold the files, which its list of features does not tell. */
export function featureSourceFindings(
  { iso, hasNetFx3 }: Pick<WindowsMedia, 'iso' | 'hasNetFx3'>,
  features: readonly string[],
): readonly Finding[] {
  const wanted = features.filter(isOnIso);
  if (wanted.length === 0 || hasNetFx3) return [];
  return [
    {
      code: 'feature-source-missing',
      severity: 'warning',
      seen: `${wanted.join(', ')} cannot come from the ISO ${iso}, which has no sources/sxs/microsoft-windows-netfx3-ondemand-package*.cab: enabling fails with 0x800F081F where the image does not hold the files itself.`,
      remedy: 'Give the ISO as Microsoft ships it, or put that cabinet of the same build into its folder sources/sxs.',
    },
  ];
}
