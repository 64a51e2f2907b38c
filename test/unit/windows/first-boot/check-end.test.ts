import { expect, it } from 'vitest';
import { checkEnd } from '../../../../src/windows/first-boot/check-end.ts';
import { answerFile, component, SHELL, settings } from '../answer-file/sample-answer-file.ts';

const autologon = (count: number) =>
  answerFile(
    settings(
      'oobeSystem',
      component(
        SHELL,
        `<AutoLogon><Enabled>true</Enabled><Username>Administrator</Username><Password><Value>x</Value></Password><LogonCount>${count}</LogonCount></AutoLogon>`,
      ),
    ),
  );
const NOTHING = { toolsSetup: undefined, answers: undefined, steps: 2, bakeHost: 'vsphere' } as const;
const TOOLS = { ...NOTHING, toolsSetup: '/t/setup64.exe' };

it('asks for nothing where Windows stays', () => {
  expect(() => checkEnd({ ...NOTHING, afterFirstBoot: 'stay' })).not.toThrow();
});

it('needs no Tools on Hyper-V, which hears from its guests by itself, but an Administrator who is logged on', () => {
  expect(() => checkEnd({ ...NOTHING, bakeHost: 'hyper-v', afterFirstBoot: 'shut-down' })).not.toThrow();
  expect(() => checkEnd({ ...NOTHING, bakeHost: 'hyper-v', afterFirstBoot: 'generalize' })).toThrow(
    expect.objectContaining({ code: 'input-invalid', message: expect.stringContaining('no answer file was given') }),
  );
});

it.each(['shut-down', 'generalize'] as const)('lets no guest %s that cannot say so', (afterFirstBoot) => {
  expect(() => checkEnd({ ...NOTHING, afterFirstBoot })).toThrow(
    expect.objectContaining({
      code: 'input-missing',
      message: expect.stringContaining(`Input tools-setup is empty, but after-first-boot: ${afterFirstBoot} needs`),
      hint: expect.stringContaining('bake: { on: none }'),
    }),
  );
});

it('needs no answer file to shut down, and one that logs on to generalize', () => {
  expect(() => checkEnd({ ...TOOLS, afterFirstBoot: 'shut-down' })).not.toThrow();
  expect(() => checkEnd({ ...TOOLS, afterFirstBoot: 'generalize' })).toThrow(
    expect.objectContaining({
      code: 'input-invalid',
      message: expect.stringContaining('but no answer file was given'),
    }),
  );
});

it('counts three restarts a step and six for itself', () => {
  const check = (count: number) => checkEnd({ ...TOOLS, answers: autologon(count), afterFirstBoot: 'generalize' });
  expect(() => check(13)).not.toThrow();
  expect(() => check(12)).toThrow('LogonCount of 12, and Windows may restart 12 times');
});
