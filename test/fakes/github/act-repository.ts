/**
 * A user's repository that has copied the example workflows, run by act on this machine in place of a GitHub runner. What act does not know
 * is rewritten (rewrite-for-act.ts); GitHub's actions and its command line are doubles.
 */

import { execFileSync, spawn } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DIST_ROOT } from '../runner/run-bundle.ts';
import { rewriteComposite, rewriteWorkflow } from './rewrite-for-act.ts';

const ROOT = join(import.meta.dirname, '../../..');
const OURS = '.stillframe';
/** Doubles of GitHub's actions. */
const DOUBLES = join(import.meta.dirname, 'actions');

export interface ActRun {
  readonly exitCode: number | null;
  readonly log: string;
}

export interface ActRepository {
  /** The work tree. */
  readonly folder: string;
  /** What GitHub knows: `calls`, `head`, `statements.jsonl` (attested), `remote` (a bare repository). */
  readonly github: string;
  git(...args: string[]): string;
  commit(files: Readonly<Record<string, string>>): Promise<void>;
  /** @param act path of the program @param event as in `on:` @param workflow file name */
  run(act: string, event: string, workflow: string, options?: ActOptions): Promise<ActRun>;
}

export interface ActOptions {
  readonly payload?: object;
  /** This job alone. */
  readonly job?: string;
  readonly vars?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** @param parent an empty folder */
export async function makeActRepository(parent: string): Promise<ActRepository> {
  const folder = join(parent, 'repository');
  const github = join(parent, 'github');
  await copyWorkflows(folder);
  await copyActions(folder);
  await makeDoubles(parent, github);
  // The bundles are megabytes, and gone in a minute: git need not pack them.
  const settings = ['user.name=t', 'user.email=t@example.com', 'core.compression=0', 'core.fsync=none'];
  const git = (...args: string[]): string =>
    execFileSync('git', [...settings.flatMap((each) => ['-c', each]), ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  git('init', '-q', '-b', 'main');
  git('init', '-q', '--bare', '-b', 'main', join(github, 'remote'));
  git('remote', 'add', 'origin', join(github, 'remote'));
  return {
    folder,
    github,
    git,
    commit: async (files) => {
      for (const [name, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), text);
      }
      git('add', '-A');
      git('commit', '-q', '-m', 'x');
    },
    run: (act, event, workflow, options = {}) => runAct({ act, event, workflow, folder, parent, github }, options),
  };
}

async function copyWorkflows(folder: string): Promise<void> {
  const target = join(folder, '.github/workflows');
  await cp(join(ROOT, 'examples/workflows'), target, { recursive: true });
  for (const name of await readdir(target)) {
    const text = await readFile(join(target, name), 'utf8');
    await writeFile(join(target, name), rewriteWorkflow(text, OURS));
  }
}

/** The actions as a runner fetches them, beside their bundles. */
async function copyActions(folder: string): Promise<void> {
  for (const name of ['actions', 'dist', 'package.json']) {
    await cp(join(DIST_ROOT, name), join(folder, OURS, name), { recursive: true });
  }
  const composite = join(folder, OURS, 'actions/release-template/action.yml');
  const text = await readFile(composite, 'utf8');
  await writeFile(composite, rewriteComposite(text, OURS));
}

async function makeDoubles(parent: string, github: string): Promise<void> {
  await mkdir(join(parent, 'bin'), { recursive: true });
  await mkdir(github, { recursive: true });
  await cp(join(import.meta.dirname, 'gh.sh'), join(parent, 'bin/gh'));
  await chmod(join(parent, 'bin/gh'), 0o755);
  await cp(join(import.meta.dirname, 'commit.mjs'), join(github, 'commit.mjs'));
}

interface Place {
  readonly act: string;
  readonly event: string;
  readonly workflow: string;
  readonly folder: string;
  readonly parent: string;
  readonly github: string;
}

async function runAct({ act, event, workflow, folder, parent, github }: Place, options: ActOptions): Promise<ActRun> {
  const payload = join(parent, 'event.json');
  // The event of a schedule is not told the repository (docker/metadata-action#184).
  const repository = event === 'schedule' ? {} : { repository: { default_branch: 'main' } };
  await writeFile(payload, JSON.stringify({ ...repository, ...options.payload }));
  // Artifacts are those of a run.
  await rm(join(github, 'artifacts'), { recursive: true, force: true });
  const pairs = (flag: string, values: Readonly<Record<string, string>> = {}): string[] =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const pinned = await pinnedActions(join(folder, '.github/workflows'));
  const local = Object.entries(pinned).flatMap(([name, ref]) => [
    '--local-repository',
    `actions/${name}@${ref}=${join(DOUBLES, name)}`,
  ]);
  const labels = ['ubuntu-24.04', 'self-hosted', 'linux', 'windows', 'x64'].flatMap((label) => [
    '-P',
    `${label}=-self-hosted`,
  ]);
  const args = [
    event,
    '-W',
    `.github/workflows/${workflow}`,
    '-e',
    payload,
    '--pull=false',
    '--defaultbranch',
    'main',
    ...labels,
    ...local,
  ];
  if (options.job !== undefined) args.push('-j', options.job);
  const child = spawn(
    act,
    [
      ...args,
      ...pairs('--var', options.vars),
      ...pairs('-s', { GITHUB_TOKEN: 'token-of-the-job', ...options.secrets }),
    ],
    {
      cwd: folder,
      // act runs `using: node24` with the node on PATH.
      env: {
        ...process.env,
        ...options.env,
        PATH: [join(parent, 'bin'), dirname(process.execPath), process.env.PATH].join(':'),
        XDG_CACHE_HOME: join(parent, 'cache'),
        HOME: parent,
        GH_DOUBLE: github,
        ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:9/token',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const parts: string[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part.toString('utf8')));
  child.stderr.on('data', (part: Buffer) => parts.push(part.toString('utf8')));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { exitCode, log: parts.join('') };
}

/** The commits that the workflows pin GitHub's actions to; act has a checkout of its own. */
async function pinnedActions(folder: string): Promise<Readonly<Record<string, string>>> {
  const pinned: Record<string, string> = {};
  const doubles = await readdir(DOUBLES);
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    for (const [, action = '', ref = ''] of text.matchAll(/ actions\/([a-z-]+)@([0-9a-f]{40})/g)) {
      if (doubles.includes(action)) pinned[action] = ref;
    }
  }
  return pinned;
}
