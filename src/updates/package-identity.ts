/** Reads who a package says it is out of the texts inside it. */

import { SaxesParser } from 'saxes';
import type { UpdateKind } from '../template/template.ts';
import { parseBuild } from './build-number.ts';

export interface PackageIdentity {
  /** `Package_for_RollupFix`, `Package_for_KB5005112`, `Package_for_DotNetRollup`. */
  readonly name: string;
  /** `17763.9619.1.5` */
  readonly version: string;
}

/**
 * The identity in the unattend file of an .msu or in the update.mum of a cabinet: the first assemblyIdentity element.
 * Undefined when there is none or the text is no XML: what is inside is a witness, not the judge.
 */
export function readIdentity(xml: string): PackageIdentity | undefined {
  let found: PackageIdentity | undefined;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const { name, version } = tag.attributes;
    if (!found && tag.local === 'assemblyIdentity' && name && version)
      found = { name: name.value, version: version.value };
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(xml.replace(/^\uFEFF/, '')).close();
  } catch {
    // Broken or foreign XML: what was found before the fault still stands, what came after is not known.
  }
  return found;
}

/** The kind of package the identity's name tells. */
export function kindOfIdentity(name: string): UpdateKind | undefined {
  if (/^Package_for_RollupFix/i.test(name)) return 'cumulative';
  if (/^Package_for_DotNetRollup/i.test(name)) return 'dotnet';
  return /^Package_for_ServicingStack/i.test(name) ? 'servicing-stack' : undefined;
}

/** Windows build of an identity's version, `17763.9619` of `17763.9619.1.5`; undefined for .NET, which counts differently. */
export function buildOfIdentity(identity: PackageIdentity): string | undefined {
  const build = /^(\d{5}\.\d{1,6})\./.exec(identity.version)?.[1];
  return build !== undefined && parseBuild(build) ? build : undefined;
}

/** `KB5005112` of the line `KB Article Number="5005112"` in pkgProperties.txt. */
export function readPropertiesKb(text: string): string | undefined {
  const digits = /^KB Article Number="(\d{6,8})"/m.exec(text)?.[1];
  return digits === undefined ? undefined : `KB${digits}`;
}
