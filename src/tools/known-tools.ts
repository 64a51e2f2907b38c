/** Where each external program comes from, so that a missing one can be named together with its cure. */

interface KnownTool {
  /** Package of Debian and Ubuntu. */
  readonly debian?: string;
  /** What to say on Windows. */
  readonly windows?: string;
  /** Other names under which the same program is found on PATH. */
  readonly aliases?: readonly string[];
  /** Where its installer puts it, below the folder of programs of Windows: it does not add itself to PATH. */
  readonly programFiles?: string;
}

const PART_OF_WINDOWS = 'it is part of Windows; look for it in C:\\Windows\\System32';

const KNOWN_TOOLS: Readonly<Record<string, KnownTool>> = {
  '7zz': {
    debian: '7zip',
    windows: 'install 7-Zip (winget install 7zip.7zip)',
    aliases: ['7z'],
    programFiles: '7-Zip\\7z.exe',
  },
  'wimlib-imagex': { debian: 'wimtools', windows: 'install wimlib, or use the engine dism' },
  mkntfs: { debian: 'ntfs-3g' },
  ntfsresize: { debian: 'ntfs-3g' },
  ntfscp: { debian: 'ntfs-3g' },
  ntfscat: { debian: 'ntfs-3g' },
  ntfsls: { debian: 'ntfs-3g' },
  ntfssecaudit: { debian: 'ntfs-3g' },
  fakeroot: { debian: 'fakeroot' },
  'mkfs.fat': { debian: 'dosfstools' },
  mcopy: { debian: 'mtools' },
  mmd: { debian: 'mtools' },
  hivexregedit: { debian: 'libwin-hivex-perl' },
  hivexsh: { debian: 'libhivex-bin' },
  hivexget: { debian: 'libhivex-bin' },
  'qemu-img': { debian: 'qemu-utils', windows: 'install QEMU for Windows and put it on PATH' },
  filefrag: { debian: 'e2fsprogs' },
  git: { debian: 'git', windows: 'install Git for Windows (winget install Git.Git)' },
  faketime: { debian: 'faketime' },
  msiextract: { debian: 'msitools' },
  cabextract: { debian: 'cabextract' },
  osslsigncode: { debian: 'osslsigncode' },
  'dism.exe': { windows: PART_OF_WINDOWS },
  'diskpart.exe': { windows: PART_OF_WINDOWS },
  'expand.exe': { windows: PART_OF_WINDOWS },
  'fsutil.exe': { windows: PART_OF_WINDOWS },
  'msiexec.exe': { windows: PART_OF_WINDOWS },
  'powershell.exe': { windows: PART_OF_WINDOWS },
};

/** The names to look for on PATH, in order. */
export function toolNames(tool: string): readonly string[] {
  return [tool, ...(KNOWN_TOOLS[tool]?.aliases ?? [])];
}

/** Where the program lies below a folder of programs of Windows, when its installer does not put it on PATH. */
export function placeInProgramFiles(tool: string): string | undefined {
  return KNOWN_TOOLS[tool]?.programFiles;
}

/** One sentence that says how to get the program on this platform. */
export function installHint(tool: string, platform: NodeJS.Platform): string {
  const known = KNOWN_TOOLS[tool];
  if (platform === 'win32') return known?.windows ? `On this runner: ${known.windows}.` : `Put ${tool} on PATH.`;
  return known?.debian
    ? `Install it: apt-get install ${known.debian} (Debian, Ubuntu), or put ${tool} on PATH.`
    : `Put ${tool} on PATH.`;
}
