import { expect, it } from 'vitest';
import { terminalEnv } from '../../../src/cli/terminal-env.ts';

const folders = (env: Readonly<Record<string, string>>, platform: NodeJS.Platform, home: string) => {
  const { RUNNER_TOOL_CACHE: kept, RUNNER_TEMP: temp } = terminalEnv(env, platform, home);
  return [kept, temp];
};

it.each([
  [{}, 'linux', '/home/me', '/home/me/.cache/stillframe'],
  [{ XDG_CACHE_HOME: '/x' }, 'linux', '/home/me', '/x/stillframe'],
  [{ XDG_CACHE_HOME: 'x' }, 'freebsd', '/home/me', '/home/me/.cache/stillframe'],
  [{ XDG_CACHE_HOME: '/x' }, 'darwin', '/Users/me', '/Users/me/Library/Caches/stillframe'],
] as const)('%j on %s', (env, platform, home, kept) => {
  expect(folders(env, platform, home)).toEqual([kept, `${kept}/temp`]);
});

it.each([
  [{ LOCALAPPDATA: 'D:\\Local' }, 'D:\\Local\\stillframe'],
  [{}, 'C:\\Users\\me\\AppData\\Local\\stillframe'],
])('%j on Windows', (env, kept) => {
  expect(folders(env, 'win32', 'C:\\Users\\me')).toEqual([kept, `${kept}\\temp`]);
});

it('leaves what a runner says, and everything else', () => {
  const env = { RUNNER_TOOL_CACHE: '/t', RUNNER_TEMP: '/r', OTHER: 'x' };
  expect(terminalEnv(env, 'linux', '/h')).toEqual(env);
  expect(folders({ RUNNER_TEMP: '' }, 'linux', '/h')).toEqual(['/h/.cache/stillframe', '/h/.cache/stillframe/temp']);
});
