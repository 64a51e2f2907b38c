/** The inputs of extract-drivers. */

import { join } from 'node:path';
import type { PinnedSource } from '../../src/download/pinned-file.ts';
import { EXTRACT_METHODS, type ExtractMethod } from '../../src/drivers/gather-drivers.ts';
import { input } from '../../src/job/input.ts';
import { choice, list, path, pathOrUrl, sha256 } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { product } from '../../src/job/shared-inputs.ts';
import type { Product } from '../../src/products/product.ts';

export interface ExtractDriversInputs {
  readonly toolsIso: PinnedSource;
  readonly product: Product;
  readonly drivers: readonly string[];
  /** Absolute path. */
  readonly directory: string;
  readonly method: ExtractMethod;
  /** Where the proxies are read. */
  readonly env: Place['env'];
  /** Folder of downloads shared by runs. */
  readonly cache: string;
}

export const INPUTS = {
  'tools-iso': input(pathOrUrl, {
    description: 'The VMware Tools ISO for Windows.',
    template: { key: 'drivers.tools-iso', read: ({ drivers }) => drivers.toolsIso?.path ?? drivers.toolsIso?.url },
    required: true,
  }),
  sha256: input(sha256, {
    description: 'SHA-256 of the ISO; required with a URL.',
    otherwise: 'that of the template file, where the ISO comes from there too',
  }),
  product,
  drivers: input(list, {
    description: 'Drivers by the name of their INF file, of their service, or by hardware id.',
    template: { key: 'drivers.include', read: ({ drivers }) => drivers.include },
    default: 'pvscsi, vmxnet3',
  }),
  directory: input(path, {
    description: 'Folder that gets one folder per driver.',
    otherwise: '`<runner temp>/stillframe/drivers`',
  }),
  method: input(choice(EXTRACT_METHODS), {
    description:
      'iso takes loose drivers alone, msi unpacks the MSI inside the installer, setup lets the installer unpack itself (Windows only), auto tries them in turn.',
    default: 'auto',
  }),
} as const;

export function prepare({ values, isSet, template }: Reading<typeof INPUTS>, place: Place): ExtractDriversInputs {
  // A hash belongs to its file: that of the template does not verify an ISO which the step names itself.
  const pinned = isSet('tools-iso') ? undefined : template?.drivers.toolsIso?.sha256;
  return {
    toolsIso: { location: values['tools-iso'], sha256: values.sha256 ?? pinned },
    product: values.product,
    drivers: unique(values.drivers),
    directory: values.directory ?? join(place.temp, 'stillframe', 'drivers'),
    method: values.method,
    env: place.env,
    cache: place.cache,
  };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
