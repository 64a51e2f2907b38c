/**
 * Names of optional features, from the manifests of an image's packages (Windows\servicing\Packages\*.mum). Each feature is an
 * `update` with a name inside the `package` of an `assembly` (urn:schemas-microsoft-com:asm.v3), as in the manifests that Microsoft
 * ships for Hyper-V and .NET 3.5; this is what DISM lists.
 */

import { FormatError, UserError } from '../../errors.ts';
import { nearestName } from '../../nearest-name.ts';
import { parseXml } from '../../xml/xml-element.ts';

/** @returns nothing for a manifest that cannot be read: some systems keep theirs compressed */
export function featureNames(manifest: string, source: string): readonly string[] {
  // Most of the some 3000 manifests define no feature.
  if (!manifest.includes('<update')) return [];
  try {
    const assembly = parseXml(manifest.replace(/^\ufeff/, ''), source);
    return assembly.children
      .filter(({ name }) => name === 'package')
      .flatMap(({ children }) => children.filter(({ name }) => name === 'update'))
      .flatMap(({ attributes }) => attributes.get('name') ?? []);
  } catch (error) {
    if (error instanceof FormatError) return [];
    throw error;
  }
}

/**
 * DISM compares the names without regard to case.
 * @param known all features of the image
 * @throws UserError feature-unknown that names all that are not among them, each with its nearest name
 */
export function checkFeatures(wanted: readonly string[], known: readonly string[], image: string): void {
  const lower = new Set(known.map((name) => name.toLowerCase()));
  const unknown = wanted.filter((name) => !lower.has(name.toLowerCase()));
  if (unknown.length === 0) return;
  const words = unknown.map((name) => {
    const nearest = nearestName(name, known);
    return nearest === undefined ? `"${name}"` : `"${name}" (did you mean "${nearest}"?)`;
  });
  throw new UserError(
    'feature-unknown',
    `The image ${image} has no feature ${words.join(', ')}`,
    'Write names as "dism /Online /Get-Features" lists them on a server of this product; they are not those of Install-WindowsFeature.',
  );
}
