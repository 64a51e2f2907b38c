/** What a template asks of the catalog. */

import type { Template } from '../template/template.ts';
import { requireBuild } from './build-number.ts';
import { parseKbs, parseRelease } from './release-request.ts';
import type { UpdateRequest } from './resolve-updates.ts';

export function requestOfTemplate({ windows, updates, file }: Template): UpdateRequest {
  const { include, release, channel, exclude, mediaBuild } = updates;
  return {
    product: windows.product,
    architecture: 'x64',
    include,
    release: parseRelease(release, `updates.release of ${file}`),
    channel,
    exclude: parseKbs(exclude),
    ...(mediaBuild !== undefined && { mediaBuild: requireBuild(mediaBuild, 'updates.media-build') }),
  };
}
