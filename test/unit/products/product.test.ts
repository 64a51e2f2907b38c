import { describe, expect, it } from 'vitest';
import {
  inBoxDriver,
  PRODUCT_FACTS,
  PRODUCTS,
  PVSCSI_ID,
  productOfBuild,
  VMXNET3_ID,
} from '../../../src/products/product.ts';

describe('the table of products', () => {
  it.each([
    [
      'windows-server-2016',
      'Windows Server 2016',
      14393,
      'separate',
      false,
      undefined,
      ['KB4132216 below 2273', 'KB4465659 below 2608'],
    ],
    ['windows-server-2019', 'Windows Server 2019', 17763, 'inside', false, '4.7.2', ['KB5005112 below 2114']],
    ['windows-server-2022', 'Windows Server 2022', 20348, 'inside', false, '4.8', ['KB5030216 below 1970']],
    ['windows-server-2025', 'Windows Server 2025', 26100, 'inside', true, '4.8.1', []],
  ] as const)('%s', (product, name, build, servicingStack, checkpoints, runtime, baselines) => {
    const facts = PRODUCT_FACTS[product];
    expect(facts).toMatchObject({ product, name, build, servicingStack, checkpoints });
    expect(facts.dotnet?.runtime).toBe(runtime);
    expect(facts.baselines.map(({ kb, belowUbr }) => `${kb} below ${belowUbr}`)).toEqual(baselines);
    expect(productOfBuild(build)).toBe(product);
  });

  it.each([
    ['windows-server-2016', ['Windows Server 2016'], ['Windows Server 2016'], undefined],
    ['windows-server-2019', ['Windows Server 2019'], ['Windows Server 2019', 'Windows Server 2019 (1809)'], ''],
    [
      'windows-server-2022',
      ['Microsoft Server operating system-21H2', 'Windows Server 2022'],
      ['Microsoft server operating system version 21H2', 'Windows Server 2022'],
      'ndp48',
    ],
    [
      'windows-server-2025',
      ['Microsoft Server Operating System-24H2', 'Windows Server 2025'],
      ['Microsoft server operating system version 24H2', 'Windows Server 2025'],
      'ndp481',
    ],
  ] as const)('%s is found in the catalog by its names', (product, catalogProducts, titleNames, fileMark) => {
    const { dotnet, ...facts } = PRODUCT_FACTS[product];
    expect(facts).toMatchObject({ catalogProducts, titleNames });
    expect(dotnet?.fileMark).toBe(fileMark);
  });

  it('asks for a baseline on media of an unknown build only where it is small and harmless', () => {
    const baselines = PRODUCTS.flatMap((product) => PRODUCT_FACTS[product].baselines);
    expect(baselines.filter(({ whenUnknown }) => whenUnknown).map(({ kb }) => kb)).toEqual(['KB5005112']);
    expect(baselines.filter(({ evidence }) => evidence === 'reported').map(({ kb }) => kb)).toEqual([
      'KB4132216',
      'KB4465659',
    ]);
    expect(baselines.filter(({ kind }) => kind === 'cumulative').map(({ kb }) => kb)).toEqual(['KB5030216']);
  });

  it('knows no product of another build', () => {
    expect(productOfBuild(19045)).toBeUndefined();
  });

  it('holds in-box drivers by hardware id in upper case', () => {
    const ids = PRODUCTS.flatMap((product) => Object.keys(PRODUCT_FACTS[product].inBoxDrivers));
    expect(ids).toHaveLength(4);
    expect(ids.filter((id) => id !== id.toUpperCase())).toEqual([]);
  });
});

describe('inBoxDriver', () => {
  it.each([
    ['windows-server-2016', 'PCI\\VEN_15AD&DEV_07C0', undefined],
    ['windows-server-2019', 'PCI\\VEN_15AD&DEV_07C0', undefined],
    ['windows-server-2022', 'PCI\\VEN_15AD&DEV_07C0', 'pvscsii.inf'],
    ['windows-server-2022', 'PCI\\VEN_15AD&DEV_07C0&SUBSYS_07C015AD&REV_02', 'pvscsii.inf'],
    ['windows-server-2022', 'PCI\\VEN_15AD&DEV_07C01', undefined],
    ['windows-server-2025', 'PCI\\VEN_15AD&DEV_07B0', 'vmxnet3.inf'],
    ['windows-server-2025', 'PCI\\VEN_15AD&DEV_0740', undefined],
    ['windows-server-2025', 'x\\PCI\\VEN_15AD&DEV_07B0&', undefined],
  ] as const)('%s has for %s: %s', (product, id, inf) => {
    expect(inBoxDriver(product, ['PCI\\VEN_0000', id])?.inf).toBe(inf);
  });

  it('tells the version of the driver, for the first id that has one', () => {
    const [pvscsi, vmxnet3] = [PVSCSI_ID, VMXNET3_ID];
    expect(inBoxDriver('windows-server-2025', [vmxnet3, pvscsi])).toEqual({ inf: 'vmxnet3.inf', version: '1.8.17.0' });
    expect(inBoxDriver('windows-server-2022', [pvscsi, vmxnet3])).toEqual({ inf: 'pvscsii.inf', version: '1.3.15.0' });
    expect(inBoxDriver('windows-server-2022', [])).toBeUndefined();
  });
});
