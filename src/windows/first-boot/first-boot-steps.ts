/** Which steps are left for the first boot, in the order in which they must run. */

import { basename } from 'node:path';
import type { DriverPackage } from '../plan/driver-packages.ts';
import type { UpdatePackage } from '../plan/update-packages.ts';
import {
  type FirstBootStep,
  NOT_APPLICABLE,
  RESTART_REQUIRED,
  STAGE_VARIABLE,
  stagedName,
  WUSA_ALREADY_INSTALLED,
} from './first-boot-step.ts';

export interface FirstBootRequest {
  readonly drivers: readonly DriverPackage[];
  /** In the order of installation. */
  readonly packages: readonly UpdatePackage[];
  readonly features: readonly string[];
  /** True when the ISO's sxs folder is staged beside. */
  readonly sxs: boolean;
  readonly remoteDesktop: boolean;
  /** Path of the installer of VMware Tools. */
  readonly toolsSetup: string | undefined;
}

/** Resource of "Remote Desktop" in FirewallAPI.dll: the group's name in every language. */
const REMOTE_DESKTOP_GROUP = '@FirewallAPI.dll,-28752';

/** Drivers, updates, features, .NET updates (which update the feature .NET 3.5 too), Tools, then the firewall. */
export function firstBootSteps(request: FirstBootRequest): readonly FirstBootStep[] {
  const dotnet = request.packages.filter((update) => update.kind === 'dotnet');
  const system = request.packages.filter((update) => update.kind !== 'dotnet' && update.kind !== 'checkpoint');
  return [
    ...request.drivers.map(driverStep),
    ...system.map((update, index) => updateStep(update, `20-update-${pad(index + 1)}`)),
    ...request.features.map((feature, index) => featureStep(feature, index, request.sxs)),
    ...dotnet.map((update, index) => updateStep(update, `40-update-${pad(index + 1)}`)),
    ...(request.toolsSetup === undefined ? [] : [toolsStep(request.toolsSetup)]),
    ...(request.remoteDesktop ? [remoteDesktopStep()] : []),
  ];
}

function driverStep(driver: DriverPackage): FirstBootStep {
  return step(
    `10-driver-${stagedName(driver.name)}`,
    `Install driver ${driver.infName}`,
    [
      `pnputil.exe /add-driver "${STAGE_VARIABLE}\\drivers\\${stagedName(driver.name)}\\${driver.infName}" /install`,
      // ERROR_NO_MORE_ITEMS: staged, and no device needs it better than the driver it has.
    ],
    [259],
  );
}

function updateStep(update: UpdatePackage, id: string): FirstBootStep {
  const file = `${STAGE_VARIABLE}\\packages\\${stagedName(update.path)}`;
  const title = `Install update ${update.kb ?? basename(update.path)}${update.kind ? ` (${update.kind})` : ''}`;
  // dism.exe takes an .msu for a running Windows only on the newest versions, wusa.exe on all.
  return /\.msu$/i.test(update.path)
    ? step(id, title, [`wusa.exe "${file}" /quiet /norestart`], [WUSA_ALREADY_INSTALLED])
    : step(id, title, [`dism.exe /Online /Add-Package /PackagePath:"${file}" /Quiet /NoRestart`], [NOT_APPLICABLE]);
}

function featureStep(feature: string, index: number, sxs: boolean): FirstBootStep {
  const source = sxs ? ` /Source:"${STAGE_VARIABLE}\\sxs" /LimitAccess` : '';
  return step(`30-feature-${pad(index + 1)}`, `Enable feature ${feature}`, [
    `dism.exe /Online /Enable-Feature /FeatureName:${feature} /All${source} /Quiet /NoRestart`,
  ]);
}

function toolsStep(setup: string): FirstBootStep {
  return step('50-vmware-tools', 'Install VMware Tools with its snapshot provider', [
    `start "" /wait "${STAGE_VARIABLE}\\tools\\${stagedName(setup)}" /S /v "/qn ADDLOCAL=ALL REBOOT=R"`,
  ]);
}

function remoteDesktopStep(): FirstBootStep {
  return step('60-remote-desktop', 'Open the firewall for Remote Desktop', [
    `powershell.exe -NoProfile -NonInteractive -Command "Enable-NetFirewallRule -Group '${REMOTE_DESKTOP_GROUP}'"`,
  ]);
}

function step(id: string, title: string, commands: readonly string[], okCodes: readonly number[] = []): FirstBootStep {
  return { id, title, commands, okCodes, restartCodes: [RESTART_REQUIRED] };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
