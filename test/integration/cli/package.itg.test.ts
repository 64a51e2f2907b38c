import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDisk } from '../../unit/disk/sample-disk.ts';
import { streamOf } from '../../unit/ova/sample-ova.ts';

/** The command line as a user gets it: packed by npm, installed into an empty folder, run by its name. */

const ROOT = join(import.meta.dirname, '../../..');
const execute = promisify(execFile);
let folder = '';
let home = '';
let program = '';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const path = [dirname(process.execPath), process.env.PATH].join(':');
  // Node keeps what it compiled: the program starts many times here.
  const compiled = join(ROOT, '.cache/compiled');
  const options = { cwd: home, env: { PATH: path, HOME: home, NODE_COMPILE_CACHE: compiled, ...env } };
  return execute(command, [...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
}

const stillframe = (...args: string[]): Promise<Ended> => run(program, args);
/** In a terminal of its own (util-linux `script`), which has one stream. */
const inTerminal = (line: string): Promise<Ended> => run('script', ['-qec', `stty cols 100; ${line}`, '/dev/null']);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-package-'));
  home = join(folder, 'home');
  await mkdir(home);
  const packed = await run(process.execPath, [join(ROOT, 'scripts/pack.ts'), join(folder, 'packed')]);
  expect(packed.err).toBe('');
  const installed = await run('npm', ['install', '--offline', '--no-audit', '--no-fund', packed.out.trim()]);
  expect(installed.code, installed.err).toBe(0);
  program = join(home, 'node_modules/.bin/stillframe');
  await writeFile(join(home, 'bad.vmdk'), await streamOf(await sampleDisk({ order: ['recovery', 'esp', 'windows'] })));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('brings all it needs, and no source', async () => {
    expect((await readdir(join(home, 'node_modules'))).filter((name) => !name.startsWith('.'))).toEqual(['stillframe']);
    const own = join(home, 'node_modules/stillframe');
    expect((await readdir(own)).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json', 'schema']);
    const manifest = JSON.parse(await readFile(join(own, 'package.json'), 'utf8'));
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).not.toHaveProperty('private');
    expect((await stillframe('--version')).out).toBe(`${manifest.version}\n`);
  });

  it('shows what it can do', async () => {
    const { code, out } = await stillframe();
    expect(code).toBe(0);
    for (const name of ['inspect', 'validate', 'plan', 'build-vhd', 'completion'])
      expect(out).toContain(`\n  ${name} `);
  });
});

describe('the commands', () => {
  it('inspect draws a defective disk, for people and for programs', async () => {
    const shown = await stillframe('inspect', 'bad.vmdk');
    expect(shown.code).toBe(1);
    expect(shown.out).toMatch(/^│1 +│2 ESP +│3 Windows +│unallocated +│$/m);
    expect(shown.out).toContain('error  recovery-partition-protected');
    const { code, out } = await stillframe('inspect', '--json', 'bad.vmdk');
    expect(code).toBe(1);
    expect(JSON.parse(out).check.findings[0].code).toBe('recovery-partition-protected');
  });

  it('validate tells faults as compilers do, and plan what would be built', async () => {
    await mkdir(join(home, 'templates'));
    const whole = await readFile(join(ROOT, 'examples/ws2019-std/template.yml'), 'utf8');
    await writeFile(join(home, 'templates/unattend.xml'), '<unattend/>');
    await writeFile(join(home, 'templates/a.yml'), whole);
    await writeFile(join(home, 'templates/b.yml'), `${whole.replace(/^name: .*$/m, 'name: b')}\neditor: vi\n`);
    const faulty = await stillframe('validate');
    expect(faulty.code).toBe(1);
    expect(faulty.err).toMatch(/^templates\/b\.yml:\d+:1: error: unknown key "editor"/m);
    expect(faulty.out).toBe('');
    const good = await stillframe('validate', 'templates/a.yml');
    expect(good).toMatchObject({ code: 0, out: '1 template, no fault\n', err: '' });
    const planned = await stillframe('plan', '--offline', 'templates/a.yml');
    expect(planned.out).toBe('build  templates/a.yml  all templates are built\n1 job in 1 batch\n');
    // Nothing of it lies where others of this machine could have put something.
    expect(existsSync(join(home, '.cache/stillframe/temp/stillframe/plan-release.json'))).toBe(true);
  });

  it('a result that cannot be written is an error, and no stack of Node', async () => {
    const { code, err } = await run('sh', ['-c', `${program} inspect --json bad.vmdk >/dev/full`]);
    expect(code).toBe(1);
    expect(err).toBe('error: The standard output cannot be written: ENOSPC: no space left on device, write\n');
  });

  it('an action tells its outputs, and how a terminal gives what is missing', async () => {
    const failed = await stillframe('upload-esxi', '--ova', 'x.ova', '--server', 'vc', '--username', 'u');
    expect(failed.code).toBe(1);
    expect(failed.err).toContain('Put it into the environment variable STILLFRAME_PASSWORD.');
    expect((await stillframe('upload-esxi', '--password', 'x')).code).toBe(2);
  });
});

describe('a terminal', () => {
  it('has colours and a line that moves; a pipe and NO_COLOR have none', async () => {
    const convert = `${program} convert-ova --disk bad.vmdk --ova a.ova --product windows-server-2019 --allow-recovery`;
    const { out } = await inTerminal(convert);
    expect(out).toMatch(/\[█* *░*\] +\d+ % of the disk packed/);
    expect(out).toContain('\u001b[2K');
    expect(out).toContain('\u001b[36mova\u001b[0m: ');
    const plain = await run('sh', ['-c', convert]);
    expect(plain.err).toContain('100 % of the disk packed\n');
    expect(plain.out + plain.err).not.toContain('\u001b');
    expect((await inTerminal(`NO_COLOR=1 ${program} inspect bad.vmdk`)).out).not.toContain('\u001b[');
  });

  it('is completed by bash', async () => {
    const lines = ['ins', 'convert-ova --firm', "convert-ova --firmware ''", 'inspect ba', 'completion z'];
    const asked = lines.map((line) => `complete_line ${line}`).join('\n');
    const script = `source <(${program} completion bash)
      complete_line() { COMP_WORDS=(stillframe "$@"); COMP_CWORD=$#; _stillframe; echo "\${COMPREPLY[*]}"; }
      ${asked}`;
    const { out } = await run('bash', ['-c', script]);
    expect(out.trim().split('\n')).toEqual(['inspect', '--firmware', 'efi bios', 'bad.vmdk', 'zsh']);
  });
});
