/** The files of the ISO that DISM reads: where the ISO is mounted, or copied out of it. */

import { dirname, join } from 'node:path';
import type { Context } from '../../../context.ts';
import { assertFreeSpace } from '../../../files/assert-free-space.ts';
import { checkParts } from '../../media/split-image.ts';
import type { WindowsMedia } from '../../media/windows-media.ts';

export interface LocalMedia {
  /** install.wim or install.esd; of a split image its first part. */
  readonly image: string;
  /** All parts of a split image as DISM wants them, `…\install*.swm`; undefined for a whole one. */
  readonly parts: string | undefined;
  /** Folder of features; undefined when the ISO has none. */
  readonly sxs: string | undefined;
}

/** @throws UserError disk-full; not-windows-media for a split image of which a part is missing */
export async function localMedia(
  media: WindowsMedia,
  { temp, log }: Pick<Context, 'temp' | 'log'>,
): Promise<LocalMedia> {
  const { disc, imageMember, imageParts, imageSize, sxsMember } = media;
  const root = disc.root ?? join(temp, 'media');
  if (disc.root === undefined) {
    await assertFreeSpace(temp, imageSize, 'the Windows image of the ISO');
    await log.group(`Copy ${imageMember} out of the ISO`, () =>
      disc.extract([...imageParts, ...(sxsMember === undefined ? [] : [sxsMember])], root),
    );
  }
  const pathOf = (member: string): string => join(root, ...member.split('/'));
  await checkParts(media, imageParts.map(pathOf));
  const image = pathOf(imageMember);
  return {
    image,
    parts: imageParts.length > 1 ? join(dirname(image), 'install*.swm') : undefined,
    sxs: sxsMember === undefined ? undefined : pathOf(sxsMember),
  };
}
