/** The steps for what an engine left to the first boot, in the order in which they must run. */

import { basename } from 'node:path';
import type { BakeHost } from '../../products/guest-words.ts';
import { PRODUCT_FACTS, productOfBuild } from '../../products/product.ts';
import type { DriverPackage } from '../plan/driver-package.ts';
import { groupUpdates, type UpdateGroup } from '../plan/update-group.ts';
import type { UpdatePackage } from '../plan/update-package.ts';
import {
  DISM_NOT_APPLICABLE,
  type FirstBootStep,
  PNPUTIL_NOTHING_BETTER,
  RESTART_REQUIRED,
  STAGE_VARIABLE,
  stagedName,
  WUSA_ALREADY_INSTALLED,
  WUSA_NOT_APPLICABLE,
} from './first-boot-step.ts';

export interface FirstBootRequest {
  /** Of the image, e.g. 17763. */
  readonly build: number;
  readonly drivers: readonly DriverPackage[];
  /** In the order of installation. */
  readonly packages: readonly UpdatePackage[];
  readonly features: readonly string[];
  /** True when the ISO has a folder of features. */
  readonly sxs: boolean;
  /** Set when Remote Desktop is wanted; `registry` when it has to be switched on too, not only let through the firewall. */
  readonly remoteDesktop: { readonly registry: boolean } | undefined;
  /** Path of the installer of VMware Tools. */
  readonly toolsSetup: string | undefined;
  /** Paths of the user's own scripts, in the order in which they run. */
  readonly scripts: readonly string[];
  readonly bakeHost: BakeHost;
}

/** Resource of "Remote Desktop" in FirewallAPI.dll: the group's name in every language. */
const REMOTE_DESKTOP_GROUP = '@FirewallAPI.dll,-28752';

/**
 * Features of the installer ("Component values" of VMware's documentation), those that a template needs and that every Tools 11
 * to 13 knows: one name that is not in the package fails the whole installation, as AppDefense did with Tools 12. VSS is the
 * snapshot provider that quiescing needs.
 */
const TOOLS_FEATURES = ['Toolbox', 'Perfmon', 'VSS', 'PVSCSI', 'VMXNet3', 'VMCI', 'MemCtl', 'SVGA', 'Mouse'] as const;
/** Services that a usable installation has: the Tools themselves and VMware's snapshot provider. */
const TOOLS_SERVICES = ['VMTools', 'vmvss'] as const;

/**
 * Services of the drivers for the controllers that a machine of VMware may have its disk on, in lower case. At a start on a machine without
 * them Windows may put such a driver off (key StartOverride), which ends the next start on vSphere with INACCESSIBLE_BOOT_DEVICE.
 */
export const BOOT_SERVICES = ['pvscsi', 'lsi_sas', 'storahci', 'stornvme'] as const;

/** Of an image that waits for its start on Hyper-V, and of no other. */
export const HYPER_V_STEP = '80-keep-boot-drivers';

/**
 * Drivers; features, which would stay at the level of the ISO if they came after the updates; updates, then those of .NET; a look at
 * the build that was reached; Tools, a look at their services; the firewall; the user's own scripts.
 */
export function firstBootSteps(request: FirstBootRequest): readonly FirstBootStep[] {
  const { build, drivers, features, sxs, packages, toolsSetup, remoteDesktop, scripts, bakeHost } = request;
  const groups = groupUpdates(packages);
  const dotnet = groups.filter(({ target }) => target.kind === 'dotnet');
  const system = groups.filter(({ target }) => target.kind !== 'dotnet');
  const updates = [...system, ...dotnet];
  return [
    ...drivers.map(driverStep),
    ...features.map((feature, index) => featureStep(feature, `20-feature-${pad(index + 1)}`, sxs)),
    ...updates.map((update, index) => updateStep(update, pad(index + 1), build)),
    ...buildStep(packages, build),
    ...(toolsSetup === undefined ? [] : toolsSteps(toolsSetup)),
    ...(remoteDesktop === undefined ? [] : [remoteDesktopStep(remoteDesktop.registry)]),
    ...scripts.map((path, index) => scriptStep(path, pad(index + 1))),
    ...(bakeHost === 'hyper-v' ? [bootDriversStep()] : []),
  ];
}

function driverStep({ name, infName, files }: DriverPackage): FirstBootStep {
  const target = `drivers/${stagedName(name)}`;
  // A batch file holds ASCII alone, and nothing that it would read as a variable: there is one INF in that folder.
  const inf = stagedName(infName) === infName ? infName : '*.inf';
  return {
    ...step(`10-driver-${stagedName(name)}`, `Install driver ${infName}`, [
      `pnputil.exe /add-driver "${staged(target)}\\${inf}" /install`,
    ]),
    okCodes: [PNPUTIL_NOTHING_BETTER],
    files: files.map(({ path, source }) => ({ path: `${target}/${path}`, file: source })),
  };
}

function featureStep(feature: string, id: string, sxs: boolean): FirstBootStep {
  const source = sxs ? ` /Source:"${staged('sxs')}" /LimitAccess` : '';
  return {
    ...step(id, `Enable feature ${feature}`, [
      `dism.exe /Online /Enable-Feature /FeatureName:${feature} /All${source} /Quiet /NoRestart`,
    ]),
    sxs,
  };
}

/**
 * Each update lies in a folder of its own with its checkpoints and nothing else, as DISM wants them. Where updates build on
 * checkpoints DISM takes an .msu for the running Windows, and wusa.exe does not take checkpoints; before that only wusa.exe takes one.
 */
function updateStep({ target, checkpoints }: UpdateGroup, number: string, build: number): FirstBootStep {
  const folder = `packages/${number}`;
  const file = `${staged(folder)}\\${stagedName(target.path)}`;
  const title = `Install update ${target.kb ?? basename(target.path)}${target.kind ? ` (${target.kind})` : ''}`;
  const wusa = /\.msu$/i.test(target.path) && !hasCheckpoints(build);
  return {
    ...step(`30-update-${number}`, title, [
      wusa
        ? `wusa.exe "${file}" /quiet /norestart`
        : `dism.exe /Online /Add-Package /PackagePath:"${file}" /Quiet /NoRestart`,
    ]),
    okCodes: wusa ? [WUSA_ALREADY_INSTALLED, WUSA_NOT_APPLICABLE] : [DISM_NOT_APPLICABLE],
    files: [...checkpoints, target].map(({ path }) => ({ path: `${folder}/${stagedName(path)}`, file: path })),
  };
}

function hasCheckpoints(build: number): boolean {
  const product = productOfBuild(build);
  return product !== undefined && PRODUCT_FACTS[product].checkpoints;
}

/** Exit code 0 or "not applicable" proves nothing: what the cumulative updates promise is read from Windows itself. */
function buildStep(packages: readonly UpdatePackage[], build: number): readonly FirstBootStep[] {
  const promised = packages.flatMap(({ kind, build: text }) => {
    const [major, revision] = (text ?? '').split('.').map(Number);
    return kind === 'cumulative' && major === build && revision !== undefined ? [revision] : [];
  });
  if (promised.length === 0) return [];
  const least = Math.max(...promised);
  return [
    step('40-check-build', `Check that Windows has the build ${build}.${least}`, [
      'set UBR=0',
      'for /f "tokens=3" %%V in (\'reg query "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" /v UBR ^| find "REG_DWORD"\') do set /a UBR=%%V',
      `echo Build revision %UBR%, promised ${least}`,
      `if %UBR% geq ${least} (cmd.exe /c exit 0) else (cmd.exe /c exit 1)`,
    ]),
  ];
}

function toolsSteps(setup: string): readonly FirstBootStep[] {
  const path = `tools/${stagedName(setup)}`;
  return [
    {
      ...step('50-vmware-tools', 'Install VMware Tools with its snapshot provider', [
        `start "" /wait "${staged(path)}" /S /v "/qn REBOOT=R ADDLOCAL=${TOOLS_FEATURES.join(',')}"`,
      ]),
      files: [{ path, file: setup }],
      onVsphere: true,
    },
    {
      ...step(
        '55-check-vmware-tools',
        `Check that VMware Tools have the services ${TOOLS_SERVICES.join(' and ')}`,
        TOOLS_SERVICES.flatMap((service) => [`sc.exe query ${service}`, 'if errorlevel 1 exit /b 1']),
      ),
      onVsphere: true,
    },
  ];
}

function remoteDesktopStep(registry: boolean): FirstBootStep {
  return step('60-remote-desktop', registry ? 'Allow Remote Desktop' : 'Open the firewall for Remote Desktop', [
    ...(registry
      ? [
          'reg add "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server" /v fDenyTSConnections /t REG_DWORD /d 0 /f',
          'if errorlevel 1 exit /b 1',
        ]
      : []),
    `powershell.exe -NoProfile -NonInteractive -Command "${allowRemoteDesktop()}"`,
  ]);
}

/** The firewall's rules, whose group has the same name in every language; exported for its test. */
export function allowRemoteDesktop(): string {
  return `$ErrorActionPreference = 'Stop'; Enable-NetFirewallRule -Group '${REMOTE_DESKTOP_GROUP}'`;
}

/**
 * Its exit code is the step's: 0 is success, 3010 asks for a restart, anything else is tried again. A batch file gets a cmd.exe of its own: called from ours its
 * "exit" would end the first boot, its folder and variables (ERRORLEVEL too) would stay, and it would lose exclamation marks, for what setlocal enables holds for
 * whatever is called (privacy.sexy issue 221, infinispan issue 15175, Microsoft-Activation-Scripts issue 501).
 */
function scriptStep(path: string, number: string): FirstBootStep {
  const file = `scripts/${number}-${stagedName(path)}`;
  return {
    ...step(`70-script-${number}`, `Run ${basename(path)}`, [
      /\.ps1$/i.test(path)
        ? `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${staged(file)}"`
        : `cmd.exe /d /v:off /c call "${staged(file)}"`,
    ]),
    files: [{ path: file, file: path }],
  };
}

function bootDriversStep(): FirstBootStep {
  const each = `for %%S in (${BOOT_SERVICES.join(' ')}) do`;
  const key = '"HKLM\\SYSTEM\\CurrentControlSet\\Services\\%%S\\StartOverride"';
  return step(HYPER_V_STEP, 'Keep the drivers of VMware’s controllers started at boot', [
    `${each} reg delete ${key} /f >nul 2>nul`,
    `${each} (`,
    `  reg query ${key} >nul 2>nul`,
    '  if not errorlevel 1 exit /b 1',
    ')',
    'cmd.exe /c exit 0',
  ]);
}

function step(id: string, title: string, commands: readonly string[]): FirstBootStep {
  return {
    id,
    title,
    commands,
    okCodes: [],
    restartCodes: [RESTART_REQUIRED],
    files: [],
    sxs: false,
    onVsphere: false,
  };
}

/** A path in the stage folder as batch files name it. */
function staged(path: string): string {
  return `${STAGE_VARIABLE}\\${path.replaceAll('/', '\\')}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
