import { describe, expect, it } from 'vitest';
import { inBoxDriver, PRODUCT_FACTS, PRODUCTS, productOfBuild } from '../../../src/products/product.ts';

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
  ] as const)('%s has for %s: %s', (product, id, inf) => {
    expect(inBoxDriver(product, ['PCI\\VEN_0000', id])?.inf).toBe(inf);
  });
});
