/** A candidate in memory whose guest goes through its first boot one reading after the other. */

import { type BakedCandidate, type BakeRequest, bakeCandidate } from '../../../src/bake/bake-candidate.ts';
import type { HoldKind } from '../../../src/context.ts';
import { ownerProcess } from '../../../src/vsphere/vm/owner.ts';
import {
  PLAYED_NOW,
  type PlayedAnswer,
  type PlayedCall,
  type PlayedObject,
  type PlayedOptions,
  type PlayedVsphere,
  playedVsphere,
  ref,
  settings,
} from '../vsphere/played-vsphere.ts';

export const VM = ref('VirtualMachine', 'vm-1');
export const RELEASE = { name: 'ws', run: '1', ova: '0'.repeat(64), expires: new Date(0) };
export const EXTRA = {
  'stillframe.first-boot': 'expected',
  'stillframe.after-first-boot': 'shut-down',
};
export const CARD =
  '<VirtualDevice xsi:type="VirtualVmxnet3"><key>4000</key><backing xsi:type="B"><deviceName>n</deviceName></backing><connectable><startConnected>true</startConnected><allowGuestControl>true</allowGuestControl><connected>false</connected></connectable></VirtualDevice>';

export const RESULT = Buffer.from(
  JSON.stringify({
    build: '17763.8027',
    imageState: 'IMAGE_STATE_COMPLETE',
    answerFiles: [],
    codePage: 437,
    steps: [{ id: '10-a', result: 'ok', attempts: 1, ended: 'x' }],
  }),
).toString('base64');

function cutOff(card: string): string {
  return card.replaceAll(/(startConnected|allowGuestControl)>\w+/g, '$1>false');
}

/** What the guest shows at one reading; `off` when it has no power. */
export interface Moment {
  readonly off?: true;
  readonly tools?: boolean;
  readonly info?: Readonly<Record<string, string>>;
  /** It goes on only when the host has answered with this. */
  readonly until?: string;
}

export const DONE: Moment = {
  tools: true,
  info: { 'stillframe.first-boot': 'done', 'stillframe.result': RESULT },
  until: 'done',
};
export const OFF: Moment = { off: true };

export interface PlayedBake {
  readonly session: PlayedVsphere;
  /** Settings of the .vmx file, as they are now. */
  readonly extra: Map<string, string>;
  bake(more?: Partial<BakeRequest>): Promise<BakedCandidate>;
  /** Held and not settled. */
  /** What is held still. */
  readonly held: readonly { readonly kind: string; readonly data: unknown }[];
  /** Each that was held, and how many tasks were begun before. */
  readonly stages: readonly string[];
}

export function playedBake(
  moments: readonly Moment[],
  {
    extra: given = EXTRA,
    running = false,
    properties = {},
    ...options
  }: PlayedOptions & {
    extra?: Readonly<Record<string, string>>;
    running?: boolean;
    properties?: PlayedObject['properties'];
  } = {},
): PlayedBake {
  const extra = new Map(Object.entries(given));
  let on = running;
  let at = 0;
  // A run before this one has cut it off.
  let device = running ? cutOff(CARD) : CARD;
  const show = (paths: readonly string[], objects: Map<string, PlayedObject>): void => {
    const moment = on ? (moments[Math.min(at, moments.length - 1)] ?? OFF) : OFF;
    const info = Object.entries(moment.info ?? {}).map(([key, text]) => [`guestinfo.${key}`, text]);
    objects.set('vm-1', {
      type: 'VirtualMachine',
      properties: {
        name: 'ws.candidate-1',
        'runtime.powerState': on && !moment.off ? 'poweredOn' : 'poweredOff',
        'config.template': 'false',
        'config.hardware.device': device,
        'config.extraConfig': settings({ ...Object.fromEntries(extra), ...Object.fromEntries(info) }),
        'guest.toolsRunningStatus': moment.tools ? 'guestToolsRunning' : 'guestToolsNotRunning',
        'guest.toolsVersion': '12421',
        'guest.toolsInstallType': 'guestToolsTypeMSI',
        ...properties,
      },
    });
    // Who looks at its cards alone sees no more of its first boot.
    if (paths.every((path) => path === 'config.hardware.device')) return;
    if (on && moment.off) on = false;
    else if (on && (moment.until === undefined || extra.get('guestinfo.stillframe.seen') === moment.until)) at += 1;
  };
  const reconfigure = ({ text }: PlayedCall): PlayedAnswer => {
    for (const [, key = '', value = ''] of text.matchAll(/<key>([^<]*)<\/key><value[^>]*>([^<]*)<\/value>/g)) {
      if (value === '') extra.delete(key);
      else extra.set(key, value);
    }
    if (text.includes('deviceChange')) {
      const connect = text.includes('<startConnected>true');
      device = CARD.replaceAll(/(startConnected|allowGuestControl)>\w+/g, `$1>${connect}`);
    }
    return undefined;
  };
  const turn = (power: boolean) => (): PlayedAnswer => {
    on = power;
    return undefined;
  };
  const session = playedVsphere(
    {},
    {
      ...options,
      answers: {
        ReconfigVM_Task: reconfigure,
        PowerOnVM_Task: turn(true),
        PowerOffVM_Task: turn(false),
        // The bell rings at once.
        CreatePropertyCollector: () => ref('PropertyCollector', 'pc-1'),
        ...options.answers,
      },
      onRead: (id, paths, objects) => {
        if (id === 'vm-1') show(paths, objects);
        return options.onRead?.(id, paths, objects);
      },
    },
  );
  const held: { readonly kind: string; readonly data: unknown }[] = [];
  const stages: string[] = [];
  const hold = <Data>(kind: HoldKind<Data>, data: Data): (() => void) => {
    const one = { kind: kind.kind, data };
    held.push(one);
    stages.push(
      `${(data as { stage: string }).stage} after ${session.asked.filter((call) => call.includes('_Task')).length}`,
    );
    return () => void held.splice(held.indexOf(one), 1);
  };
  return {
    session,
    extra,
    held,
    stages,
    bake: (more) =>
      bakeCandidate(
        session,
        {
          vm: { moref: VM, name: 'ws.candidate-1', path: '/DC/vm/ws.candidate-1', datacenter: 'DC' },
          release: RELEASE,
          me: ownerProcess('1'),
          seal: 'none',
          network: 'disconnected',
          timeout: 60_000,
          planned: undefined,
          tools: undefined,
          scripts: [],
          whileDone: () => Promise.resolve(),
          ...more,
        },
        { hold },
      ),
  };
}

export const STARTED = PLAYED_NOW.toISOString();
