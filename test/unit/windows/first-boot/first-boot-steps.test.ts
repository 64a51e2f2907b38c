import { describe, expect, it } from 'vitest';
import { type FirstBootRequest, firstBootSteps } from '../../../../src/windows/first-boot/first-boot-steps.ts';
import { sampleDriver, sampleUpdate } from '../sample-plan.ts';

const NOTHING: FirstBootRequest = {
  build: 17763,
  drivers: [],
  packages: [],
  features: [],
  sxs: false,
  remoteDesktop: undefined,
  toolsSetup: undefined,
  scripts: [],
  bakeHost: 'vsphere',
};
const STAGE = '%SystemRoot%\\Setup\\Stillframe';
const PACKAGES = [
  sampleUpdate('net.msu', 'dotnet'),
  sampleUpdate('ssu.cab', 'servicing-stack'),
  sampleUpdate('checkpoint.msu', 'checkpoint'),
  sampleUpdate('lcu.msu', 'cumulative', '26100.4652'),
];

describe('firstBootSteps', () => {
  it('is nothing when nothing is asked for', () => {
    expect(firstBootSteps(NOTHING)).toEqual([]);
  });

  it('puts features before every update, and .NET after the others', () => {
    const steps = firstBootSteps({ ...NOTHING, packages: PACKAGES, features: ['NetFx3', 'TelnetClient'] });
    expect(steps.map(({ id }) => id)).toEqual([
      '20-feature-01',
      '20-feature-02',
      '30-update-01',
      '30-update-02',
      '30-update-03',
    ]);
    expect(steps.map(({ title }) => title).slice(2)).toEqual([
      'Install update ssu.cab (servicing-stack)',
      'Install update lcu.msu (cumulative)',
      'Install update net.msu (dotnet)',
    ]);
    expect(steps.map(({ id }) => id)).toEqual(steps.map(({ id }) => id).sort());
  });

  it('names a driver by its only INF where its name could not stand in a batch file', () => {
    const commands = ['größe', '100%', 'a b'].flatMap(
      (name) =>
        firstBootSteps({ ...NOTHING, drivers: [{ ...sampleDriver('d'), infName: `${name}.inf` }] })[0]?.commands,
    );
    expect(commands).toEqual(Array(3).fill(`pnputil.exe /add-driver "${STAGE}\\drivers\\d\\*.inf" /install`));
  });

  it('names an update by its number where there is one', () => {
    const packages = [{ ...sampleUpdate('x.cab', undefined), kb: 'KB5005112' }];
    expect(firstBootSteps({ ...NOTHING, packages })[0]?.title).toBe('Install update KB5005112');
  });

  it('gives an .msu to wusa before Server 2025, and takes "not applicable" and "already there" for no failure', () => {
    const [step] = firstBootSteps({ ...NOTHING, packages: [sampleUpdate('lcu.msu', 'cumulative')] });
    expect(step).toMatchObject({
      commands: [`wusa.exe "${STAGE}\\packages\\01\\lcu.msu" /quiet /norestart`],
      // 0x00240006 and, as cmd.exe shows it, 0x80240017.
      okCodes: [2359302, -2145124329],
      restartCodes: [3010],
      files: [{ path: 'packages/01/lcu.msu', file: '/p/lcu.msu' }],
      sxs: false,
    });
  });

  it('gives a .cab to DISM', () => {
    const [step] = firstBootSteps({ ...NOTHING, packages: [sampleUpdate('ssu.cab', 'servicing-stack')] });
    expect(step).toMatchObject({
      commands: [`dism.exe /Online /Add-Package /PackagePath:"${STAGE}\\packages\\01\\ssu.cab" /Quiet /NoRestart`],
      // 0x800f081e
      okCodes: [-2146498530],
    });
  });

  it('gives DISM on Server 2025 the target in a folder with its checkpoints and nothing else', () => {
    const steps = firstBootSteps({ ...NOTHING, build: 26100, packages: PACKAGES });
    expect(steps[1]).toMatchObject({
      id: '30-update-02',
      commands: [`dism.exe /Online /Add-Package /PackagePath:"${STAGE}\\packages\\02\\lcu.msu" /Quiet /NoRestart`],
      files: [
        { path: 'packages/02/checkpoint.msu', file: '/p/checkpoint.msu' },
        { path: 'packages/02/lcu.msu', file: '/p/lcu.msu' },
      ],
    });
    expect(steps[2]).toMatchObject({ files: [{ path: 'packages/03/net.msu', file: '/p/net.msu' }] });
    expect(steps.flatMap(({ commands }) => commands).join()).not.toContain('wusa');
  });

  it('looks whether Windows reached the highest build that was promised', () => {
    const packages = [
      sampleUpdate('new.msu', 'cumulative', '17763.8027'),
      sampleUpdate('old.msu', 'cumulative', '17763.1999'),
      sampleUpdate('other.msu', 'dotnet', '17763.9999'),
    ];
    const step = firstBootSteps({ ...NOTHING, packages }).at(-1);
    expect(step?.id).toBe('40-check-build');
    expect(step?.title).toBe('Check that Windows has the build 17763.8027');
    expect(step?.commands).toEqual([
      'set UBR=0',
      'for /f "tokens=3" %%V in (\'reg query "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" /v UBR ^| find "REG_DWORD"\') do set /a UBR=%%V',
      'echo Build revision %UBR%, promised 8027',
      'if %UBR% geq 8027 (cmd.exe /c exit 0) else (cmd.exe /c exit 1)',
    ]);
  });

  it('promises nothing for updates of another Windows or of an unknown build', () => {
    const packages = [sampleUpdate('a.msu', 'cumulative', '20348.1'), sampleUpdate('b.msu', 'cumulative')];
    expect(firstBootSteps({ ...NOTHING, packages }).map(({ id }) => id)).toEqual(['30-update-01', '30-update-02']);
  });

  it('lets no character of a file name reach the command line as anything but a name', () => {
    const [step] = firstBootSteps({ ...NOTHING, packages: [sampleUpdate('a & del %x%".cab', 'cumulative')] });
    expect(step?.commands[0]).toContain('packages\\01\\a___del__x__.cab"');
    expect(step?.files[0]?.path).toBe('packages/01/a___del__x__.cab');
  });

  it('enables a feature with the folder of the ISO where there is one, without asking the internet', () => {
    const [from] = firstBootSteps({ ...NOTHING, features: ['NetFx3'], sxs: true });
    expect(from?.commands).toEqual([
      `dism.exe /Online /Enable-Feature /FeatureName:NetFx3 /All /Source:"${STAGE}\\sxs" /LimitAccess /Quiet /NoRestart`,
    ]);
    expect(from?.sxs).toBe(true);
    const [without] = firstBootSteps({ ...NOTHING, features: ['NetFx3'] });
    expect(without?.commands).toEqual(['dism.exe /Online /Enable-Feature /FeatureName:NetFx3 /All /Quiet /NoRestart']);
    expect(without?.sxs).toBe(false);
  });

  it('stages a driver with its whole folder, and lets a driver that no device needs pass', () => {
    expect(firstBootSteps({ ...NOTHING, drivers: [sampleDriver('vmxnet3')] })).toEqual([
      {
        id: '10-driver-vmxnet3',
        title: 'Install driver vmxnet3.inf',
        commands: [`pnputil.exe /add-driver "${STAGE}\\drivers\\vmxnet3\\vmxnet3.inf" /install`],
        okCodes: [259],
        restartCodes: [3010],
        files: [
          { path: 'drivers/vmxnet3/vmxnet3.inf', file: '/d/vmxnet3/vmxnet3.inf' },
          { path: 'drivers/vmxnet3/x64/vmxnet3.sys', file: '/d/vmxnet3/x64/vmxnet3.sys' },
        ],
        sxs: false,
        onVsphere: false,
      },
    ]);
  });

  it('installs Tools with a list of features that has the snapshot provider, and looks for its service', () => {
    const [install, check] = firstBootSteps({ ...NOTHING, toolsSetup: '/t/setup64.exe' });
    const features = /ADDLOCAL=(\S+)"$/.exec(install?.commands[0] ?? '')?.[1]?.split(',') ?? [];
    expect(features).toEqual(['Toolbox', 'Perfmon', 'VSS', 'PVSCSI', 'VMXNet3', 'VMCI', 'MemCtl', 'SVGA', 'Mouse']);
    expect(install?.commands[0]).toMatch(/^start "" \/wait ".*\\tools\\setup64\.exe" \/S \/v "\/qn REBOOT=R /);
    expect(install?.files).toEqual([{ path: 'tools/setup64.exe', file: '/t/setup64.exe' }]);
    expect(check?.commands).toEqual([
      'sc.exe query VMTools',
      'if errorlevel 1 exit /b 1',
      'sc.exe query vmvss',
      'if errorlevel 1 exit /b 1',
    ]);
  });

  it('marks of all steps only those of Tools as for vSphere', () => {
    const all = { packages: PACKAGES, features: ['NetFx3'], toolsSetup: '/t/setup64.exe', scripts: ['/s/a.cmd'] };
    const steps = firstBootSteps({ ...NOTHING, ...all, drivers: [sampleDriver('vmxnet3')] });
    const marked = steps.filter(({ onVsphere }) => onVsphere).map(({ id }) => id);
    expect(marked).toEqual(['50-vmware-tools', '55-check-vmware-tools']);
  });

  it('has a start on Hyper-V keep the drivers of the controllers that it does not have', () => {
    const [last, ...others] = firstBootSteps({ ...NOTHING, bakeHost: 'hyper-v' });
    expect(others).toEqual([]);
    expect(last).toMatchObject({ id: '80-keep-boot-drivers', onVsphere: false });
    const each = 'for %%S in (pvscsi lsi_sas storahci stornvme) do';
    const key = '"HKLM\\SYSTEM\\CurrentControlSet\\Services\\%%S\\StartOverride"';
    expect(last?.commands).toEqual([
      `${each} reg delete ${key} /f >nul 2>nul`,
      `${each} (`,
      `  reg query ${key} >nul 2>nul`,
      '  if not errorlevel 1 exit /b 1',
      ')',
      'cmd.exe /c exit 0',
    ]);
    const scripted = firstBootSteps({ ...NOTHING, bakeHost: 'hyper-v', scripts: ['/s/a.cmd'] });
    expect(scripted.map(({ id }) => id)).toEqual(['70-script-01', '80-keep-boot-drivers']);
  });

  it('opens the firewall for Remote Desktop by the name of the group that every language has', () => {
    const [firewall] = firstBootSteps({ ...NOTHING, remoteDesktop: { registry: false } });
    expect(firewall?.commands).toHaveLength(1);
    expect(firewall?.commands[0]).toContain("Enable-NetFirewallRule -Group '@FirewallAPI.dll,-28752'");
    const [both] = firstBootSteps({ ...NOTHING, remoteDesktop: { registry: true } });
    expect(both?.commands[0]).toContain('fDenyTSConnections /t REG_DWORD /d 0');
    expect(both?.commands.at(-1)).toBe(firewall?.commands[0]);
  });
});

it('what only has .msu within its name is no package for wusa', () => {
  const commands = (name: string): string =>
    firstBootSteps({ ...NOTHING, packages: [sampleUpdate(name, undefined)] })[0]?.commands[0] ?? '';
  expect(commands('a.msu.cab')).toContain('dism.exe');
  expect(commands('a.MSU')).toContain('wusa.exe');
});

it("runs the user's own scripts after everything else, in their order, each by what runs its kind", () => {
  const scripts = ['/s/zz join domain.cmd', '/s/a.PS1'];
  const steps = firstBootSteps({ ...NOTHING, remoteDesktop: { registry: false }, scripts });
  expect(steps.map(({ id, title }) => `${id} ${title}`)).toEqual([
    '60-remote-desktop Open the firewall for Remote Desktop',
    '70-script-01 Run zz join domain.cmd',
    '70-script-02 Run a.PS1',
  ]);
  expect(steps.slice(1).map(({ commands }) => commands)).toEqual([
    [`cmd.exe /d /v:off /c call "${STAGE}\\scripts\\01-zz_join_domain.cmd"`],
    [`powershell.exe -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "${STAGE}\\scripts\\02-a.PS1"`],
  ]);
  expect(steps[1]).toMatchObject({
    files: [{ path: 'scripts/01-zz_join_domain.cmd', file: '/s/zz join domain.cmd' }],
    okCodes: [],
    restartCodes: [3010],
  });
});
