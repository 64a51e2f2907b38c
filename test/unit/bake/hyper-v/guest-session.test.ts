import { expect, it } from 'vitest';
import { runInGuest } from '../../../../src/bake/hyper-v/guest-session.ts';
import { recordedTools } from '../../windows/fake-tools.ts';

const ACCOUNT = { username: 'Administrator', password: 'p "ß' };
const SCRIPT = { name: 'join ö domain.ps1', content: Buffer.from('exit 0'), sha256: '' };
const run = (answer: object, tools = recordedTools(() => ({ stdout: JSON.stringify(answer) }))) =>
  runInGuest('i-1', ACCOUNT, SCRIPT, 5000, tools);

it('hands a script in with its account over standard input, and no longer than its time', async () => {
  const tools = recordedTools(() => ({ stdout: '{"entered":true,"why":"","code":0,"output":""}' }));
  await run({}, tools);
  const [call] = tools.calls;
  expect(JSON.parse(String(call?.options.input))).toEqual({
    id: 'i-1',
    ...ACCOUNT,
    name: 'join___domain.ps1',
    content: SCRIPT.content.toString('base64'),
    tail: 3000,
  });
  expect(call?.options.timeLimit).toBe(5000);
  expect(call?.args.join(' ')).not.toContain(ACCOUNT.password);
});

it('tells an account that is refused from a script that fails', async () => {
  await expect(run({ entered: false, why: 'The credential is invalid.\r\nx', code: 0 })).rejects.toMatchObject({
    code: 'bake-failed',
    message: expect.stringMatching(
      /does not let Administrator in by PowerShell Direct: The credential is invalid\.$/,
    ) as string,
    hint: expect.stringContaining('guest-password') as string,
  });
  await expect(run({ entered: false })).rejects.toThrow('it does not say why');
  const output = Buffer.from('line\r\nlast ö line').toString('base64');
  await expect(run({ entered: true, code: 3, output })).rejects.toMatchObject({
    code: 'bake-failed',
    message:
      'The script join ö domain.ps1 failed in the guest: it ended with 3. The end of its output:\nline\nlast  line',
  });
});

it('takes no answer without a code for success', async () => {
  await expect(run({ entered: true, output: '' })).rejects.toThrow('it ended with undefined');
});
