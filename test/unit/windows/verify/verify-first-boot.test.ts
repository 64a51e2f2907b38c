import { describe, expect, it } from 'vitest';
import { firstBootFiles } from '../../../../src/windows/first-boot/first-boot-files.ts';
import type { FirstBootStep } from '../../../../src/windows/first-boot/first-boot-step.ts';
import { SETUP_COMPLETE } from '../../../../src/windows/first-boot/scripts/setup-complete.ts';
import { verifyFirstBoot } from '../../../../src/windows/verify/verify-first-boot.ts';

const PLAN = {
  afterFirstBoot: 'generalize',
  cloneUnattend: '<clone/>\n',
  bakeHost: 'vsphere',
  unattend: Buffer.from('<unattend/>'),
} as const;
const STEP: FirstBootStep = {
  id: '50-x',
  title: 'x',
  commands: ['x.exe'],
  okCodes: [],
  restartCodes: [],
  files: [],
  sxs: false,
  onVsphere: false,
};
const SETUP = 'Windows/Setup/Scripts/SetupComplete.cmd';
const ANSWERS = 'Windows/Panther/unattend.xml';

function disk(): Map<string, Buffer> {
  return new Map([
    [SETUP, Buffer.from(SETUP_COMPLETE.replaceAll('\n', '\r\n'))],
    [ANSWERS, PLAN.unattend],
    ...firstBootFiles([STEP], PLAN).map(
      ({ path, text }) => [`Windows/Setup/Stillframe/${path}`, Buffer.from(text)] as const,
    ),
  ]);
}
const verify = (files: Map<string, Buffer>) => verifyFirstBoot({ read: async (path) => files.get(path) }, PLAN, [STEP]);

describe('what Windows does at its first start', () => {
  it('is taken when it is what was planned', async () => {
    await expect(verify(disk())).resolves.toBeUndefined();
  });

  it.each([...disk().keys()])('is refused without %s, and with another', async (path) => {
    const without = disk();
    without.delete(path);
    await expect(verify(without)).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining(`the Windows volume has no ${path}`) as string,
    });
    const other = disk().set(path, Buffer.from('exit'));
    await expect(verify(other)).rejects.toThrow(`${path} is not the one that was planned`);
  });
});
