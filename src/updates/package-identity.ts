/** Reads who a package says it is out of the texts inside it. */

import { SaxesParser } from 'saxes';
import type { UpdateKind } from '../template/template.ts';
import { parseBuild } from './build-number.ts';

export interface PackageIdentity {
  /** `Package_for_RollupFix`, `Package_for_KB5005112`, `Package_for_DotNetRollup`. */
  readonly name: string;
  /** `17763.9619.1.5` */
  readonly version: string;
  /** `de-DE`; undefined for one that is neutral. */
  readonly language?: string;
}

/**
 * Who is meant: every package that the unattend file of an .msu has installed, or the one that update.mum in a cabinet describes, whose
 * own assemblyIdentity comes before those of its parents and parts.
 * None where the text has none or is no XML: what is inside is a witness, not the judge.
 */
export function readIdentities(xml: string): readonly PackageIdentity[] {
  const found: (PackageIdentity & { readonly isServiced: boolean })[] = [];
  const open: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    const { name, version, language } = tag.attributes;
    if (tag.local === 'assemblyIdentity' && name && version) {
      const isServiced = open.slice(-2).join('/') === 'servicing/package';
      const own = language && language.value !== 'neutral' ? { language: language.value } : {};
      found.push({ name: name.value, version: version.value, ...own, isServiced });
    }
    open.push(tag.local);
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(xml.replace(/^\uFEFF/, '')).close();
  } catch {
    // Broken or foreign XML: what was found before the fault still stands, what came after is not known.
  }
  const serviced = found.filter(({ isServiced }) => isServiced);
  return (serviced.length > 0 ? serviced : found.slice(0, 1)).map(({ isServiced: _, ...identity }) => identity);
}

/** `Package_for_RollupFix~31bf3856ad364e35~amd64~~17763.9619.1.5`, as DISM and the registry name a package; undefined for another text. */
export function parsePackageName(text: string): PackageIdentity | undefined {
  const [name, , , language, version, ...more] = text.split('~');
  if (!name || !version || more.length > 0) return undefined;
  return { name, version, ...(language && { language }) };
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
