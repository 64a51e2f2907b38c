import { expect, it } from 'vitest';
import { mapNetworks } from '../../../src/upload/network-map.ts';
import type { Inventory } from '../../../src/vsphere/inventory/inventory.ts';

const NETWORKS: Inventory = ['VM Network', 'Servers'].map((name, index) => ({
  moref: { type: 'Network', value: `network-${index}` },
  name,
  path: `/DC0/network/${name}`,
  codedPath: `/DC0/network/${name}`,
  properties: new Map(),
}));

function map(sources: string[], wishes: [string, string][], available = NETWORKS): string[] {
  return [...mapNetworks(sources, new Map(wishes), available).values()].map(({ value }) => value);
}

it('maps what is named', () => {
  expect(
    map(
      ['lan', 'dmz'],
      [
        ['lan', 'Servers'],
        ['dmz', 'VM Network'],
      ],
    ),
  ).toEqual(['network-1', 'network-0']);
});

it('maps every network to the one that stands for all, but for those named', () => {
  expect(
    map(
      ['lan', 'dmz'],
      [
        ['*', 'Servers'],
        ['dmz', 'VM Network'],
      ],
    ),
  ).toEqual(['network-1', 'network-0']);
});

it('prefers the same name, then the only one', () => {
  expect(map(['VM Network'], [])).toEqual(['network-0']);
  expect(map(['lan'], [], NETWORKS.slice(1))).toEqual(['network-1']);
  expect(() => map(['lan'], [])).toThrow(expect.objectContaining({ code: 'vsphere-ambiguous' }) as Error);
});

it('refuses a network that the OVA lacks', () => {
  expect(() => map(['lan'], [['wan', 'Servers']])).toThrow(
    expect.objectContaining({ code: 'input-invalid', hint: 'Its networks: lan.' }) as Error,
  );
  expect(() => map([], [['wan', 'Servers']])).toThrow(
    expect.objectContaining({ hint: 'It has none at all: leave the input out.' }) as Error,
  );
});
