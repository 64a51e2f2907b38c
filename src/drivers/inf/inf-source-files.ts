/** Where the files of a driver lie beside its INF file. Source: "INF SourceDisksFiles Section", "INF SourceDisksNames Section". */

import type { InfDocument } from './inf-document.ts';
import type { InfEntry } from './inf-syntax.ts';
import type { InfArchitecture } from './target-os.ts';

export interface SourceFile {
  readonly name: string;
  /** Relative to the folder of the INF file, with `/`, no leading one: `amd64/pvscsi.sys`. */
  readonly path: string;
}

/** Every file that SourceDisksFiles names for that architecture; the entry of the architecture's own section wins. */
export function sourceFiles(inf: InfDocument, architecture: InfArchitecture): readonly SourceFile[] {
  const disks = byKey(inf, 'SourceDisksNames', architecture);
  return [...byKey(inf, 'SourceDisksFiles', architecture).values()].map(({ key = '', values }) => {
    const [disk = '', folder = ''] = values;
    // disk = description[, tag file[, unused[, path]]]
    const diskFolder = disks.get(disk)?.values[3] ?? '';
    return { name: key, path: joinPath(diskFolder, folder, key) };
  });
}

/**
 * Where a file lies that CopyFiles, CatalogFile or ServiceBinary names: beside the INF file unless SourceDisksFiles says otherwise.
 * @param files by `sourceFiles`
 */
export function sourcePath(files: readonly SourceFile[], name: string): string {
  const found = files.find((file) => file.name.toLowerCase() === name.toLowerCase());
  return found?.path ?? joinPath(name);
}

function byKey(inf: InfDocument, section: string, architecture: InfArchitecture): Map<string, InfEntry> {
  const entries = [...inf.entries(section), ...inf.entries(`${section}.${architecture}`)];
  return new Map(
    entries.filter(({ key }) => key !== undefined).map((entry) => [entry.key?.toLowerCase() ?? '', entry]),
  );
}

function joinPath(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split(/[\\/]+/))
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
