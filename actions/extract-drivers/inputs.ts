/** The inputs of extract-drivers, explicit ones before those of the template file. */

import { resolve } from 'node:path';
import { isUrl, type PinnedSource } from '../../src/download/pinned-file.ts';
import { EXTRACT_METHODS, type ExtractMethod } from '../../src/drivers/gather-drivers.ts';
import { PRODUCTS, type Product } from '../../src/products/product.ts';
import { downloadCacheFolder, jobFolder } from '../../src/runner/folders.ts';
import { type InputReader, missingInput } from '../../src/runner/inputs.ts';
import type { Template } from '../../src/template/template.ts';
import { loadTemplate } from '../../src/template/template-file.ts';

export interface ExtractDriversInputs {
  readonly toolsIso: PinnedSource;
  readonly product: Product;
  readonly drivers: readonly string[];
  /** Absolute path. */
  readonly directory: string;
  readonly method: ExtractMethod;
  /** Folder of downloads shared by runs. */
  readonly cache: string;
}

const DEFAULT_DRIVERS = ['pvscsi', 'vmxnet3'];

export async function readInputs(inputs: InputReader): Promise<ExtractDriversInputs> {
  const templatePath = inputs.text('template');
  const template = templatePath === undefined ? undefined : await loadTemplate(templatePath);
  const product = inputs.choice('product', PRODUCTS) ?? template?.windows.product;
  if (product === undefined) throw missingInput('product');
  return {
    toolsIso: toolsIso(inputs, template),
    product,
    drivers: unique(inputs.list('drivers') ?? template?.drivers.include ?? DEFAULT_DRIVERS),
    directory: resolve(inputs.text('directory') ?? jobFolder('drivers')),
    method: inputs.choice('method', EXTRACT_METHODS) ?? 'auto',
    cache: downloadCacheFolder(),
  };
}

/** A hash belongs to its file: that of the template does not verify an ISO which the step names itself. */
function toolsIso(inputs: InputReader, template: Template | undefined): PinnedSource {
  const location = inputs.text('tools-iso');
  const sha256 = inputs.sha256('sha256');
  if (location !== undefined) return { location: isUrl(location) ? location : resolve(location), sha256 };
  const pinned = template?.drivers.toolsIso;
  const named = pinned?.path ?? pinned?.url;
  if (named === undefined) throw missingInput('tools-iso');
  return { location: named, sha256: sha256 ?? pinned?.sha256 };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}
