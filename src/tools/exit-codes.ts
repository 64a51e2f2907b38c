/**
 * What the exit codes of programs mean and what to do: one table. Sources: winerror.h, CbsMsg.h and ntstatus.h of the Windows SDK,
 * Microsoft's pages on DISM, diskpart, msiexec ("Error codes"), pnputil ("Return values"), robocopy and wusa; reports from the field.
 */

export interface Exit {
  /** Unsigned; null when a signal ended the program. */
  readonly exitCode: number | null;
  readonly signal?: NodeJS.Signals | null;
  /** The last lines of its output: DISM says there more than by its code. */
  readonly tail?: string;
}

type Meanings = Readonly<Record<number, string>>;

const RESTART = 'It succeeded, and asks for a restart: count this code as success where an image is serviced offline.';
const MAGLEV =
  'Where the program is Node.js, the environment variable ACTIONS_RUNNER_DISABLE_NODE_MAGLEV=1 on the runner keeps it from a crash of its compiler that is known on busy machines (nodejs/node#64841, #62260).';

/** Codes of Windows itself (also as 0x8007nnnn), which any of its programs hands on. */
const WIN32: Meanings = {
  2: 'A file that was named does not exist.',
  3: 'A folder that was named does not exist: make it first, and check the drive letter.',
  5: 'Access was denied: run the runner as administrator, and see whether another program holds the file.',
  32: 'Another program holds the file open: exclude the work folder from the virus scanner, then run this step again.',
  50: 'The request is not supported: this DISM is older than the image. Use a newer Windows, or the DISM of a newer ADK.',
  87: 'A parameter is not known: this version of the program is older than the option, or the command line is wrong.',
  112: 'The disk is full: free some space on the volumes of the work folder and of the image.',
  193: 'The program is for another architecture, or damaged.',
  740: 'It needs an elevated account: let the service of the runner run as an administrator.',
  1058: 'A service that it needs is disabled: Windows Update (wuauserv), the Virtual Disk service or TrustedInstaller.',
  1392: 'The file or folder is damaged: check the hash of the medium and fetch it again.',
  1450: 'The system is out of resources: end other work on this machine, then run this step again.',
  1726: 'The remote procedure call failed: the servicing process ended midway. Start again from a fresh image.',
  14098:
    'The component store of the image is damaged (ERROR_SXS_COMPONENT_STORE_CORRUPT): start from the untouched image of the ISO.',
  14107:
    'The component store lacks something that the update builds on: install the servicing stack and the checkpoint of the release first.',
};

/** Any program can end by these. */
const CRASHES: Meanings = {
  126: 'The file cannot be executed: check its rights and its architecture.',
  127: 'A program or a library that it needs is missing.',
  134: 'It aborted itself (SIGABRT).',
  137: 'It was killed (SIGKILL), which the system does when memory runs out: give the machine more, or run less beside it.',
  139: `It crashed (SIGSEGV). ${MAGLEV}`,
  143: 'It was asked to end (SIGTERM).',
  3221225477: 'It crashed (access violation).',
  3221225495: 'There was not enough memory to start it.',
  3221225506: 'Access was denied to a file that it needs to start.',
  3221225781: 'A DLL that it needs is missing.',
  3221225786: 'It was ended by CTRL+C.',
  3221225794:
    'A DLL could not be initialised: the desktop heap of the session of the service is used up. Restart the machine.',
  3221226505: `It ended itself over damaged memory (stack buffer overrun). ${MAGLEV}`,
};
const SIGNALS: Readonly<Partial<Record<NodeJS.Signals, number>>> = {
  SIGABRT: 134,
  SIGKILL: 137,
  SIGSEGV: 139,
  SIGTERM: 143,
};

const DISM: Meanings = {
  2148468741: 'The package is not valid: check its hash, and that it is for this version of Windows.',
  2148468742:
    'Something is still pending in the image: clean-up is not possible now, which does no harm; or start from a fresh image.',
  2148468748: 'A feature name is not known to this edition: check the spelling with DISM /Get-Features.',
  2148468766:
    'The package is not applicable: it is for another product or architecture, or the image already has what it brings.',
  2148468767: 'The source files of a feature were not found: give the folder sources\\sxs of the same ISO as source.',
  2148468771: 'The package needs a newer servicing stack: install the servicing stack update (SSU) first.',
  2148468773: 'The package is permanent and cannot be removed.',
  2148468784: 'The image can no longer be serviced: start again from a fresh one.',
  2148468785:
    'The component store lacks an earlier update: install the updates in their order, or start from a fresh image.',
  2148468998: 'The source files could not be downloaded: give the folder sources\\sxs of the same ISO as source.',
  2148469026: 'An installer inside the package failed: see dism.log and CBS.log of the image for its name.',
  2148469076:
    'The server of updates (WSUS) does not have the feature: give the folder sources\\sxs of the same ISO as source.',
  2148469122:
    'The update builds on components that the image lacks: install its checkpoint first, from the same folder.',
  2148469124: 'A file that the update differs from is missing in the image: start from the untouched image of the ISO.',
  2148469128: 'The update does not fit what is in the image: start from the untouched image of the ISO.',
  2148469137: 'A file of the update is missing: put it with its checkpoints into one folder.',
  2148469144: 'The package needs a newer servicing stack: install the servicing stack update (SSU) first.',
  2147956507: WIN32[14107] ?? '',
  3242328343:
    'The folder could not be unmounted: a program holds files in it. Close it (a virus scanner, an Explorer window), then try again.',
  3242328359:
    'The image is mounted already: a run before was killed. Discard that mount with DISM /Cleanup-Mountpoints.',
  3010: RESTART,
};

const MSIEXEC: Meanings = {
  1601: 'The service Windows Installer is not available.',
  1602: 'The installation was cancelled.',
  1603: 'A fatal error: its log (/l*v) says which, in the lines before the first "return value 3".',
  1605: 'The product is not installed.',
  1612: 'The source of the installation is not available.',
  1618: 'Another installation is under way: wait for its end.',
  1619: 'The package could not be opened: check its path.',
  1620: 'The package could not be opened: it is damaged, or no MSI.',
  1622: 'The log file could not be opened: check its folder.',
  1625: 'The policy of this machine forbids the installation.',
  1633: 'The package is for another architecture.',
  1635: 'The patch could not be opened: check its path.',
  1638: 'Another version of the product is installed: remove it first.',
  1639: 'The command line is not valid: a property with spaces is quoted behind its equals sign, as in TARGETDIR="C:\\a b".',
  1641: 'It succeeded, and has begun a restart.',
  3010: RESTART,
};

const PROGRAMS: Readonly<Record<string, Meanings>> = {
  dism: DISM,
  diskpart: {
    1: 'It met a fatal error: see its output, and whether the Virtual Disk service (vds) runs.',
    2: 'Its parameters are wrong.',
    3: 'The script file could not be opened.',
    4: 'A service that it uses failed: see whether the Virtual Disk service (vds) runs, and restart it.',
    5: 'A command of the script has a wrong syntax, or failed: its output names the line.',
  },
  bcdboot: {
    3: 'The folder of Windows or the target volume was not found: check both drive letters, and that the ESP has one.',
    15250: 'The boot files could not be copied: the ESP is full, or has no drive letter.',
    3236495362: 'The bcdboot of the image does not run here: use that of this Windows, in System32.',
  },
  wusa: {
    3010: RESTART,
    2359301: RESTART,
    2359302: 'The update is installed already.',
    2149842966: 'Another installation is under way: wait for its end.',
    2149842967: 'The update is not applicable to this Windows.',
  },
  msiexec: MSIEXEC,
  // Installers around an MSI end as Windows Installer does.
  setup: MSIEXEC,
  setup64: MSIEXEC,
  pnputil: {
    259: 'No device here needs the driver: the package is in the store, which is all that was asked for.',
    1641: 'It succeeded, and has begun a restart.',
    3010: RESTART,
    3758096640: 'The INF file has a syntax that is not supported.',
    3758096943:
      'The driver has no catalog, so that its signature cannot be checked: take the signed package of the vendor.',
    3758096962: 'The publisher of the driver is not trusted: put its certificate into TrustedPublisher first.',
    2148204809: 'The certificate of the driver ends in a root that is not trusted here.',
  },
  expand: {
    1: 'The cabinet could not be opened or its target not written: check both paths, and the hash of the cabinet.',
  },
  reg: {
    1: 'The key or the file is not there, is held open, or may not be changed by this account: its output says which.',
  },
  robocopy: {
    // Bits: 1 copied, 2 extra files, 4 mismatches, 8 failures, 16 nothing done.
    1: 'Not an error: files were copied.',
    2: 'Not an error: the target has files that the source lacks.',
    3: 'Not an error: files were copied, and the target has files that the source lacks.',
    8: 'Some files could not be copied: its output names them.',
    16: 'Nothing was copied: check both paths and the rights.',
  },
  taskkill: { 128: 'There is no such process any more.' },
  powershell: {
    1: 'The script ended with an error: its output says which.',
    4294770688: 'The script file was not found.',
  },
  '7zz': {
    1: 'Some files could not be read: its output names them.',
    2: 'The archive is damaged, or the disk is full: its output says which.',
    7: 'Its command line is wrong: the version of 7-Zip is too old; install a newer one.',
    8: 'There was not enough memory.',
  },
};

/** Programs of Windows, which hand on codes of Windows. */
const OF_WINDOWS = [
  'dism',
  'diskpart',
  'bcdboot',
  'wusa',
  'msiexec',
  'pnputil',
  'expand',
  'reg',
  'taskkill',
  'bcdedit',
  'icacls',
];
const HRESULT_OF_WIN32 = 0x80070000;

/** @param tool name or path, with or without `.exe`; undefined when the tables do not know the code */
export function explainExit(tool: string, { exitCode, signal, tail = '' }: Exit): string | undefined {
  const name = (/[^\\/]*$/.exec(tool)?.[0] ?? tool).toLowerCase().replace(/\.exe$/, '');
  const own = PROGRAMS[name] ?? {};
  const ofWindows = OF_WINDOWS.includes(name);
  for (const code of name === 'dism' ? codesIn(tail) : []) {
    const meaning = own[code] ?? win32(code);
    if (meaning !== undefined) return meaning;
  }
  const code = exitCode === null ? SIGNALS[signal ?? 'SIGINT'] : exitCode >>> 0;
  if (code === undefined) return undefined;
  return own[code] ?? (ofWindows ? win32(code) : undefined) ?? CRASHES[code];
}

function win32(code: number): string | undefined {
  return WIN32[code - HRESULT_OF_WIN32] ?? WIN32[code];
}

/** `Error: 0x800f0823` and `Error: 87`, as DISM prints them, in their order. */
function codesIn(text: string): readonly number[] {
  return [...text.matchAll(/\bError(?: code)?:?\s+(0x[0-9a-f]{8}|\d{1,5})\b/gi)].map((match) => Number(match[1]));
}
