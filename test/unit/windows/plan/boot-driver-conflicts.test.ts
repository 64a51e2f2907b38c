import { describe, expect, it } from 'vitest';
import type { BootDriver } from '../../../../src/drivers/boot-driver.ts';
import type { HardwareId } from '../../../../src/drivers/inf/inf-models.ts';
import { settleBootDrivers } from '../../../../src/windows/plan/boot-driver-conflicts.ts';
import type { DriverPackage } from '../../../../src/windows/plan/driver-package.ts';
import { sampleDriver } from '../sample-plan.ts';

function driver(
  name: string,
  version: string,
  service = name,
  file = `${name}.sys`,
  ids: HardwareId[] = [],
): DriverPackage {
  const boot = {
    version,
    date: '2022-03-03',
    service: { name: service },
    imagePath: `System32\\drivers\\${file}`,
    devices: [{ ids }],
  };
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
        seen: 'b/b.inf 1.9.0.0 and a/a.inf 1.10.0.0 both bring the boot driver svc: Windows is started with the newer one, the other is left to the first boot.',
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

const DEVICE = 'PCI\\VEN_15AD&DEV_07C0';
const hardware = (id = DEVICE): HardwareId => ({ id, match: 'hardware' });
const compatible = (id = DEVICE): HardwareId => ({ id, match: 'compatible' });
const bound = (name: string, version: string, ...ids: HardwareId[]) => driver(name, version, name, `${name}.sys`, ids);

describe('settleBootDrivers, of two for one device', () => {
  it.each<[string, DriverPackage, DriverPackage, string]>([
    ['the newer one', bound('new', '1.10.0.0', hardware()), bound('old', '1.9.0.0', hardware()), 'it is the newer one'],
    [
      'the one that names it as a hardware id',
      bound('old', '1.0.0.0', compatible('PCI\\CC_0100'), hardware()),
      bound('new', '2.0.0.0', compatible(`${DEVICE}&SUBSYS_07C015AD`)),
      'it names the device better, which counts before the version',
    ],
    [
      'the one that names it more exactly',
      bound('old', '1.0.0.0', hardware(`${DEVICE}&SUBSYS_07C015AD`)),
      bound('new', '2.0.0.0', hardware()),
      'it names the device better, which counts before the version',
    ],
    [
      'the one whose best id is better',
      bound('old', '1.0.0.0', hardware(), hardware(`${DEVICE}&SUBSYS_07C015AD`)),
      bound('new', '2.0.0.0', compatible(`${DEVICE}&SUBSYS_07C015AD&REV_02`), hardware()),
      'it names the device better, which counts before the version',
    ],
  ])('takes %s', (_what, winner, loser, why) => {
    const orders = [
      [winner, loser],
      [loser, winner],
    ];
    for (const order of orders) {
      expect(started(order)).toEqual([winner.name]);
      expect(settleBootDrivers(order).findings.map(({ seen }) => seen)).toEqual([
        `${loser.place} ${loser.boot?.version} and ${winner.place} ${winner.boot?.version} are both for ${DEVICE}: Windows takes ${winner.place}, since ${why}, and is started with it, the other is left to the first boot.`,
      ]);
    }
  });

  it('takes both where they are for different devices, or bring the same', () => {
    const other = (id: string): string[] =>
      started([bound('a', '1.0.0.0', hardware(DEVICE)), bound('b', '2.0.0.0', hardware(id))]);
    expect(other('PCI\\VEN_15AD&DEV_07C00')).toEqual(['a', 'b']);
    expect(other('PCI\\VEN_15AD&DEV_07C1')).toEqual(['a', 'b']);
    const subsystems = [1, 2].map((number) =>
      bound(`${number}`, `${number}.0.0.0`, hardware(`${DEVICE}&SUBSYS_${number}`)),
    );
    expect(started(subsystems)).toEqual(['1', '2']);
    const same = ['a', 'b'].map((name) => driver(name, '1.0.0.0', 'svc', 'svc.sys', [hardware()]));
    expect(started(same)).toEqual(['a', 'b']);
    expect(started([bound('a', '1.0.0.0', hardware()), bound('b', '1.0.0.0', hardware())])).toEqual(['a', 'b']);
  });

  it('gives a service to the one that is left with it', () => {
    const best = driver('best', '1.0.0.0', 'x', 'x.sys', [hardware()]);
    const worse = driver('worse', '3.0.0.0', 'svc', 'y.sys', [compatible()]);
    const third = driver('third', '2.0.0.0', 'svc', 'z.sys', [hardware('PCI\\OTHER')]);
    expect(started([best, worse, third])).toEqual(['best', 'third']);
  });
});
