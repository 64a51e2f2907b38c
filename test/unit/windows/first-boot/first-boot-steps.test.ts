import { describe, expect, it } from 'vitest';
import { firstBootFiles } from '../../../../src/windows/first-boot/first-boot-script.ts';
import { type FirstBootRequest, firstBootSteps } from '../../../../src/windows/first-boot/first-boot-steps.ts';

const NOTHING: FirstBootRequest = {
  drivers: [],
  packages: [],
  features: [],
  sxs: false,
  remoteDesktop: false,
  toolsSetup: undefined,
};

function update(path: string, kind: string) {
  return { path, kind, size: 1, sha256: '', kb: undefined, build: undefined };
}

describe('firstBootSteps', () => {
  it('is nothing when nothing is asked for', () => {
    expect(firstBootSteps(NOTHING)).toEqual([]);
  });

  it('keeps the order of updates, puts features between them and .NET, and installs no checkpoint by itself', () => {
    const steps = firstBootSteps({
      ...NOTHING,
      packages: [
        update('/p/ssu.cab', 'servicing-stack'),
        update('/p/checkpoint.msu', 'checkpoint'),
        update('/p/lcu.msu', 'cumulative'),
        update('/p/net.msu', 'dotnet'),
      ],
      features: ['NetFx3'],
      sxs: true,
    });
    expect(steps.map(({ id }) => id)).toEqual(['20-update-01', '20-update-02', '30-feature-01', '40-update-01']);
    expect(steps[0]?.commands[0]).toContain('/PackagePath:"%SystemRoot%\\Setup\\Stillframe\\packages\\ssu.cab"');
    expect(steps[1]?.commands[0]).toMatch(/^wusa\.exe ".*lcu\.msu" \/quiet \/norestart$/);
    expect(steps[2]?.commands[0]).toContain('/Source:');
  });

  it('lets no character of a file name reach the command line as anything but a name', () => {
    const [step] = firstBootSteps({ ...NOTHING, packages: [update('/p/a & del %x%".cab', 'cumulative')] });
    expect(step?.commands[0]).toContain('packages\\a___del__x__.cab"');
  });
});

describe('firstBootFiles', () => {
  it('ends every line as cmd.exe wants it and folds success codes', () => {
    const steps = firstBootSteps({ ...NOTHING, packages: [update('/p/lcu.msu', 'cumulative')] });
    const files = firstBootFiles(steps);
    for (const { text } of files) expect(text).toMatch(/^(?:[^\r\n]*\r\n)+$/);
    const step = files.find(({ path }) => path === 'steps/20-update-01.cmd')?.text ?? '';
    expect(step).toContain('if "%CODE%" == "2359302" exit /b 0');
    expect(step).toContain('if "%CODE%" == "3010" exit /b 3010');
  });
});
