import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { type Changes, changesSince } from '../../../src/plan/changed-files.ts';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { compareText } from '../../../src/updates/compare-text.ts';
import { recordedTools } from '../windows/fake-tools.ts';
import { type Repository, sampleRepository } from './sample-repository.ts';

const tools = createToolRunner(new AbortController().signal);
const since = (base: string, folder: string): Promise<Changes | undefined> => changesSince(base, folder, tools);

async function refusal(base: string, folder: string): Promise<UserError> {
  const error: unknown = await since(base, folder).catch((thrown: unknown) => thrown);
  if (error instanceof UserError) return error;
  throw new Error('nothing was refused');
}

async function named({ folder }: Repository, base: string, workspace = folder): Promise<string[]> {
  const changes = await since(base, workspace);
  return [...(changes?.files ?? [])].map((file) => file.slice(folder.length + 1)).sort(compareText);
}

it('tells what was added, changed, removed and renamed since the branch left its base, in commits and beside them', async () => {
  const repository = await sampleRepository({
    'a.yml': '1',
    'b.yml': 'same text as before',
    'c.yml': '3',
    'd/ü e.yml': '4',
  });
  repository.git('checkout', '-q', '-b', 'work');
  repository.git('mv', 'b.yml', 'renamed.yml');
  await repository.commit({ 'a.yml': '2', 'd/ü e.yml': '5' });
  repository.git('checkout', '-q', 'main');
  // What happened on the base meanwhile is no change of this branch.
  await repository.commit({ 'main.yml': '' });
  repository.git('checkout', '-q', 'work');
  await rm(join(repository.folder, 'c.yml'));
  await repository.write({ 'new/untracked.yml': '', '.gitignore': 'ignored.yml', 'ignored.yml': '' });
  expect(await named(repository, 'main')).toEqual([
    '.gitignore',
    'a.yml',
    'b.yml',
    'c.yml',
    'd/ü e.yml',
    'new/untracked.yml',
    'renamed.yml',
  ]);
});

it('counts from the whole repository, also in a folder of it', async () => {
  const repository = await sampleRepository({ 'base.yml': '', 'sub/a.yml': '' });
  await repository.commit({ 'base.yml': '1', 'sub/a.yml': '1', 'sub/b.yml': '' });
  await writeFile(join(repository.folder, 'sub/c.yml'), '');
  expect(await named(repository, 'HEAD^', join(repository.folder, 'sub'))).toEqual([
    'base.yml',
    'sub/a.yml',
    'sub/b.yml',
    'sub/c.yml',
  ]);
});

it('gives files as they were', async () => {
  const repository = await sampleRepository({ 'x/[a].yml': 'old\n', 'x/a.yml': 'other' });
  const base = repository.git('rev-parse', 'HEAD');
  await repository.commit({ 'x/[a].yml': 'new', 'x/b.yml': '' });
  const changes = await since(base, repository.folder);
  expect(changes?.base).toBe(base);
  expect(await changes?.before(join(repository.folder, 'x/[a].yml'))).toBe('old\n');
  expect(await changes?.before(join(repository.folder, 'x/b.yml'))).toBeUndefined();
});

it('gives files as they were from a folder of the repository too', async () => {
  const repository = await sampleRepository({ 'sub/a.yml': 'old', 'b.yml': 'beside' });
  await repository.commit({ 'sub/a.yml': 'new' });
  const changes = await since('HEAD^', join(repository.folder, 'sub'));
  expect(await changes?.before(join(repository.folder, 'sub/a.yml'))).toBe('old');
  expect(await changes?.before(join(repository.folder, 'b.yml'))).toBe('beside');
});

it('compares with nothing where GitHub says that there is nothing before', async () => {
  expect(await since('0'.repeat(40), '/nowhere')).toBeUndefined();
  expect(await since('0'.repeat(64), '/nowhere')).toBeUndefined();
  const { folder, git } = await sampleRepository({ 'a.yml': '' });
  git('status');
  for (const base of [`x${'0'.repeat(40)}`, `${'0'.repeat(64)}x`, '0'.repeat(39)]) {
    expect((await refusal(base, folder)).message).toContain(`git does not know "${base}"`);
  }
});

it('says what a shallow clone lacks', async () => {
  const repository = await sampleRepository({ 'a.yml': '' });
  const old = repository.git('rev-parse', 'HEAD');
  await repository.commit({ 'a.yml': '1' });
  repository.git('clone', '-q', '--depth', '1', `file://${repository.folder}`, 'clone');
  const clone = join(repository.folder, 'clone');
  const error = await refusal(old, clone);
  expect(error.code).toBe('input-invalid');
  expect(error.message).toContain(`git does not know "${old}" here, where the clone is shallow`);
  expect(error.hint).toContain('fetch-depth: 0');
  expect((await refusal('origin/none', repository.folder)).message).toMatch(/git does not know "origin\/none" here$/);
});

it('says when two branches have nothing in common', async () => {
  const repository = await sampleRepository({ 'a.yml': '' });
  repository.git('checkout', '-q', '--orphan', 'other');
  await repository.commit({ 'b.yml': '' });
  const whole = await refusal('main', repository.folder);
  expect(whole.message).toMatch(/there is no commit that "main" and this branch have in common$/);
  expect(whole.hint).toBe('Name a branch that this one comes from.');
  const shallow = recordedTools(({ args }) => {
    const answers: Readonly<Record<string, string>> = { '--verify': 'abc', '--is-shallow-repository': 'true' };
    return { stdout: answers[args[1] ?? ''] ?? '' };
  });
  await expect(changesSince('main', '/w', shallow)).rejects.toMatchObject({
    message: expect.stringMatching(/have in common in this shallow clone$/),
    hint: expect.stringContaining('fetch-depth: 0'),
  });
});

it('takes no base for an option', async () => {
  const { folder, commit } = await sampleRepository({ 'a.yml': '' });
  await commit({});
  expect((await refusal('--all', folder)).message).toContain('git does not know "--all"');
});

it('says what is missing where there is no repository, or one of another account', async () => {
  const outside = recordedTools(() => ({ exitCode: 128, stderr: 'fatal: not a git repository' }));
  await expect(changesSince('main', '/w', outside)).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringContaining('fatal: not a git repository'),
    hint: expect.stringContaining('actions/checkout'),
  });
  const foreign = recordedTools(() => ({ exitCode: 128, stderr: "fatal: detected dubious ownership in '/w'" }));
  await expect(changesSince('main', '/w', foreign)).rejects.toMatchObject({
    hint: expect.stringContaining('safe.directory'),
  });
});
