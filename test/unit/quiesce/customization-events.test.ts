import { expect, it } from 'vitest';
import { awaitCustomization } from '../../../src/quiesce/customization-events.ts';
import { playedVsphere, ref, xml } from '../vsphere/played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');
const SINCE = new Date('2026-11-28T12:00:00Z');
const event = (type: string, second: number): string =>
  `<returnval xsi:type="${type}"><createdTime>2026-11-28T12:00:0${second}Z</createdTime><fullFormattedMessage>${type} it is</fullFormattedMessage></returnval>`;

async function end(types: readonly string[], limit = 0): Promise<readonly (string | undefined)[]> {
  let asked = 0;
  const answers = {
    QueryEvents: () => {
      asked += 1;
      return xml(types.slice(0, asked).map(event).join(''));
    },
  };
  const { outcome, said } = await awaitCustomization(playedVsphere({}, { answers }), VM, SINCE, limit);
  return [outcome, said];
}

it.each<[readonly string[], string]>([
  [['CustomizationSucceeded'], 'succeeded'],
  [['CustomizationFailed'], 'failed'],
  [['CustomizationSysprepFailed'], 'failed'],
  [['CustomizationNetworkSetupFailed'], 'failed'],
  [['CustomizationUnknownFailure'], 'failed'],
  [['CustomizationStartedEvent'], 'unfinished'],
])('%s is %s', async (types, outcome) => {
  expect(await end(types)).toEqual([outcome, `${types[0]} it is`]);
});

it('goes on until the end is told, and takes no other event for it', async () => {
  const types = ['VmPoweredOnEvent', 'CustomizationStartedEvent', 'VmGuestRebootEvent', 'CustomizationSucceeded'];
  expect(await end(types, 60_000)).toEqual(['succeeded', 'CustomizationSucceeded it is']);
  expect(await end(['VmPoweredOnEvent'])).toEqual(['unfinished', undefined]);
});

it('believes a failure before a success, in whatever order events of one moment come', async () => {
  const started = event('CustomizationStartedEvent', 2);
  const answers = {
    QueryEvents: () => xml(event('CustomizationFailed', 1) + event('CustomizationSucceeded', 2) + started),
  };
  const found = await awaitCustomization(playedVsphere({}, { answers }), VM, SINCE, 0);
  expect(found).toEqual({ outcome: 'failed', said: 'CustomizationFailed it is' });
});
