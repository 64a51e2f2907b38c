/**
 * Which files the sample editions have, of which kind and size: names as in Windows, contents made up. Most are a fifth as large as theirs,
 * since every test that applies, converts or sends a sample pays for each byte; one is larger than any block that a format has.
 */

import type { ContentKind } from '../sample-content.ts';

export interface ComponentFile {
  /** Below the volume's root, `/` as separator. */
  readonly path: string;
  readonly kind: ContentKind;
  readonly size: number;
  /** Component that owns the file: it then lies in WinSxS too, as a hard link. */
  readonly component?: string;
}

const KIB = 1024;

const SYSTEM32 =
  'advapi32 bcrypt cmd combase crypt32 dbghelp dnsapi drvstore efsutil eventcls fltlib gdi32 hal imagehlp iphlpapi kernel32 kernelbase ktmw32 lsasrv mpr mscoree msi msvcrt ncrypt netapi32 ntdll ntoskrnl ole32 oleaut32 pcwum powrprof profapi propsys psapi rpcrt4 samsrv sechost services setupapi shlwapi spoolss sspicli swprv sxs tcpipcfg tdh ucrtbase user32 userenv vds vssapi vss_ps wbemcomn wevtsvc wimgapi winhttp wininet winlogon wintrust wldap32 ws2_32'.split(
    ' ',
  );
const DESKTOP_SYSTEM32 =
  'actxprxy browseui comctl32 comdlg32 d2d1 d3d11 dui70 dwmcore dwrite edgehtml explorerframe imageres mshtml shell32 shdocvw themeui twinui uiribbon uxtheme windowscodecs windows.ui.xaml wmp'.split(
    ' ',
  );
const DRIVERS =
  'acpi afd ataport cdrom classpnp disk dumpfve fltmgr fsdepends fvevol http iorate ksecdd lsi_sas mountmgr msrpc mup ndis netio ntfs partmgr pci pdc storahci stornvme storport tcpip tm usbhub usbxhci vdrvroot volmgr volmgrx volsnap volume wdf01000 wof'.split(
    ' ',
  );
const INFS =
  'acpi bda cdrom cpu disk display flpydisk hdaudio input keyboard lsi_sas machine mf monitor msmouse mshdc netavpna netnvma netrasa ntprint oem0 pci sbp2 stornvme tpm umbus usb usbport usbstor vdrvroot volmgr volsnap volume wdmaudio wstorflt wvid'.split(
    ' ',
  );

/** Files of Server Core; the desktop editions have them too. */
export function coreFiles(build: number): ComponentFile[] {
  return [
    ...SYSTEM32.map((name, index) => system32(name, 40 + ((index * 397) % 180))),
    ...DRIVERS.map((name, index) => ({
      path: `Windows/System32/drivers/${name}.sys`,
      kind: 'binary' as const,
      size: (40 + ((index * 71) % 180)) * KIB,
      component: `amd64_microsoft-windows-${name}`,
    })),
    ...INFS.map((name, index) => ({
      path: `Windows/INF/${name}.inf`,
      kind: 'text' as const,
      size: (6 + ((index * 13) % 40)) * KIB + index,
    })),
    ...numbered(
      60,
      `Windows/servicing/Packages/Microsoft-Windows-Server-Package-<n>~31bf3856ad364e35~amd64~~10.0.${build}.1.mum`,
      'text',
      9,
    ),
    ...numbered(
      60,
      `Windows/System32/CatRoot/{F750E6C3-38EE-11D1-85E5-00C04FC295EE}/Package_<n>_for_Server~31bf3856ad364e35~amd64~~10.0.${build}.1.cat`,
      'packed',
      24,
    ),
    ...numbered(
      80,
      `Windows/WinSxS/Manifests/amd64_microsoft-windows-component<n>_31bf3856ad364e35_10.0.${build}.1_none_5f0d8b4f1a2c3e4d.manifest`,
      'packed',
      3,
    ),
    ...numbered(
      24,
      `Windows/WinSxS/Backup/amd64_microsoft-windows-boot-environment-<n>_31bf3856ad364e35_10.0.${build}.1_none.bin`,
      'packed',
      60,
    ),
    ...numbered(10, 'Windows/Fonts/sample<n>.ttf', 'packed', 90),
    ...numbered(20, 'Windows/Globalization/Sorting/table<n>.nls', 'binary', 130),
    ...numbered(12, 'Windows/Microsoft.NET/Framework64/v4.0.30319/System.Sample<n>.dll', 'binary', 140),
    ...numbered(9, 'Windows/System32/winevt/Logs/Sample%4Channel<n>.evtx', 'text', 68),
    { path: 'Windows/System32/WindowsPowerShell/v1.0/powershell.exe', kind: 'binary', size: 440 * KIB },
    {
      path: 'Windows/regedit.exe',
      kind: 'binary',
      size: 350 * KIB,
      component: 'amd64_microsoft-windows-registry-editor',
    },
    { path: 'Windows/win.ini', kind: 'text', size: 92 },
    { path: 'Windows/Logs/CBS/empty.log', kind: 'text', size: 0 },
    { path: 'Windows/System32/license.rtf', kind: 'text', size: 70 * KIB },
  ];
}

/** What the desktop experience adds. */
export function desktopFiles(): ComponentFile[] {
  return [
    ...DESKTOP_SYSTEM32.map((name, index) => system32(name, 120 + ((index * 613) % 340))),
    ...numbered(8, 'Windows/Web/Wallpaper/Windows/img<n>.jpg', 'packed', 160),
    ...numbered(30, 'Windows/SystemApps/ShellExperienceHost_cw5n1h2txyewy/Assets/Tile<n>.png', 'packed', 48),
    ...numbered(6, 'Program Files/Internet Explorer/en-US/resource<n>.dll.mui', 'text', 90),
    { path: 'Windows/explorer.exe', kind: 'binary', size: 3800 * KIB, component: 'amd64_microsoft-windows-explorer' },
    { path: 'Program Files/Internet Explorer/iexplore.exe', kind: 'binary', size: 820 * KIB },
  ];
}

function system32(name: string, kib: number): ComponentFile {
  const extension = ['cmd', 'ntoskrnl', 'services', 'winlogon'].includes(name) ? 'exe' : 'dll';
  return {
    path: `Windows/System32/${name}.${extension}`,
    kind: 'binary',
    size: kib * KIB,
    component: `amd64_microsoft-windows-${name}`,
  };
}

/** @param pattern a path; `<n>` becomes the number */
function numbered(count: number, pattern: string, kind: ContentKind, kib: number): ComponentFile[] {
  return Array.from({ length: count }, (_, index) => ({
    path: pattern.replace('<n>', String(index + 1).padStart(2, '0')),
    kind,
    size: kib * KIB + index * 37,
  }));
}
