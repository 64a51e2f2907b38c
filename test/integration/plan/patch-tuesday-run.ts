/** What the workflow of Patch Tuesday is run with: templates on sample media, and the doubles as the repository's variables and secrets. */

import { join } from 'node:path';
import type { CatalogDouble } from '../../fakes/catalog/start.ts';
import type { ActOptions } from '../../fakes/github/act-repository.ts';
import type { Vsphere } from '../../fakes/vsphere/start.ts';
import type { SampleMedia } from '../../media/build.ts';

/** @param label of the runner @param release of the updates, when it is not the latest @param bake lets the candidate do its first start @param unattend it names templates/unattend.xml */
export function tuesdayTemplate(
  media: SampleMedia,
  name: string,
  {
    label = 'linux',
    release = 'latest',
    bake = false,
    unattend = true,
  }: { label?: string; release?: string; bake?: boolean; unattend?: boolean } = {},
): string {
  return [
    `name: ${name}`,
    `windows: { product: windows-server-2019, edition: standard-desktop, iso: { path: '${media.windowsIso}' } }`,
    `updates: { media-build: '17763.107', release: '${release}' }`,
    `drivers: { tools-iso: { path: '${media.toolsIso}' } }`,
    ...(unattend ? ['customize: { unattend: { file: unattend.xml } }'] : []),
    'disk: { size: 4 GiB }',
    bake ? 'bake: { on: vsphere, seal: none, timeout: 3 h }' : 'bake: { on: none }',
    `runs-on: [self-hosted, ${label}]`,
    '',
  ].join('\n');
}

export function tuesdayOptions(vsphere: Vsphere, catalog: CatalogDouble, parent: string): ActOptions {
  return {
    vars: {
      VSPHERE_SERVER: vsphere.server,
      VSPHERE_THUMBPRINT: vsphere.thumbprint,
      STILLFRAME_CATALOG_URL: catalog.url,
      STILLFRAME_RELEASE_INFO_URL: catalog.releaseInfoUrl,
      STILLFRAME_RELEASES: join(parent, 'releases'),
      STILLFRAME_ATTEST: 'true',
    },
    secrets: {
      VSPHERE_USERNAME: vsphere.username,
      VSPHERE_PASSWORD: vsphere.password,
      ADMINISTRATOR_PASSWORD: 'Of-a-template-1',
    },
    env: { STILLFRAME_CACHE: join(parent, 'downloads'), STILLFRAME_KEPT: join(parent, 'kept') },
  };
}
