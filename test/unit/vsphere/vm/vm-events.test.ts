import { describe, expect, it } from 'vitest';
import { readEvents, readServerTime, wasStartedSince } from '../../../../src/vsphere/vm/vm-events.ts';
import { type PlayedAnswer, playedVsphere, ref, xml } from '../played-vsphere.ts';

const VM = ref('VirtualMachine', 'vm-1');

it("reads the server's clock", async () => {
  const session = playedVsphere(
    {},
    { answers: { CurrentTime: () => xml('<returnval>2026-11-28T12:00:01Z</returnval>') } },
  );
  expect(await readServerTime(session)).toEqual(new Date('2026-11-28T12:00:01Z'));
  expect(session.asked).toEqual(['CurrentTime ServiceInstance']);
});

it('reads the events of one VM since a time, oldest first, with what the host passed on', async () => {
  const events = `<returnval xsi:type="VmMessageEvent"><createdTime>2026-11-28T12:00:02Z</createdTime><message>second</message>
    <messageInfo><argument>5</argument><argument>text</argument></messageInfo><messageInfo><argument>more</argument></messageInfo></returnval>
    <returnval xsi:type="VmPoweredOnEvent"><createdTime>2026-11-28T12:00:01Z</createdTime><fullFormattedMessage>first</fullFormattedMessage><message>x</message></returnval>
    <returnval><createdTime>2026-11-28T12:00:03Z</createdTime><fullFormattedMessage></fullFormattedMessage></returnval>`;
  const session = playedVsphere({}, { answers: { QueryEvents: () => xml(events) } });
  expect(await readEvents(session, VM, new Date('2026-11-28T11:00:00Z'))).toEqual([
    { time: '2026-11-28T12:00:01Z', type: 'VmPoweredOnEvent', message: 'first', parts: [] },
    { time: '2026-11-28T12:00:02Z', type: 'VmMessageEvent', message: 'second', parts: ['5', 'text', 'more'] },
    { time: '2026-11-28T12:00:03Z', type: 'Event', message: '', parts: [] },
  ]);
  expect(session.asked).toEqual([
    'QueryEvents eventManager <filter><entity><entity type="VirtualMachine">vm-1</entity><recursion>self</recursion></entity><time><beginTime>2026-11-28T11:00:00.000Z</beginTime></time></filter>',
  ]);
});

it.each([
  ['VmPoweredOnEvent', '2026-11-28T12:00:00Z', true],
  ['VmStartingEvent', '2026-11-28T12:00:01Z', true],
  ['DrsVmPoweredOnEvent', '2026-11-28T12:00:01Z', true],
  ['VmPoweredOnEvent', '2026-11-28T11:59:59Z', false],
  ['VmPoweredOffEvent', '2026-11-28T12:00:01Z', false],
  ['VmReconfiguredEvent', '2026-11-28T12:00:01Z', false],
])('%s of %s: started since noon is %s', async (type, time, started) => {
  const event = `<returnval xsi:type="${type}"><createdTime>${time}</createdTime></returnval>`;
  const session = playedVsphere({}, { answers: { QueryEvents: () => xml(event) } });
  expect(await wasStartedSince(session, VM, new Date('2026-11-28T12:00:00Z'))).toBe(started);
});

it('finds a start that more events hide than a server gives', async () => {
  const event = (type: string): string =>
    `<returnval xsi:type="${type}"><createdTime>2026-11-28T12:00:01Z</createdTime></returnval>`;
  const session = playedVsphere(
    {},
    {
      answers: {
        QueryEvents: ({ text }) =>
          xml(event(text.includes('<eventTypeId>') ? 'VmPoweredOnEvent' : 'AlarmStatusChangedEvent')),
      },
    },
  );
  expect(await wasStartedSince(session, VM, new Date('2026-11-28T12:00:00Z'))).toBe(true);
  expect(session.asked).toEqual([
    expect.stringContaining(
      '<eventTypeId>VmStartingEvent</eventTypeId><eventTypeId>VmPoweredOnEvent</eventTypeId><eventTypeId>DrsVmPoweredOnEvent</eventTypeId></filter>',
    ) as string,
  ]);
});

it('finds a start where a server knows no event by these names', async () => {
  const session = playedVsphere(
    {},
    {
      answers: {
        QueryEvents: ({ text }) =>
          xml(
            text.includes('<eventTypeId>')
              ? ''
              : '<returnval xsi:type="VmPoweredOnEvent"><createdTime>2026-11-28T12:00:01Z</createdTime></returnval>',
          ),
      },
    },
  );
  expect(await wasStartedSince(session, VM, new Date('2026-11-28T12:00:00Z'))).toBe(true);
});

describe('where QueryEvents is not implemented', () => {
  const SINCE = new Date('2026-11-28T11:00:00Z');
  const FILTER =
    '<filter><entity><entity type="VirtualMachine">vm-1</entity><recursion>self</recursion></entity><time><beginTime>2026-11-28T11:00:00.000Z</beginTime></time></filter>';
  const page = `<Event xsi:type="VmPoweredOnEvent"><createdTime>2026-11-28T12:00:02Z</createdTime></Event>
    <Event xsi:type="VmStartingEvent"><createdTime>2026-11-28T12:00:01Z</createdTime></Event>`;
  const host = (more: Readonly<Record<string, () => PlayedAnswer>> = {}) =>
    playedVsphere(
      { 'c-1': { type: 'EventHistoryCollector', properties: { latestPage: page } } },
      {
        answers: {
          QueryEvents: () => 'NotImplemented',
          CreateCollectorForEvents: () => xml('<returnval type="EventHistoryCollector">c-1</returnval>'),
          ...more,
        },
      },
    );

  it.each(['NotImplemented', 'NotSupported', 'MethodNotFound'])(
    '%s: reads the page of a collector, and destroys it',
    async (fault) => {
      const session = host({ QueryEvents: () => fault });
      const events = await readEvents(session, VM, SINCE);
      expect(events.map(({ type, time }) => `${type} ${time}`)).toEqual([
        'VmStartingEvent 2026-11-28T12:00:01Z',
        'VmPoweredOnEvent 2026-11-28T12:00:02Z',
      ]);
      expect(session.asked).toEqual([
        `QueryEvents eventManager ${FILTER}`,
        `CreateCollectorForEvents eventManager ${FILTER}`,
        'SetCollectorPageSize c-1 <maxCount>1000</maxCount>',
        'DestroyCollector c-1',
      ]);
      expect(session.read).toEqual(['EventHistoryCollector: latestPage']);
    },
  );

  it('destroys it also when it cannot be read, and says when that fails', async () => {
    const session = host({
      SetCollectorPageSize: () => 'InvalidState',
      DestroyCollector: () => 'ManagedObjectNotFound',
    });
    await expect(readEvents(session, VM, SINCE)).rejects.toMatchObject({ type: 'InvalidState' });
    expect(session.asked.at(-1)).toBe('DestroyCollector c-1');
    expect(session.said.debug).toEqual([
      expect.stringMatching(/^A collector of events, which ends with the session: /),
    ]);
  });

  it('is any other fault itself, and that one where there is no collector', async () => {
    await expect(readEvents(host({ QueryEvents: () => 'NoPermission' }), VM, SINCE)).rejects.toMatchObject({
      type: 'NoPermission',
    });
    await expect(readEvents(host({ CreateCollectorForEvents: () => [] }), VM, SINCE)).rejects.toMatchObject({
      type: 'NotImplemented',
    });
  });
});
