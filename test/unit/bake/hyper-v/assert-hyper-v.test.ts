import { expect, it } from 'vitest';
import { assertHyperV } from '../../../../src/bake/hyper-v/assert-hyper-v.ts';
import { recordedTools } from '../../windows/fake-tools.ts';

const GOOD = { allowed: true, module: true, service: 'Running', switches: 1 };
const tools = (changes: object) => recordedTools(() => ({ stdout: JSON.stringify({ ...GOOD, ...changes }) }));

it('takes a machine that has all of it, and asks for the switch that is wanted', async () => {
  const asked = tools({});
  await assertHyperV('Lab ß', asked, 'win32');
  expect(JSON.parse(String(asked.calls[0]?.options.input))).toEqual({ switch: 'Lab ß' });
  const without = tools({ switches: 0 });
  await assertHyperV(undefined, without, 'win32');
  expect(JSON.parse(String(without.calls[0]?.options.input))).toEqual({ switch: '' });
});

it('asks nothing where there is no Windows', async () => {
  const asked = tools({});
  await expect(assertHyperV(undefined, asked, 'linux')).rejects.toMatchObject({
    code: 'hyper-v-missing',
    message: expect.stringContaining('it runs no Windows') as string,
  });
  expect(asked.calls).toEqual([]);
});

it.each([
  [{ module: false, service: '', allowed: false }, 'hyper-v-missing', 'its PowerShell module is not there'],
  [{ service: '', allowed: false }, 'hyper-v-missing', 'there is no service vmms'],
  [{ service: 'Stopped' }, 'hyper-v-missing', 'its service vmms is Stopped'],
  [{ allowed: false }, 'not-elevated', 'nor one of Hyper-V Administrators'],
  [{ switches: 0 }, 'input-invalid', 'Hyper-V has no switch "Lab"'],
  [{ switches: 2 }, 'input-invalid', 'Hyper-V has 2 switches "Lab"'],
])('refuses %j', async (changes, code, words) => {
  await expect(assertHyperV('Lab', tools(changes), 'win32')).rejects.toMatchObject({
    code,
    message: expect.stringContaining(words) as string,
  });
});

it('says how to install what is missing, and how to start what is stopped', async () => {
  const hint = (changes: object): Promise<string> =>
    assertHyperV(undefined, tools(changes), 'win32').then(
      () => '',
      (error: unknown) => (error as { hint: string }).hint,
    );
  expect(await hint({ module: false })).toContain('-IncludeManagementTools');
  expect(await hint({ service: '' })).toContain('Install-WindowsFeature -Name Hyper-V');
  expect(await hint({ service: 'Paused' })).toContain('Start-Service vmms');
});
