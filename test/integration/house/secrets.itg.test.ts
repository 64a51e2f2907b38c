import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runPost } from '../../fakes/runner/run-bundle.ts';
import { runStep, type Step } from '../../fakes/runner/run-step.ts';
import { buildVsphereDouble } from '../../fakes/vsphere/build.ts';
import { startVsphere, type Vsphere, type VsphereTrouble } from '../../fakes/vsphere/start.ts';
import { encodingsIn, encodingsOf, secretsBelow, watchCommandLines } from '../../judges/planted-secret.ts';
import { GUEST_PASSWORD } from '../../media/answer-file.ts';
import { buildSampleMedia } from '../../media/build.ts';
import { run, withVsphere } from '../quiesce/live-run.ts';
import { EXTRA_CONFIG, sampleOva } from '../quiesce/sample-ova.ts';
import { defectiveOva, makeTemplate } from '../repair/classic-template.ts';
import { makeOva, until } from '../vsphere/upload-job.ts';

/** Passwords that every encoding changes are given to every action that takes one; nothing of a run has them afterwards, however it ended. */

const SECRET = `P/ä+s w'o"r<d>&%41\\x`;
const OTHER = `G\\u{e}s't"&<p>?w/ö+r 7%2B`;

let work = '';
let small = '';
let baking = '';
beforeAll(async () => {
  await buildVsphereDouble();
  work = await mkdtemp(join(tmpdir(), 'stillframe-secrets-'));
  small = await makeOva(work, 'small', 2 ** 19);
  baking = await sampleOva({
    name: 'ws',
    extraConfig: { ...EXTRA_CONFIG, 'stillframe.after-first-boot': 'shut-down' },
  });
});
afterAll(() => rm(work, { recursive: true, force: true }));

it('finds a secret in each encoding', () => {
  for (const [name, form] of encodingsOf(SECRET))
    expect(encodingsIn(`before ${form} after`, SECRET), name).toContain(name);
  expect(encodingsIn(`Basic ${Buffer.from(`user@vsphere.local:${SECRET}`).toString('base64')}`, SECRET)).not.toEqual(
    [],
  );
  expect(encodingsIn('none', SECRET)).toEqual([]);
});

it('is found in what was asked of the double, wherever it does not belong', async () => {
  const transcript = join(work, 'planted');
  await withVsphere({ transcript }, async (vsphere) => {
    await run(vsphere, 'import.ova', small);
    const asked = async (): Promise<string[]> => encodingsIn(await readFile(transcript, 'utf8'), OTHER);
    expect(await asked()).toEqual([]);
    await run(vsphere, 'vm.change', '-vm', 'small', '-e', `guestinfo.a=${Buffer.from(OTHER).toString('base64')}`);
    expect(await asked()).toEqual(['base64']);
  });
});

type Inputs = Readonly<Record<string, string>>;

const WITH_POST = [
  ...['build-vhd', 'upload-esxi', 'bake-template', 'verify-quiesce', 'publish-template', 'audit-templates'],
  'repair-template',
];

/** Runs the step and its post step, and sees that nothing of it gives a secret away. */
async function quietStep(
  action: string,
  inputs: Inputs,
  { secrets = [SECRET], ...options }: { readonly secrets?: readonly string[] } & Parameters<typeof runStep>[3] = {},
): Promise<Step> {
  const jobFolder = await mkdtemp(join(work, 'job-'));
  const watches = secrets.map(watchCommandLines);
  const step = await runStep(work, action, inputs, { jobFolder, ...options });
  const lines: string[] = [];
  if (WITH_POST.includes(action)) await runPost(action, step.state, { jobFolder, onLine: (line) => lines.push(line) });
  // What a mask is told by is no log: the runner takes it out.
  const log = [...step.printed.split('\n'), ...lines].filter((line) => !line.startsWith('::add-mask::')).join('\n');
  for (const [index, secret] of secrets.entries()) {
    expect(encodingsIn(log, secret), log).toEqual([]);
    expect(await secretsBelow(jobFolder, secret)).toEqual([]);
    expect(await watches[index]?.()).toEqual([]);
    expect(step.printed, 'it is masked').toContain(`::add-mask::${secret.replaceAll('%', '%25')}`);
  }
  return step;
}

const login = ({ server, username, password, thumbprint }: Vsphere): Inputs => ({
  server,
  username,
  password,
  thumbprint,
});
const RUN = { env: { GITHUB_RUN_ID: '1', RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' } };
const UPLOAD = { name: 'ws', 'network-map': 'VM Network' };

/** All that was asked of the double, but where a password belongs: in a login, and in the element by which a guest is told who asks. */
async function withSecret(body: Parameters<typeof withVsphere>[1], secrets: readonly string[] = []): Promise<void> {
  const transcript = join(await mkdtemp(join(work, 'asked-')), 'transcript');
  await withVsphere({ password: SECRET, transcript }, async (vsphere) => {
    await body(vsphere);
    const asked = await readFile(transcript, 'utf8');
    for (const call of ['Login', ...(secrets.length > 0 ? ['StartProgramInGuest'] : [])]) {
      expect(asked).toContain(`${call} POST /sdk`);
    }
    for (const secret of [SECRET, ...secrets]) expect(encodingsIn(asked, secret)).toEqual([]);
  });
}

describe.concurrent('no secret is told', () => {
  it('by upload, a failed proof and a publication', async () => {
    await withSecret(async (vsphere) => {
      await run(vsphere, 'library.create', 'golden');
      const upload = await quietStep('upload-esxi', { ...login(vsphere), ...UPLOAD, ova: small }, RUN);
      expect(upload.exitCode, upload.printed).toBe(0);
      const vm = upload.outputs.vm ?? '';
      // This disk starts nothing.
      const proof = await quietStep('verify-quiesce', { ...login(vsphere), vm, timeout: '1 s' }, RUN);
      expect([proof.exitCode, proof.error?.code], proof.printed).toEqual([1, 'quiesce-failed']);
      const report = JSON.parse(await readFile(proof.outputs.report ?? '', 'utf8')) as { result: object };
      const good = { ...report, ok: true, result: { ...report.result, verdict: 'application' } };
      const verification = join(work, 'good.json');
      await writeFile(verification, JSON.stringify(good));
      const inputs = { ...login(vsphere), vm, verification, as: 'library-item', library: 'golden' };
      const published = await quietStep('publish-template', inputs, RUN);
      expect(published.exitCode, published.printed).toBe(0);
      expect((await vsphere.calls()).told).toEqual(['Login']);
    });
  });

  it.each<[string, string, Inputs, VsphereTrouble | undefined, string]>([
    ['a login that is refused', 'upload-esxi', { ...UPLOAD, username: 'nobody' }, undefined, 'vsphere-login'],
    [
      'an audit that may read nothing',
      'audit-templates',
      {},
      { method: 'RetrievePropertiesEx', count: -1, do: 'refuse' },
      'vsphere-refused',
    ],
  ])('by %s', async (_what, action, inputs, trouble, code) => {
    await withSecret(async (vsphere) => {
      if (trouble) await vsphere.disturb(trouble);
      const ova: Inputs = action === 'upload-esxi' ? { ova: small } : {};
      const step = await quietStep(action, { ...login(vsphere), ...ova, ...inputs }, RUN);
      expect([step.exitCode, step.error?.code], step.printed).toEqual([1, code]);
    });
  });

  it('by an image whose ISO is not there', async () => {
    const inputs = {
      iso: join(work, 'none.iso'),
      vhd: join(work, 'a.vhd'),
      edition: 'standard-core',
      'administrator-password': SECRET,
    };
    const step = await quietStep('build-vhd', inputs);
    expect(step.exitCode, step.printed).toBe(1);
  });
});

describe.runIf(process.env.STILLFRAME_SOAK).concurrent('no secret is told, by night', () => {
  it.each<[string, string, string | undefined]>([
    ['scripts that run', GUEST_PASSWORD, undefined],
    ['an account that the guest does not know', OTHER, 'input-invalid'],
  ])('by baking with %s', async (_what, guest, code) => {
    await withSecret(
      async (vsphere) => {
        const upload = await quietStep('upload-esxi', { ...login(vsphere), ...UPLOAD, ova: baking }, RUN);
        const scripts = join(vsphere.folder, 'mine.cmd');
        await writeFile(scripts, 'exit /b 0\r\n');
        const inputs = {
          ...login(vsphere),
          vm: upload.outputs.vm ?? '',
          timeout: '2 min',
          scripts,
          'guest-password': guest,
        };
        const baked = await quietStep('bake-template', inputs, { ...RUN, secrets: [SECRET, guest] });
        expect([baked.exitCode, baked.error?.code], baked.printed).toEqual([code === undefined ? 0 : 1, code]);
        const { vms } = await vsphere.state();
        for (const secret of [SECRET, guest]) expect(encodingsIn(JSON.stringify(vms), secret)).toEqual([]);
      },
      [guest],
    );
  });

  it.each<[string, string, string | undefined]>([
    ['its own Windows', GUEST_PASSWORD, undefined],
    ['an account that the guest does not know', OTHER, 'input-invalid'],
  ])('by a repair in %s', async (_what, guest, code) => {
    await withSecret(
      async (vsphere) => {
        await makeTemplate(vsphere, await defectiveOva());
        const inputs = { ...login(vsphere), vm: 'ws', timeout: '20 s', 'guest-password': guest };
        const repaired = await quietStep('repair-template', inputs, { ...RUN, secrets: [SECRET, guest] });
        expect([repaired.exitCode, repaired.error?.code], repaired.printed).toEqual([code === undefined ? 0 : 1, code]);
      },
      [guest],
    );
  });

  it.each(['SIGINT', 'SIGKILL'] as const)('by an upload that is ended with %s, and what it holds', async (signal) => {
    await withSecret(async (vsphere) => {
      await vsphere.disturb({ method: 'NFC', do: 'hold-before' });
      let end = (): void => {};
      const running = quietStep(
        'upload-esxi',
        { ...login(vsphere), ...UPLOAD, ova: small },
        {
          ...RUN,
          onStart: (child) => {
            end = () => child.kill(signal);
          },
        },
      );
      await until('the call', async () => (await vsphere.calls()).held > 0);
      end();
      if (signal === 'SIGINT') await new Promise((resolve) => setTimeout(resolve, 1000));
      await vsphere.release();
      expect((await running).exitCode).toBe(signal === 'SIGKILL' ? null : 1);
    });
  });

  it.each(['busy', 'away'])('by a server that is %s', async (what) => {
    const vsphere = await startVsphere({ password: SECRET });
    const server = what === 'away' ? '127.0.0.1:1' : vsphere.server;
    if (what !== 'away') await vsphere.disturb({ method: 'Login', count: -1, do: '503' });
    const ended = await quietStep('upload-esxi', { ...login(vsphere), server, ...UPLOAD, ova: small }, RUN);
    expect([ended.exitCode, ended.error?.code]).toEqual([1, 'vsphere-unreachable']);
    await vsphere.close();
  });

  it('by an image that is built, but in its answer file', async () => {
    const media = await buildSampleMedia();
    const inputs = {
      iso: media.windowsIso,
      sha256: media.sha256.windowsIso,
      edition: 'standard-core',
      size: '2 GiB',
      vhd: join(work, 'b.vhd'),
      'administrator-password': SECRET,
    };
    const step = await quietStep('build-vhd', inputs);
    expect(step.exitCode, step.printed).toBe(0);
  });

  it('by a signature whose certificate is another one', async () => {
    const key = await readFile(join(import.meta.dirname, '../../fixtures/ova/sign-key.pem'), 'utf8');
    const line = key.split('\n')[2] ?? '';
    expect(line.length).toBeGreaterThan(40);
    const jobFolder = await mkdtemp(join(work, 'job-'));
    const certificate = join(work, 'none.pem');
    await writeFile(certificate, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    const inputs = {
      disk: small,
      ova: join(work, 'c.ova'),
      name: 'c',
      'sign-key': key,
      'sign-certificate': certificate,
    };
    const step = await runStep(work, 'convert-ova', inputs, { jobFolder });
    expect(step.exitCode).toBe(1);
    const log = step.printed
      .split('\n')
      .filter((text) => !text.startsWith('::add-mask::'))
      .join('\n');
    expect(encodingsIn(log, line)).toEqual([]);
    expect(await secretsBelow(jobFolder, line)).toEqual([]);
  });
});
