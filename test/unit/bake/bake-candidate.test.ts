import { describe, expect, it, vi } from 'vitest';
import { BAKE_KEY, formatBakeMark, parseBakeMark } from '../../../src/vsphere/vm/bake-mark.ts';
import { formatOwner, OWNER_KEY, ownerProcess } from '../../../src/vsphere/vm/owner.ts';
import { parseReleaseMark, RELEASE_KEY } from '../../../src/vsphere/vm/release-mark.ts';
import { PLAYED_NOW, ref, settings, xml } from '../vsphere/played-vsphere.ts';
import { CARD, DONE, EXTRA, OFF, type PlayedBake, playedBake, STARTED } from './played-bake.ts';

const SEEN = {
  status: 'done',
  toolsVersion: '12421',
  toolsType: 'guestToolsTypeMSI',
  result: {
    build: '17763.8027',
    imageState: 'IMAGE_STATE_COMPLETE',
    answerFiles: [],
    codePage: 437,
    steps: [{ id: '10-a', result: 'ok', attempts: 1, ended: 'x' }],
  },
};
const CARDS = [
  {
    key: 4000,
    startConnected: true,
    allowGuestControl: true,
    backing: '<backing xsi:type="B"><deviceName>n</deviceName></backing>',
  },
];
const methods = ({ session }: PlayedBake): string[] =>
  session.asked.map((call) => call.split(' ')[0] ?? '').filter((method) => method.endsWith('_Task'));
const markOf = ({ extra }: PlayedBake) => parseBakeMark(extra.get(BAKE_KEY) ?? '');
const begun = (more: object = {}): Record<string, string> => ({
  ...EXTRA,
  [BAKE_KEY]: formatBakeMark({ started: STARTED, cards: CARDS, ...more }),
});
const events = (type: string) => () =>
  xml(`<returnval xsi:type="${type}"><createdTime>${STARTED}</createdTime></returnval>`);

describe('bakeCandidate', () => {
  it('marks, cuts off, starts, answers, and puts all back when the guest is off', async () => {
    const played = playedBake([{}, { tools: true, info: { 'stillframe.first-boot': 'running: 10-a' } }, DONE, OFF], {
      extra: { ...EXTRA, 'guestinfo.stillframe.seen': 'done' },
    });
    const baked = await played.bake();
    expect(baked).toEqual({ toolsVersion: '12.4.5', build: '17763.8027', sight: SEEN, before: false });
    expect(methods(played)).toEqual([
      'ReconfigVM_Task',
      'ReconfigVM_Task',
      'PowerOnVM_Task',
      'ReconfigVM_Task',
      'ReconfigVM_Task',
      'ReconfigVM_Task',
    ]);
    const [begin = '', cut = '', , answer = '', restore = '', settle = ''] = played.session.asked.filter((call) =>
      call.includes('_Task'),
    );
    expect(begin).toContain('<key>guestinfo.stillframe.seen</key><value xsi:type="xsd:string"></value>');
    expect(begin).toContain(`<key>${OWNER_KEY}</key>`);
    expect(cut).toContain('<startConnected>false</startConnected>');
    expect(answer).toContain('<key>guestinfo.stillframe.seen</key><value xsi:type="xsd:string">done</value>');
    const [, answered = ''] = new RegExp(`<key>${BAKE_KEY}</key><value[^>]*>([^<]*)`).exec(answer) ?? [];
    expect(parseBakeMark(answered)).toEqual({ started: STARTED, cards: CARDS, seen: SEEN });
    expect(restore).toContain('<startConnected>true</startConnected>');
    expect(restore).toContain('<backing xsi:type="B"><deviceName>n</deviceName></backing>');
    expect(settle).toContain('<key>stillframe.first-boot</key>');
    expect(played.extra.get('stillframe.first-boot')).toBe('baked');
    expect(played.extra.has('guestinfo.stillframe.seen')).toBe(false);
    expect(markOf(played)).toEqual({ started: STARTED, cards: [], seen: SEEN, ended: PLAYED_NOW.toISOString() });
    const expires = parseReleaseMark(played.extra.get(RELEASE_KEY) ?? '')?.expires;
    expect(expires).toEqual(new Date(PLAYED_NOW.getTime() + 7 * 24 * 3_600_000));
    expect(played.held).toEqual([]);
    // Before the mark, before the start, before what is put away at the end.
    expect(played.stages).toEqual(['prepared after 0', 'started after 2', 'over after 4']);
    expect(played.session.said.info).toEqual([
      'Starting /DC/vm/ws.candidate-1 for its first boot, which may take 1 min 00 s',
      'First boot: running: 10-a',
      'First boot: done',
      'The guest may end now',
    ]);
  });

  it('leaves the cards as they are, or puts them on a network', async () => {
    const asIs = playedBake([DONE, OFF]);
    await asIs.bake({ network: 'as-it-is' });
    expect(asIs.session.asked.join()).not.toContain('deviceChange');
    const lab = playedBake([DONE, OFF]);
    lab.session.objects.set('net-1', { type: 'Network', properties: { name: 'lab' } });
    await lab.bake({ network: ref('Network', 'net-1') });
    expect(lab.session.asked.find((call) => call.includes('deviceChange'))).toContain('<deviceName>lab</deviceName>');
  });

  const MET = CARD.replace('connected>false', 'connected>true').replaceAll('>true</start', '>false</start');
  const met = (more: Parameters<typeof playedBake>[1] = {}): PlayedBake =>
    playedBake([{}, { tools: true, info: { 'stillframe.first-boot': 'running: 10-a' }, until: 'never' }], {
      onRead: (id, paths, objects) => {
        const there = objects.get(id);
        const runs = there?.properties?.['runtime.powerState'] === 'poweredOn';
        if (!there || !runs || paths.join() !== 'config.hardware.device') return undefined;
        objects.set(id, { ...there, properties: { ...there.properties, 'config.hardware.device': MET } });
        return undefined;
      },
      ...more,
    });

  it.each<[string, Parameters<typeof playedBake>[1]]>([
    ['that it has started', {}],
    ['that a run before it has started', { extra: begun(), running: true }],
  ])('switches off what is connected while it bakes cut off %s, and says so in the VM', async (_what, more) => {
    const played = met(more);
    await expect(played.bake()).rejects.toMatchObject({
      code: 'vsphere-refused',
      message:
        'a network card of /DC/vm/ws.candidate-1 was connected while it ran, though it was cut off from every network. It was switched off',
    });
    expect(methods(played)).toContain('PowerOffVM_Task');
    expect(played.extra.get('stillframe.first-boot')).toBe('failed');
    expect(markOf(played)).toMatchObject({ cards: [], ended: PLAYED_NOW.toISOString() });
    expect(markOf(played)).not.toHaveProperty('seen');
    expect(played.held).toEqual([]);
  });

  it('does not look at the cards where it bakes on a network', async () => {
    const played = met();
    await expect(played.bake({ network: 'as-it-is', timeout: 300 })).rejects.toMatchObject({ code: 'timeout' });
    expect(methods(played)).not.toContain('PowerOffVM_Task');
  });

  it('does what is to be done while the guest waits for its answer', async () => {
    const played = playedBake([DONE, OFF]);
    const order: string[] = [];
    await played.bake({
      whileDone: async ({ status }) => void order.push(`${status} ${played.extra.get('guestinfo.stillframe.seen')}`),
    });
    expect(order).toEqual(['done undefined']);
  });

  it('answers a first boot that failed too, and says at which step', async () => {
    const log = `0:${Buffer.from('30-b\r\nerror 5\r\n').toString('base64')}`;
    const info = { 'stillframe.first-boot': 'failed: 30-b', 'stillframe.log.0': log };
    const played = playedBake([{ tools: true, info, until: 'failed: 30-b' }, OFF]);
    const order: string[] = [];
    await expect(played.bake({ whileDone: async () => void order.push('x') })).rejects.toMatchObject({
      code: 'bake-failed',
      message: 'The first boot of /DC/vm/ws.candidate-1 failed at 30-b. The end of its log:\n30-b\nerror 5',
    });
    expect(order).toEqual([]);
    expect(played.extra.get('stillframe.first-boot')).toBe('failed');
    expect(played.held).toEqual([]);
  });

  it.each<[string, readonly object[]]>([
    ['at once', [OFF]],
    ['after a status that is not the last', [{ tools: true, info: { 'stillframe.first-boot': 'restarting' } }, OFF]],
    // Without running Tools the answer would not be heard, and what stands there may be old.
    ['after a last status without Tools', [{ info: { 'stillframe.first-boot': 'done' } }, OFF]],
  ])('is unobserved when the guest goes off %s', async (_when, moments) => {
    const played = playedBake(moments);
    await expect(played.bake()).rejects.toMatchObject({ code: 'bake-unobserved' });
    expect(played.extra.get('stillframe.first-boot')).toBe('failed');
    expect(played.extra.has('guestinfo.stillframe.seen')).toBe(false);
  });

  it('fails, and says so in the VM, when what the guest says of itself is not good enough', async () => {
    const played = playedBake([DONE, OFF]);
    await expect(played.bake({ planned: '17763.9000' })).rejects.toMatchObject({
      code: 'bake-failed',
      message: expect.stringContaining('17763.9000 was planned') as string,
    });
    expect(played.extra.get('stillframe.first-boot')).toBe('failed');
    expect(markOf(played)?.seen).toEqual(SEEN);
  });

  it('stops at its time with the last status, and leaves the guest to go on', async () => {
    const played = playedBake([{ tools: true, info: { 'stillframe.first-boot': 'running: 30-b' } }]);
    await expect(played.bake({ timeout: 30 })).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('its last status is "running: 30-b"') as string,
      hint: expect.stringContaining('run the step again') as string,
    });
    const data = { path: '/DC/vm/ws.candidate-1', vm: 'vm-1', stage: 'started' };
    expect(played.held).toEqual([{ kind: 'bake', data }]);
    expect(played.extra.get('stillframe.first-boot')).toBe('expected');
    const silent = playedBake([{}]);
    await expect(silent.bake({ timeout: 30 })).rejects.toMatchObject({
      code: 'timeout',
      message: 'The first boot of /DC/vm/ws.candidate-1 did not end within 30 ms: it has published no status',
      hint: expect.stringContaining('console') as string,
    });
  });

  it('stays its own, and a candidate, as long as it is watched', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const played = playedBake([{}, { tools: true, until: 'never' }], {
      answers: {
        WaitForUpdatesEx: () => {
          vi.setSystemTime(Date.now() + 61_000);
          return [];
        },
      },
    });
    try {
      await expect(played.bake({ timeout: 150_000 })).rejects.toMatchObject({ code: 'timeout' });
    } finally {
      vi.useRealTimers();
    }
    const started = played.session.asked.findIndex((call) => call.startsWith('PowerOnVM_Task'));
    const renewals = played.session.asked.slice(started).filter((call) => call.startsWith('ReconfigVM_Task'));
    expect(renewals).toHaveLength(2);
    expect(renewals[0]).toContain(`<key>${OWNER_KEY}</key>`);
    expect(renewals[0]).toContain(`<key>${RELEASE_KEY}</key>`);
  });

  it('empties what the guest has published whatever its case, and nothing else', async () => {
    const extra = { ...EXTRA, 'GuestInfo.Stillframe.x': '1', 'my.guestinfo.stillframe.y': '2', 'guestinfo.z': '3' };
    const played = playedBake([DONE, OFF], { extra });
    await played.bake();
    expect(played.extra.has('GuestInfo.Stillframe.x')).toBe(false);
    expect(played.extra.get('my.guestinfo.stillframe.y')).toBe('2');
    expect(played.extra.get('guestinfo.z')).toBe('3');
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['the outcome', { 'stillframe.first-boot': 'expected' }, 'of /DC/vm/ws.candidate-1 ended'],
    [
      'that it is empty',
      { 'guestinfo.stillframe.x': '1', 'guestinfo.stillframe.y': '2' },
      'of /DC/vm/ws.candidate-1 ended, nor emptied guestinfo.stillframe.x, guestinfo.stillframe.y',
    ],
  ])('says when vSphere does not take %s', async (_what, kept, message) => {
    const played: PlayedBake = playedBake([DONE, OFF], {
      properties: {
        get 'config.extraConfig'() {
          const published = DONE.info?.['stillframe.result'] ?? '';
          const guest = { 'guestinfo.stillframe.first-boot': 'done', 'guestinfo.stillframe.result': published };
          const seen = played.extra.has('guestinfo.stillframe.seen') || markOf(played)?.seen === undefined;
          return settings({ ...(seen && guest), ...Object.fromEntries(played.extra), ...kept });
        },
      },
    });
    await expect(played.bake()).rejects.toMatchObject({
      code: 'vsphere-refused',
      message: `vSphere did not take the settings that say how the first boot ${message}`,
    });
  });
});

describe('bakeCandidate, run again', () => {
  it('goes on watching what runs, and starts nothing', async () => {
    const played = playedBake([DONE, OFF], { extra: begun(), running: true });
    expect((await played.bake()).before).toBe(false);
    expect(methods(played)).not.toContain('PowerOnVM_Task');
    expect(played.session.said.info[0]).toBe(
      `Going on with the first boot of /DC/vm/ws.candidate-1, which began at ${STARTED}`,
    );
    expect(markOf(played)?.started).toBe(STARTED);
    expect(played.stages).toEqual(['started after 0', 'over after 1']);
  });

  it('believes what the run before it has seen, whether the guest is off by now or not', async () => {
    const off = playedBake([], { extra: begun({ seen: SEEN }) });
    expect((await off.bake()).sight).toEqual(SEEN);
    expect(methods(off)).not.toContain('PowerOnVM_Task');
    expect(off.extra.get('stillframe.first-boot')).toBe('baked');
    const on = playedBake([{ tools: true }, OFF], { extra: begun({ seen: SEEN }), running: true });
    expect((await on.bake()).sight).toEqual(SEEN);
  });

  it('starts what was marked and never started, with its cards as they were before', async () => {
    const played = playedBake([DONE, OFF], { extra: begun(), answers: { QueryEvents: () => [] } });
    await played.bake();
    expect(methods(played)).toContain('PowerOnVM_Task');
    expect(played.session.asked.find((call) => call.startsWith('QueryEvents'))).toContain(STARTED);
  });

  it.each(['VmStartingEvent', 'VmPoweredOnEvent'])('is unobserved where there was a %s since', async (type) => {
    const played = playedBake([DONE, OFF], { extra: begun(), answers: { QueryEvents: events(type) } });
    await expect(played.bake()).rejects.toMatchObject({ code: 'bake-unobserved' });
    expect(methods(played)).not.toContain('PowerOnVM_Task');
  });

  it('takes no other event for a start', async () => {
    const played = playedBake([DONE, OFF], {
      extra: begun(),
      answers: { QueryEvents: events('VmReconfiguredEvent') },
    });
    expect((await played.bake()).build).toBe('17763.8027');
  });

  it('leaves it to another run that is at it', async () => {
    const other = { ...ownerProcess('2'), host: 'elsewhere', kernel: '' };
    const fresh = { ...begun(), [OWNER_KEY]: formatOwner(other, PLAYED_NOW) };
    const busy = playedBake([DONE, OFF], { extra: fresh, running: true });
    await expect(busy.bake()).rejects.toMatchObject({
      code: 'vsphere-busy',
      message: expect.stringContaining('Another run is baking /DC/vm/ws.candidate-1') as string,
    });
    const silent = { ...begun(), [OWNER_KEY]: formatOwner(other, new Date(PLAYED_NOW.getTime() - 11 * 60_000)) };
    expect((await playedBake([DONE, OFF], { extra: silent, running: true }).bake()).build).toBe('17763.8027');
  });

  it('says in the VM which scripts it ran, and runs none twice', async () => {
    const played = playedBake([DONE, OFF]);
    expect((await played.bake({ scripts: ['a', 'b'] })).sight).toEqual({ ...SEEN, scripts: ['a', 'b'] });
    expect(markOf(played)?.seen?.scripts).toEqual(['a', 'b']);
    const ran = { ...SEEN, scripts: ['a', 'b'] };
    const extra = { ...begun({ seen: ran, cards: [], ended: STARTED }), 'stillframe.first-boot': 'baked' };
    const again = (): PlayedBake => playedBake([], { extra, answers: { QueryEvents: () => [] } });
    expect((await again().bake({ scripts: ['a', 'b'] })).before).toBe(true);
    expect((await again().bake()).before).toBe(true);
  });

  it.each<[string, object, readonly string[], string]>([
    ['no scripts', SEEN, ['a'], 'was baked before without scripts,'],
    ['others', { ...SEEN, scripts: ['a'] }, ['a', 'b'], 'was baked before with other scripts, or in another order,'],
    [
      'another order',
      { ...SEEN, scripts: ['b', 'a'] },
      ['a', 'b'],
      'or in another order, and those that are given now',
    ],
  ])('is no success where an earlier run had %s', async (_what, seen, scripts, text) => {
    const over = { ...begun({ seen, cards: [], ended: STARTED }), 'stillframe.first-boot': 'baked' };
    // The guest was let go, and is ending or off.
    for (const more of [{ extra: over }, { extra: begun({ seen }), running: true }, { extra: begun({ seen }) }]) {
      const played = playedBake([OFF], { ...more, answers: { QueryEvents: () => [] } });
      await expect(played.bake({ scripts })).rejects.toMatchObject({
        code: 'vm-unfit',
        message: expect.stringContaining(`/DC/vm/ws.candidate-1 ${text}`.replace(/^.* or in/, 'or in')) as string,
        hint: expect.stringContaining('Upload the OVA again, and bake it with these scripts') as string,
      });
      expect([methods(played), played.held]).toEqual([[], []]);
    }
  });

  it('tells of a first boot that failed before it tells of scripts', async () => {
    const failed = { ...SEEN, status: 'failed: 30-b' };
    const played = playedBake([OFF], { extra: begun({ seen: failed }), running: true });
    await expect(played.bake({ scripts: ['a'] })).rejects.toMatchObject({ code: 'bake-failed' });
  });

  it('does nothing to what is baked, and tells what is in it', async () => {
    const extra = { ...begun({ seen: SEEN, cards: [], ended: STARTED }), 'stillframe.first-boot': 'baked' };
    const played = playedBake([], { extra, answers: { QueryEvents: () => [] } });
    expect(await played.bake()).toEqual({ toolsVersion: '12.4.5', build: '17763.8027', sight: SEEN, before: true });
    expect(played.session.asked.map((call) => call.split(' ')[0])).toEqual(['QueryEvents', 'QueryEvents']);
    expect(played.session.asked[0]).toContain(STARTED);
    await expect(playedBake([{}], { extra, running: true }).bake()).rejects.toMatchObject({
      code: 'vm-unfit',
      message: expect.stringContaining('was baked and runs again') as string,
    });
    await expect(
      playedBake([], { extra, answers: { QueryEvents: events('VmPoweredOnEvent') } }).bake(),
    ).rejects.toMatchObject({
      code: 'vm-unfit',
      message: `/DC/vm/ws.candidate-1 was started after it was baked (${STARTED}), so that nobody knows what is in it`,
    });
    for (const mark of [EXTRA, begun({ seen: SEEN }), begun({ ended: STARTED })]) {
      await expect(
        playedBake([], { extra: { ...mark, 'stillframe.first-boot': 'baked' } }).bake(),
      ).rejects.toMatchObject({
        code: 'vm-unfit',
        message: expect.stringContaining('not what was seen of it, and when') as string,
      });
    }
  });

  it('does not join a first boot that it has not begun', async () => {
    await expect(playedBake([DONE, OFF], { running: true }).bake()).rejects.toMatchObject({
      code: 'vm-unfit',
      message: expect.stringContaining('is running, and not by bake-template') as string,
    });
  });

  it('refuses before anything is changed', async () => {
    const played = playedBake([DONE, OFF], { extra: {} });
    await expect(played.bake()).rejects.toMatchObject({ code: 'input-invalid' });
    expect(played.session.asked).toEqual([]);
    expect(CARD).toContain('VirtualVmxnet3');
  });
});
