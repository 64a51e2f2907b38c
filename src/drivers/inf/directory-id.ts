/** Directory identifiers: `%12%` stands for a folder of the installed Windows ("Using Dirids", Microsoft Learn). */

/** The package's own folder in the driver store. Which one that is only Windows knows: its name holds a hash. */
export const DRIVER_STORE = 13;
/** Windows 10 1709, the first that runs drivers from the driver store ("Using Dirids"). */
export const FIRST_BUILD_WITH_DRIVER_STORE = 16299;

/** Folders below that of Windows itself, whose place is the same in every image. */
const WINDOWS_FOLDERS: Readonly<Record<number, string>> = {
  10: '',
  11: 'System32',
  12: 'System32\\drivers',
  17: 'INF',
  18: 'Help',
  20: 'Fonts',
};
/** The drive that an image of ours is once it runs. */
const SYSTEM_DRIVE = 'C:';

/** The file that a directive such as ServiceBinary names. */
export interface InfPath {
  /** Undefined for a path that begins with no identifier. */
  readonly directory: number | undefined;
  /** Behind the identifier, no leading backslash. */
  readonly path: string;
}

export function parseInfPath(text: string): InfPath {
  const match = /^%(\d+)%\\*(.*)$/.exec(text);
  return match?.[1] === undefined
    ? { directory: undefined, path: text }
    : { directory: Number(match[1]), path: match[2] ?? '' };
}

/** Relative to the folder of Windows: `System32\drivers\pvscsi.sys`; undefined for any other folder. */
export function belowWindows({ directory, path }: InfPath): string | undefined {
  const folder = directory === undefined ? undefined : WINDOWS_FOLDERS[directory];
  if (folder === undefined) return undefined;
  return folder === '' ? path : `${folder}\\${path}`;
}

/** Replaces each identifier that has the same meaning in every image, as SetupAPI would; the others stay. */
export function expandDirectoryIds(text: string): string {
  return text.replace(/%(\d+)%/g, (identifier, digits: string) => {
    const folder = WINDOWS_FOLDERS[Number(digits)];
    if (folder !== undefined) return folder === '' ? `${SYSTEM_DRIVE}\\Windows` : `${SYSTEM_DRIVE}\\Windows\\${folder}`;
    return Number(digits) === 24 ? SYSTEM_DRIVE : identifier;
  });
}

/** The first identifier in a text, without its percent signs. */
export function directoryIdIn(text: string): number | undefined {
  const digits = /%(\d+)%/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
