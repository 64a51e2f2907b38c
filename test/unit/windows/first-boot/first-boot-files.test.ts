import { describe, expect, it } from 'vitest';
import { afterLater, batchText, firstBootFiles } from '../../../../src/windows/first-boot/first-boot-files.ts';
import type { FirstBootStep } from '../../../../src/windows/first-boot/first-boot-step.ts';

const STEP: FirstBootStep = {
  id: '30-update-01',
  title: 'Install',
  commands: ['first.exe', 'second.exe /quiet'],
  okCodes: [2359302, -5],
  restartCodes: [3010],
  files: [],
  sxs: false,
  onVsphere: false,
};

const STAY = { afterFirstBoot: 'stay', cloneUnattend: undefined, bakeHost: 'vsphere' } as const;

describe('firstBootFiles', () => {
  it('has the housekeeping even when nothing is asked for, and sorts it before every step', () => {
    const paths = firstBootFiles([], STAY).map(({ path }) => path);
    expect(paths).toEqual([
      'register.cmd',
      'first-boot.cmd',
      'status.cmd',
      'publish.cmd',
      'publish.ps1',
      'wait-for-setup.cmd',
      'clear-away.cmd',
      'after-first-boot.txt',
      'steps/00-remove-answer-files.cmd',
      'steps/05-log-file-system.cmd',
    ]);
  });

  describe('on Hyper-V', () => {
    const tools = { ...STEP, id: '50-vmware-tools', onVsphere: true };
    const off = { afterFirstBoot: 'shut-down', cloneUnattend: undefined, bakeHost: 'hyper-v' } as const;
    const sealed = { afterFirstBoot: 'generalize', cloneUnattend: '<unattend/>\n', bakeHost: 'hyper-v' } as const;
    const texts = (...args: Parameters<typeof firstBootFiles>): Map<string, string> =>
      new Map(firstBootFiles(...args).map(({ path, text }) => [path, text]));

    it('leaves what only vSphere can do for later, with the end that it has there', () => {
      const files = texts([STEP, tools], off);
      expect([...files.keys()].filter((path) => path.includes('/'))).toEqual([
        ...['steps/00-remove-answer-files.cmd', 'steps/05-log-file-system.cmd', 'steps/30-update-01.cmd'],
        'later/50-vmware-tools.cmd',
      ]);
      expect(files.get('after-first-boot.txt')).toBe('shut-down\r\n');
      expect(files.get('after-later.txt')).toBe('shut-down\r\n');
      expect(files.get('tell-hyper-v.cmd')).toContain('stillframe.first-boot');
      expect(files.get('leave-hyper-v.cmd')).toContain('later\\*.cmd');
      expect(afterLater('stay')).toBe('stay');
    });

    it('lets the clones of a generalized image do it, each at its own start', () => {
      const files = texts([tools], sealed);
      expect(files.get('after-first-boot.txt')).toBe('generalize\r\n');
      expect(files.get('after-later.txt')).toBe('stay\r\n');
      expect(files.get('clone-setup-complete.cmd')).toContain('register.cmd');
      expect(files.get('clone-setup-complete.cmd')).not.toContain('rmdir');
    });

    it('leaves nothing where nothing needs vSphere', () => {
      const files = texts([STEP], sealed);
      expect([...files.keys()]).not.toContain('after-later.txt');
      expect(files.get('clone-setup-complete.cmd')).not.toContain('register.cmd');
      expect(files.get('clone-setup-complete.cmd')).toContain('rmdir');
      expect(files.has('leave-hyper-v.cmd')).toBe(true);
    });

    it('is no matter where the first start is on vSphere', () => {
      const paths = firstBootFiles([tools], { ...off, bakeHost: 'vsphere' }).map(({ path }) => path);
      expect(paths).toContain('steps/50-vmware-tools.cmd');
      expect(paths.filter((path) => /hyper-v|later/.test(path))).toEqual([]);
    });
  });

  it('brings what the end needs, and nothing of another', () => {
    const added = (end: Parameters<typeof firstBootFiles>[1]): readonly string[] => {
      const usual = firstBootFiles([], STAY).map(({ path }) => path);
      return firstBootFiles([], end)
        .map(({ path }) => path)
        .filter((path) => !usual.includes(path));
    };
    const word = (end: Parameters<typeof firstBootFiles>[1]): string | undefined =>
      firstBootFiles([], end).find(({ path }) => path === 'after-first-boot.txt')?.text;
    expect(word(STAY)).toBe('stay\r\n');
    const off = { afterFirstBoot: 'shut-down', cloneUnattend: undefined, bakeHost: 'vsphere' } as const;
    expect(added(off)).toEqual(['wait-for-host.cmd']);
    expect(word(off)).toBe('shut-down\r\n');
    const sealed = { afterFirstBoot: 'generalize', cloneUnattend: '<unattend/>\n', bakeHost: 'vsphere' } as const;
    expect(word(sealed)).toBe('generalize\r\n');
    expect(added(sealed)).toEqual([
      'wait-for-host.cmd',
      'seal.cmd',
      'restart-pending.cmd',
      'stop-autologon.cmd',
      'generalize.cmd',
      'clone-unattend.xml',
      'clone-setup-complete.cmd',
    ]);
    expect(firstBootFiles([], sealed).find(({ path }) => path === 'clone-unattend.xml')?.text).toBe('<unattend/>\r\n');
  });

  it('ends every line as cmd.exe wants it', () => {
    for (const { text } of firstBootFiles([STEP], STAY)) expect(text).toMatch(/^(?:[^\r\n]*\r\n)+$/);
  });

  it('folds the success codes of a step into 0 and 3010 and hands on every other', () => {
    expect(firstBootFiles([STEP], STAY).at(-1)).toEqual({
      path: 'steps/30-update-01.cmd',
      text: batchText(
        [
          '@echo off',
          'first.exe',
          'second.exe /quiet',
          'set CODE=%ERRORLEVEL%',
          'if "%CODE%" == "2359302" exit /b 0',
          'if "%CODE%" == "-5" exit /b 0',
          'if "%CODE%" == "3010" exit /b 3010',
          'exit /b %CODE%\n',
        ].join('\n'),
      ),
    });
  });

  it('changes no access list at first boot: they are given when the image is built', () => {
    for (const { text } of firstBootFiles([STEP], STAY)) expect(text).not.toMatch(/icacls/i);
  });
});
