/** bake-template by its bundle against the double, whose guest walks the first boot that lies on the uploaded disk. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPost } from '../../fakes/runner/run-bundle.ts';
import { runStep, type Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import type { VspherePlan } from '../../fakes/vsphere/plan.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { type StepHere, stepHere, uploadCandidate } from '../publish/publish-steps.ts';
import { type LiveVsphere, run, withVsphere } from '../quiesce/live-run.ts';
import { EXTRA_CONFIG, sampleOva } from '../quiesce/sample-ova.ts';
import { expectRows, phasesOf } from '../vsphere/phases.ts';
import { until } from '../vsphere/upload-job.ts';
import { BAKE_PHASES } from './bake-phases.ts';

let work = '';
const ovas = new Map<string, string>();

beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-bake-'));
  for (const after of ['shut-down', 'generalize']) {
    const extraConfig = { ...EXTRA_CONFIG, 'stillframe.after-first-boot': after };
    ovas.set(after, await sampleOva({ name: `ws-${after}`, extraConfig }));
  }
  const hushed = {
    ...EXTRA_CONFIG,
    'stillframe.after-first-boot': 'shut-down',
    'isolation.tools.setInfo.disable': 'TRUE',
  };
  ovas.set('hushed', await sampleOva({ name: 'ws-hushed', extraConfig: hushed }));
}, 600_000);
afterAll(() => rm(work, { recursive: true, force: true }));

type Inputs = Readonly<Record<string, string>>;
type Options = Parameters<typeof runStep>[3];

function step(vsphere: LiveVsphere, action: string, inputs: Inputs, options: Options = {}): Promise<Step> {
  const { server, username, password, thumbprint } = vsphere;
  const all = { server, username, password, thumbprint, ...inputs };
  return runStep(vsphere.folder, action, all, { ...options, env: { GITHUB_RUN_ID: '1', ...options.env } });
}

interface Candidate {
  readonly vm: string;
  bake(more?: Inputs, options?: Options): Promise<Step>;
  /** In this process. */
  bakeHere(more?: Inputs): Promise<StepHere>;
  /** Steps of the workflow that work on it. */
  verify(): Promise<Step>;
  publish(verify: Step): Promise<Step>;
  state(): Promise<{
    readonly power: string | undefined;
    readonly settings: Readonly<Record<string, unknown>>;
    readonly nics: readonly { readonly network: string; readonly startConnected: boolean }[];
  }>;
}

/** A candidate on a double whose guests behave as the plan says. */
async function withCandidate(
  plan: VspherePlan,
  body: (candidate: Candidate, vsphere: LiveVsphere) => Promise<void>,
  ova = 'shut-down',
): Promise<void> {
  await withVsphere({ toolsDelay: 100 }, async (vsphere) => {
    // The disk is one that shuts down.
    await vsphere.plan({ ...(ova === 'generalize' && { after: ova }), ...plan });
    const upload = await uploadCandidate(vsphere, '1', ovas.get(ova) ?? '');
    const vm = upload.outputs.vm ?? '';
    await body(
      {
        vm,
        bake: (more = {}, options = {}) => step(vsphere, 'bake-template', { vm, timeout: '2 min', ...more }, options),
        bakeHere: (more = {}) => stepHere(vsphere, 'bake-template', { vm, timeout: '2 min', ...more }, '1'),
        verify: () => step(vsphere, 'verify-quiesce', { vm, timeout: '30 s' }),
        publish: (verify) => step(vsphere, 'publish-template', { vm, verification: verify.outputs.report ?? '' }),
        state: async () => {
          const found = (await vsphere.state()).vms.find(({ name }) => name === 'ws.candidate-1');
          return {
            power: found?.powerState,
            settings: found?.extraConfig ?? {},
            nics: (found?.nics ?? []).map(({ network, startConnected }) => ({ network, startConnected })),
          };
        },
      },
      vsphere,
    );
  });
}

const guestinfo = (settings: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(settings).filter((key) => key.startsWith('guestinfo.'));
/** The step at which a plan makes the guest hang, once VMware Tools are there to say so. */
const atRemoteDesktop = (state: Candidate['state']): Promise<void> =>
  until('the step 60-remote-desktop', async () =>
    String((await state()).settings['guestinfo.stillframe.first-boot']).includes('60-remote'),
  );
const NIC = [{ network: 'VM Network', startConnected: true }];

describe.concurrent('bake-template', () => {
  it('bakes a candidate, of which a copy then only starts, and which is published as it was proven', async () => {
    await withCandidate({}, async ({ bake, verify, publish, state }, vsphere) => {
      const baked = await bake({ build: '17763.107', 'tools-version': '12.5.0' });
      expect(baked.exitCode, baked.printed).toBe(0);
      expect(baked.outputs).toMatchObject({ 'tools-version': '12.5.0', build: '17763.107' });
      const steps = JSON.parse(baked.outputs['first-boot'] ?? '') as { id: string; result: string }[];
      expect(steps.map(({ id, result }) => `${id} ${result}`)).toEqual([
        '00-remove-answer-files ok',
        '05-log-file-system ok',
        '10-driver-pvscsi ok',
        '10-driver-vmxnet3 ok',
        '20-feature-01 ok',
        '20-feature-02 ok',
        '50-vmware-tools ok, restarted',
        '55-check-vmware-tools ok',
        '60-remote-desktop ok',
      ]);
      expect(baked.summary).toContain('| 50-vmware-tools | ok, restarted |');
      const { power, settings, nics } = await state();
      expect([power, settings['stillframe.first-boot'], nics]).toEqual(['poweredOff', 'baked', NIC]);
      expect(guestinfo(settings)).toEqual([]);
      expect(await run(vsphere, 'session.ls')).not.toContain('\n\n');

      const again = await bake();
      expect(again.exitCode, again.printed).toBe(0);
      expect(again.outputs['first-boot']).toBe(baked.outputs['first-boot']);
      expect(again.printed).toContain('was baked before');

      const proof = await verify();
      expect(proof.exitCode, proof.printed).toBe(0);
      expect(proof.printed).not.toContain('first boot to be done');
      const published = await publish(proof);
      expect(published.exitCode, published.printed).toBe(0);
      const notes = await run(vsphere, 'object.collect', '-s', '/DC0/vm/ws', 'config.annotation');
      expect(notes).toContain('Windows 17763.107, VMware Tools 12.5.0');
    });
  });

  it('generalizes, and says so', async () => {
    await withCandidate(
      {},
      async ({ bake, bakeHere }) => {
        const refused = await bakeHere();
        expect(refused.error).toMatchObject({ code: 'input-invalid' });
        const baked = await bake({ seal: 'generalize' });
        expect(baked.exitCode, baked.printed).toBe(0);
        expect(baked.printed).toContain('status sealing');
        expect(baked.summary).toMatch(/ImageState .*GENERALIZE/);
      },
      'generalize',
    );
  });

  it('names the step that failed three times with the end of its log, and nothing of it is published', async () => {
    await withCandidate({ codes: { '60-remote-desktop': [5] } }, async ({ bake, bakeHere, state, verify, publish }) => {
      const baked = await bake();
      expect(baked.exitCode).toBe(1);
      expect(baked.error).toMatchObject({
        code: 'bake-failed',
        message: expect.stringMatching(
          /failed at 60-remote-desktop\. .*\n(?:.*\n)*.*60-remote-desktop, attempt 3\n/,
        ) as string,
      });
      const { power, settings, nics } = await state();
      expect([power, settings['stillframe.first-boot'], nics]).toEqual(['poweredOff', 'failed', NIC]);
      expect(guestinfo(settings)).toEqual([]);
      expect((await bakeHere()).error?.message).toContain('failed in an earlier run');
      const published = await publish(await verify());
      expect(published.error).toMatchObject({ code: 'not-proven' });
    });
  });

  it('goes on after two attempts that failed, and follows a guest of whom nobody tells it', async () => {
    await withCandidate(
      { codes: { '60-remote-desktop': [5, 5, 0] }, quiet: true, logBytes: 6000 },
      async ({ bakeHere }) => {
        const baked = await bakeHere();
        expect(baked.exitCode, baked.printed).toBe(0);
        expect(JSON.parse(baked.outputs['first-boot'] ?? '')).toContainEqual(
          expect.objectContaining({ id: '60-remote-desktop', result: 'ok', attempts: 3 }),
        );
      },
    );
  });

  it('believes no guest that went off before anybody has seen it', async () => {
    await withCandidate({ hangs: '60-remote-desktop' }, async ({ bake, vm, state }, vsphere) => {
      const running = bake();
      await atRemoteDesktop(state);
      await run(vsphere, 'vm.power', '-off', '-force', vm === '' ? '' : 'ws.candidate-1');
      expect((await running).error).toMatchObject({ code: 'bake-unobserved' });
      expect((await state()).settings['stillframe.first-boot']).toBe('failed');
    });
  });

  it.each<[string, VspherePlan, Inputs]>([
    ['a build older than planned', {}, { build: '17763.108' }],
    ['another ImageState', { imageState: 'IMAGE_STATE_UNDEPLOYABLE' }, {}],
    ['an answer file that is left', { answerFiles: ['C:\\unattend.xml'] }, {}],
    ['a guest that says nothing of itself', { silent: true }, {}],
  ])('does not take %s', async (_what, plan, inputs) => {
    await withCandidate(plan, async ({ bakeHere, state }) => {
      const baked = await bakeHere(inputs);
      expect(baked.error, baked.printed).toMatchObject({ code: 'bake-failed' });
      expect((await state()).settings['stillframe.first-boot']).toBe('failed');
    });
  });

  it('is on the network that is named while it bakes, or cut off, and as it was afterwards', async () => {
    await withCandidate({ hangs: '60-remote-desktop' }, async ({ bake, state }, vsphere) => {
      const running = bake({ network: 'DC0_DVPG0' });
      await until('the start', async () => (await state()).power === 'poweredOn');
      const during = (await state()).nics;
      await vsphere.plan({});
      expect((await running).exitCode).toBe(0);
      expect(during).toEqual([{ network: expect.stringContaining('dvportgroup') as string, startConnected: true }]);
      expect((await state()).nics).toEqual(NIC);
    });
  });

  it('is switched off, and is not baked, where somebody connects it while it bakes cut off', async () => {
    await withCandidate({ connected: true }, async ({ bakeHere, state }) => {
      const met = await bakeHere();
      expect(met.error, met.printed).toMatchObject({
        code: 'vsphere-refused',
        message: expect.stringContaining('was connected while it ran') as string,
      });
      const { power, settings, nics } = await state();
      expect([power, settings['stillframe.first-boot'], nics]).toEqual(['poweredOff', 'failed', NIC]);
    });
  });

  it('starts nothing that could not tell how it goes, nor what is not a candidate of ours', async () => {
    await withCandidate(
      {},
      async ({ bakeHere, state }, vsphere) => {
        expect((await bakeHere()).error?.message).toContain('isolation.tools.setInfo.disable');
        await run(vsphere, 'vm.create', '-net', 'VM Network', '-on=false', 'other');
        expect((await bakeHere({ vm: 'other' })).error?.message).toContain('was not uploaded as a candidate');
        expect((await state()).power).toBe('poweredOff');
        expect((await vsphere.calls()).calls).not.toContain('PowerOnVM_Task');
      },
      'hushed',
    );
  });
});

describe.concurrent('scripts in the guest', () => {
  const script = async (vsphere: LiveVsphere, name: string, text: string): Promise<string> => {
    const path = join(vsphere.folder, name);
    await writeFile(path, text);
    return path;
  };
  const PASSWORD = { 'guest-password': GUEST_PASSWORD };

  it('run in their order once the first boot is done, and before the guest ends', async () => {
    await withCandidate({}, async ({ bake, state }, vsphere) => {
      const scripts = [
        await script(vsphere, 'one.ps1', `Write-Output 'x'\r\n${'# long\r\n'.repeat(2000)}exit 0\r\n`),
        await script(vsphere, 'two.cmd', 'echo done\r\n'),
      ];
      const before = (await vsphere.calls()).calls.length;
      const baked = await bake({ scripts: scripts.join('\n'), ...PASSWORD });
      expect(baked.exitCode, baked.printed).toBe(0);
      const calls = (await vsphere.calls()).calls.slice(before);
      expectRows(BAKE_PHASES, phasesOf(calls), calls);
      const told = baked.printed.split('\n').filter((line) => /^(Running|First boot: done|The guest)/.test(line));
      expect(told).toEqual([
        'First boot: done',
        'Running one.ps1 in the guest',
        'Running two.cmd in the guest',
        'The guest may end now',
      ]);
      expect(baked.printed).not.toContain(`${GUEST_PASSWORD} </`);
      expect(guestinfo((await state()).settings)).toEqual([]);
    });
  });

  it('fail the step with what they said; the guest waits, and the step can be run again', async () => {
    await withCandidate({}, async ({ bake, state }, vsphere) => {
      const scripts = await script(vsphere, 'bad.cmd', 'echo no licence server\r\nexit /b 7\r\n');
      const failed = await bake({ scripts, ...PASSWORD });
      expect(failed.error).toMatchObject({
        code: 'bake-failed',
        message: 'The script bad.cmd failed in the guest: it ended with 7. The end of its output:\nno licence server',
      });
      expect((await state()).power).toBe('poweredOn');
      await writeFile(scripts, 'exit /b 0\r\n');
      const wrong = await bake({ scripts, 'guest-password': 'wrong' });
      expect(wrong.error).toMatchObject({ code: 'input-invalid' });
      const again = await bake({ scripts, ...PASSWORD });
      expect(again.exitCode, again.printed).toBe(0);
    });
  });
});

describe.concurrent('bake-template, ended early', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'leaves the guest to go on after %s, and goes on watching when run again',
    async (signal) => {
      await withCandidate({ hangs: '60-remote-desktop' }, async ({ bake, state }, vsphere) => {
        let kill = (): void => {};
        const folder = await mkdtemp(join(vsphere.folder, 'kept-'));
        const options = {
          jobFolder: folder,
          onStart: ({ kill: send }: { kill(with_: NodeJS.Signals): void }) => (kill = () => send(signal)),
        };
        const running = bake({}, options);
        await atRemoteDesktop(state);
        kill();
        const ended = await running;
        if (signal === 'SIGTERM') expect(ended.printed).toContain('goes on with its first boot');
        else {
          const post = await runPost('bake-template', ended.state, { jobFolder: folder });
          expect(post.exitCode).toBe(0);
        }
        expect((await state()).power).toBe('poweredOn');
        await vsphere.plan({});
        const again = await bake({}, { jobFolder: folder });
        expect(again.exitCode, again.printed).toBe(0);
        expect(again.printed).toContain('Going on with the first boot');
        expect((await state()).settings['stillframe.first-boot']).toBe('baked');
        expect((await vsphere.calls()).calls.filter((call) => call === 'PowerOnVM_Task')).toHaveLength(1);
        expect((await state()).nics).toEqual(NIC);
      });
    },
  );

  it('survives the end of its session, and a server that is away', async () => {
    await withCandidate({ hangs: '60-remote-desktop' }, async ({ bake, state }, vsphere) => {
      const running = bake();
      await atRemoteDesktop(state);
      await vsphere.disturb(
        { method: 'RetrievePropertiesEx', do: 'end-session' },
        { method: 'WaitForUpdatesEx', do: '503', count: 3 },
      );
      await vsphere.plan({});
      const baked = await running;
      expect(baked.exitCode, baked.printed).toBe(0);
      expect(baked.printed).toContain('logging in again');
    });
  });

  it('stops at its time, and the guest goes on', async () => {
    await withCandidate({ hangs: '60-remote-desktop' }, async ({ bakeHere, state }) => {
      const late = await bakeHere({ timeout: '6 s' });
      // How far it came by then is the machine's affair.
      expect(late.error).toMatchObject({ code: 'timeout' });
      expect((await state()).power).toBe('poweredOn');
    });
  });
});
