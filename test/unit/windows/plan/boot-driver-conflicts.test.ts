import { describe, expect, it } from 'vitest';
import type { BootDriver } from '../../../../src/drivers/boot-driver.ts';
import { settleBootDrivers } from '../../../../src/windows/plan/boot-driver-conflicts.ts';
import type { DriverPackage } from '../../../../src/windows/plan/driver-package.ts';
import { sampleDriver } from '../sample-plan.ts';

function driver(name: string, version: string, service = name, file = `${name}.sys`): DriverPackage {
  const boot = { version, date: '2022-03-03', service: { name: service }, imagePath: `System32\\drivers\\${file}` };
  return { ...sampleDriver(name), boot: boot as unknown as BootDriver, bootBinary: `/d/${name}.sys` };
}
const started = (packages: readonly DriverPackage[]): string[] =>
  settleBootDrivers(packages)
    .packages.filter(({ boot }) => boot !== undefined)
    .map(({ name }) => name);

describe('settleBootDrivers', () => {
  it('leaves drivers alone that want nothing of each other', () => {
    const packages = [driver('a', '1.0.0.0'), driver('b', '2.0.0.0'), sampleDriver('plain')];
    expect(settleBootDrivers(packages)).toEqual({ packages, findings: [] });
  });

  it.each([
    ['service', 'SVC', 'b.sys'],
    ['file', 'other', 'A.SYS'],
  ])('gives the %s to the newer one, in the order given, and tells the other', (_, service, file) => {
    const older = driver('b', '1.9.0.0', service, file);
    const newer = driver('a', '1.10.0.0', 'svc', 'a.sys');
    const { packages, findings } = settleBootDrivers([older, newer]);
    expect(packages).toEqual([{ ...older, boot: undefined, bootBinary: undefined }, newer]);
    expect(findings).toEqual([
      {
        code: 'driver-left-out',
        severity: 'info',
        seen: 'b/b.inf 1.9.0.0 and a/a.inf 1.10.0.0 both bring the boot driver svc: Windows is started with the newer one, the other is installed at first boot.',
        remedy: expect.stringContaining('give its folder alone') as string,
      },
    ]);
  });

  it('takes the same version of both for no conflict', () => {
    expect(started([driver('a', '1.0.0.0', 'svc'), driver('b', '1.0.0.0', 'svc')])).toEqual(['a', 'b']);
  });

  it('lets one that lost win over nobody', () => {
    const chain = [
      driver('old', '1.0.0.0', 'x', 'shared.sys'),
      driver('middle', '2.0.0.0', 'svc', 'shared.sys'),
      driver('new', '3.0.0.0', 'svc', 'new.sys'),
    ];
    expect(started(chain)).toEqual(['old', 'new']);
    expect(started(chain.toReversed())).toEqual(['new', 'old']);
  });
});
