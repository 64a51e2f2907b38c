import { describe, expect, it } from 'vitest';
import type { DiskLayout } from '../../../../src/disk/layout.ts';
import { planLive, plannedLayout } from '../../../../src/repair/live/plan-live.ts';
import { repairInGuest } from '../../../../src/repair/live/repair-in-guest.ts';
import { packedAnswer } from '../../vsphere/guest/packed-answer.ts';
import { type PlayedAnswer, playedVsphere, ref, settings, xml } from '../../vsphere/played-vsphere.ts';
import { answerOf, FIRST, LAST, layoutOf, MIB } from './sample-guest.ts';

const LDM = '5808c8aa-7e8f-42e0-85d2-e1e90434cfb3';
const VM = { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC/vm/ws', datacenter: 'DC' };

interface Guest {
  readonly layout: DiskLayout;
  readonly extend?: boolean;
  readonly outside?: DiskLayout;
  /** What the guest says besides, and after diskpart has run. */
  readonly says?: Readonly<Record<string, unknown>>;
  readonly saysThen?: Readonly<Record<string, unknown>>;
  /** Programs by a part of their line: exit codes; what ends so does nothing. */
  readonly codes?: Readonly<Record<string, number>>;
  readonly tools?: string;
  readonly timeout?: number;
  /** Partitions behind one that is deleted get other numbers at once. */
  readonly renumbers?: boolean;
  /** The program that does not end; at whose start the run is cancelled; that cannot be started. */
  readonly hangs?: string;
  readonly cancelsAt?: string;
  readonly diesAt?: string;
}

/** A guest whose programs do what they are for, on a layout. */
function repairing({ layout, extend = false, outside = layout, ...guest }: Guest) {
  const lines: string[] = [];
  const scripts: string[] = [];
  let code = 0;
  let told = 0;
  let winre = '1';
  let now = layout;
  let ran = false;
  const run = new AbortController();
  const say = (extra: Readonly<Record<string, string>>) => ({
    type: 'VirtualMachine',
    properties: {
      'guest.toolsRunningStatus': guest.tools ?? 'guestToolsRunning',
      'config.extraConfig': settings(extra),
    },
  });
  const act = (line: string): Record<string, string> | undefined => {
    if (line.includes('reagentc')) winre = '0';
    if (line.includes('diskpart.exe')) {
      ran = true;
      const script = scripts.at(-1) ?? '';
      const number = Number(/select partition (\d+)/.exec(script)?.[1]);
      const plan = planLive(now, script.includes('extend'));
      now = plannedLayout(now, {
        ...plan,
        remove: script.includes('delete') ? plan.remove.filter(({ index }) => index === number) : [],
      });
      if (guest.renumbers) {
        now = { ...now, partitions: now.partitions.map((one, place) => ({ ...one, index: place + 1 })) };
      }
    }
    if (!line.includes('powershell')) return undefined;
    told += 1;
    return packedAnswer(answerOf(now, { winre, ...guest.says, ...(ran && guest.saysThen) }), told);
  };
  const session = playedVsphere(
    {
      guestOperationsManager: { type: 'guestOperationsManager', properties: { processManager: ref('x', 'gpm') } },
      'vm-1': say({}),
    },
    {
      answers: {
        StartProgramInGuest: ({ text, objects }): PlayedAnswer => {
          const [, path = '', args = ''] =
            /<programPath>(.*)<\/programPath><arguments>(.*)<\/arguments>/s.exec(text) ?? [];
          const line = `${path} ${args}`.replaceAll('&quot;', '"').replaceAll('&gt;', '>');
          const echoed = / echo ([A-Za-z0-9+/=]+)$/.exec(line)?.[1];
          if (echoed !== undefined) scripts.push(Buffer.from(echoed, 'base64').toString('latin1'));
          lines.push(line.replace(/(-EncodedCommand|echo) \S+$/, '$1'));
          if (guest.diesAt !== undefined && line.includes(guest.diesAt)) return 'GuestOperationsUnavailable';
          if (guest.cancelsAt !== undefined && line.includes(guest.cancelsAt)) run.abort(new Error('enough'));
          code = Object.entries(guest.codes ?? {}).find(([part]) => line.includes(part))?.[1] ?? 0;
          const said = code === 0 ? act(line) : undefined;
          if (said !== undefined) {
            objects.set('vm-1', say(said));
            code = 64;
          }
          return xml('<returnval>1</returnval>');
        },
        ListProcessesInGuest: () =>
          guest.hangs !== undefined && lines.at(-1)?.includes(guest.hangs)
            ? xml('<returnval><pid>1</pid></returnval>')
            : xml(`<returnval><endTime>x</endTime><exitCode>${code}</exitCode></returnval>`),
      },
      signal: run.signal,
    },
  );
  const account = { username: 'u', password: 'p' };
  const timeout = guest.timeout ?? 1000;
  const done = repairInGuest(session, { vm: VM, account, extend, timeout, outside });
  return { lines, scripts, debug: session.said.debug, done };
}
const REMOVAL =
  'C:\\Windows\\System32\\cmd.exe /c del /f /q "C:\\Windows\\Temp\\stillframe-diskpart.txt" "C:\\Windows\\Temp\\stillframe-diskpart.txt.b64"';
const programs = (lines: readonly string[]): string[] => lines.map((line) => /([a-z]+)\.exe/.exec(line)?.[1] ?? line);

describe('the repair in a guest', () => {
  it('disables WinRE, removes each Recovery partition, and looks after every step', async () => {
    const { lines, scripts, done } = repairing({ layout: layoutOf(FIRST) });
    const { before, after, plan } = await done;
    expect(before.partitions).toHaveLength(4);
    expect(after.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
    expect(plan.remove).toHaveLength(1);
    expect(programs(lines)).toEqual([
      ...['powershell', 'reagentc', 'powershell', 'powershell'],
      ...['cmd', 'certutil', 'diskpart', 'powershell', 'cmd'],
    ]);
    expect(lines[1]).toBe('C:\\Windows\\System32\\reagentc.exe /disable');
    expect(lines[6]).toBe('C:\\Windows\\System32\\diskpart.exe /s "C:\\Windows\\Temp\\stillframe-diskpart.txt"');
    expect(lines[8]).toBe(REMOVAL);
    expect(scripts).toEqual([
      'select disk 0\r\nselect partition 1\r\ngpt attributes=0x8000000000000000\r\ndelete partition override\r\n',
    ]);
  });

  it('extends Windows when it is asked to, and leaves a WinRE that is off alone', async () => {
    const full = (1023 - 67) * MIB - 512;
    const guest = repairing({ layout: layoutOf(LAST), extend: true, says: { winre: '0' }, saysThen: { volume: full } });
    const { after } = await guest.done;
    expect(after.partitions.at(-1)?.size).toBe((1023 - 67) * MIB);
    expect(programs(guest.lines)).not.toContain('reagentc');
    expect(guest.scripts[1]).toBe('select disk 0\r\nselect partition 3\r\nextend\r\n');
  });

  it('takes several away, each by the number that it has then', async () => {
    const { scripts, done } = repairing({ layout: layoutOf([...LAST, { type: 'recovery', offset: 967, size: 20 }]) });
    expect((await done).after.partitions).toHaveLength(3);
    expect(scripts.map((script) => /partition (\d)/.exec(script)?.[1])).toEqual(['4', '5']);
  });

  it('numbers anew after each, Windows that is to grow too', async () => {
    const layout = layoutOf([...FIRST, { type: 'recovery', offset: 967, size: 20 }]);
    const saysThen = { volume: (1023 - 167) * MIB - 512 };
    const { scripts, done } = repairing({ layout, extend: true, renumbers: true, saysThen });
    expect((await done).after.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
    expect(scripts.map((script) => /partition (\d)/.exec(script)?.[1])).toEqual(['1', '4', '3']);
  });

  it('changes nothing where there is nothing to repair, nor where that was not seen from outside', async () => {
    const { lines, done } = repairing({ layout: layoutOf(LAST.slice(0, 3)) });
    expect((await done).plan.remove).toEqual([]);
    // What a run that was killed has left goes all the same.
    expect(programs(lines)).toEqual(['powershell', 'powershell', 'cmd']);
    expect(lines[2]).toBe(REMOVAL);
    const blind = repairing({ layout: layoutOf(FIRST), outside: undefined as unknown as DiskLayout });
    await expect(blind.done).resolves.toBeDefined();
  });

  const other = layoutOf(LAST.slice(0, 3));
  // Of the type of Logical Disk Manager, as which Windows lists its own volume on a dynamic disk.
  const DYNAMIC = layoutOf(FIRST);
  const [, , msr] = DYNAMIC.partitions;
  Object.assign(msr ?? {}, { typeGuid: LDM });
  it.each<[string, Partial<Guest>, string, string]>([
    ['Tools', { tools: 'guestToolsNotRunning', timeout: 0 }, 'timeout', 'VMware Tools of /DC/vm/ws did not come up'],
    ['an administrator', { says: { elevated: false } }, 'not-elevated', 'may not change its disk'],
    ['an end of Setup', { says: { imageState: 'IMAGE_STATE_X' } }, 'guest-refused', 'its state is IMAGE_STATE_X'],
    ['any word of Setup', { says: { imageState: '' } }, 'guest-refused', 'its state is unknown'],
    [
      'a GPT',
      { says: { partitions: [{ number: 4, offset: 0, size: 1, type: '', guid: '' }] } },
      'disk-invalid',
      'without a GPT',
    ],
    ['a basic disk', { layout: DYNAMIC, outside: DYNAMIC }, 'disk-invalid', 'is a dynamic disk'],
    ['the disk that was looked at', { outside: other }, 'disk-invalid', 'runs from another disk'],
  ])('changes nothing without %s', async (_, guest, code, message) => {
    const { lines, done } = repairing({ layout: layoutOf(FIRST), ...guest });
    await expect(done).rejects.toMatchObject({ code, message: expect.stringContaining(message) as string });
    // What a run that was killed has left goes from every guest that lets us in.
    const more = lines.filter((line) => !line.includes('powershell.exe'));
    expect(more).toEqual(code === 'timeout' ? [] : [REMOVAL]);
  });

  it.each<[string, Partial<Guest>, string, string]>([
    ['reagentc', { codes: { reagentc: 5 } }, 'guest-refused', 'reagentc ended with 5, and it is still enabled'],
    ['diskpart', { codes: { 'diskpart.exe': 4 } }, 'guest-refused', 'remove partition 1: diskpart ended with 4'],
    ['a file', { codes: { certutil: 2 } }, 'guest-refused', 'certutil.exe ended with 2'],
    [
      'a table that stays',
      { saysThen: answerOf(layoutOf(FIRST)) },
      'layout-wrong',
      'Recovery partition 1 is still there',
    ],
    ['a dirty volume', { saysThen: { dirty: true } }, 'layout-wrong', 'is marked dirty'],
  ])('fails for %s', async (_, guest, code, message) => {
    const { lines, done } = repairing({ layout: layoutOf(FIRST), ...guest });
    await expect(done).rejects.toMatchObject({ code, message: expect.stringContaining(message) as string });
    expect(lines.at(-1)).toBe(REMOVAL);
  });

  it('takes its script away when diskpart never ends, and when the run is cancelled meanwhile', async () => {
    const endless = repairing({ layout: layoutOf(FIRST), hangs: 'diskpart.exe', timeout: 0 });
    await expect(endless.done).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('diskpart.exe did not end') as string,
    });
    expect(endless.lines.at(-1)).toBe(REMOVAL);
    const cancelled = repairing({ layout: layoutOf(FIRST), cancelsAt: 'diskpart.exe' });
    await expect(cancelled.done).rejects.toThrow('enough');
    expect(cancelled.lines.at(-1)).toBe(REMOVAL);
  });

  it('says why it failed, not that its script could not be taken away after that', async () => {
    const guest = repairing({ layout: layoutOf(FIRST), codes: { 'diskpart.exe': 4 }, diesAt: 'del /f' });
    await expect(guest.done).rejects.toMatchObject({ code: 'guest-refused' });
    expect(guest.lines.at(-1)).toBe(REMOVAL);
    expect(guest.debug.at(-1)).toContain('Removing C:\\Windows\\Temp\\stillframe-diskpart.txt from the guest: ');
  });

  it('fails for a file system that did not grow with its partition', async () => {
    const small = (1023 - 67) * MIB - MIB;
    const guest = { layout: layoutOf(LAST), extend: true };
    await expect(repairing({ ...guest, saysThen: { volume: small - 1 } }).done).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining(`has ${small - 1} bytes of the ${small + MIB}`) as string,
    });
    await expect(repairing({ ...guest, saysThen: { volume: small } }).done).resolves.toBeDefined();
  });

  it('deletes nothing whose place another partition has taken meanwhile', async () => {
    const layout = layoutOf([...FIRST, { type: 'recovery', offset: 967, size: 20 }]);
    const changed = layoutOf([...FIRST, { type: 'msr', offset: 967, size: 20 }]);
    const { scripts, done } = repairing({ layout, saysThen: answerOf(changed) });
    await expect(done).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining('is something else now') as string,
    });
    expect(scripts).toHaveLength(1);
  });
});
