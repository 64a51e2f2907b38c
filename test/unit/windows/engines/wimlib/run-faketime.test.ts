import { expect, it } from 'vitest';
import { runFaketime } from '../../../../../src/windows/engines/wimlib/run-faketime.ts';
import { recordedTools } from '../../fake-tools.ts';

const ARGS = ['-f', '2018-09-15 07:28:32', 'mkntfs'];
const TAKEN =
  'faketime: sem_open: File exists\nThe faketime wrapper only works on platforms that support the sem_open()';

/** A faketime that is refused so many times before it starts its program. */
const refused = (times: number, stderr: string) => {
  let left = times;
  return recordedTools(() => (left-- > 0 ? { exitCode: 1, stderr } : { stdout: 'done' }));
};

it.each([TAKEN, 'faketime: shm_open: File exists'])(
  'starts it again where a killed one had its number: %s',
  async (said) => {
    const tools = refused(4, said);
    expect(await runFaketime(tools, ARGS, { env: { TZ: 'UTC' } })).toMatchObject({ stdout: 'done' });
    expect(tools.calls).toEqual(Array(5).fill({ tool: 'faketime', args: ARGS, options: { env: { TZ: 'UTC' } } }));
  },
);

it('gives up in the end', async () => {
  const tools = refused(5, TAKEN);
  await expect(runFaketime(tools, ARGS, {})).rejects.toMatchObject({ tool: 'faketime', exitCode: 1 });
  expect(tools.calls).toHaveLength(5);
});

it('takes no failure of the program for one of its own', async () => {
  const tools = refused(1, 'mkntfs: no space left');
  await expect(runFaketime(tools, ARGS, {})).rejects.toMatchObject({ tail: 'mkntfs: no space left' });
  expect(tools.calls).toHaveLength(1);
});

it('takes nothing for that but what the program itself has said', async () => {
  const odd = Object.assign(new Error('x'), { tail: 'sem_open: File exists' });
  let tries = 0;
  const tools = {
    run: () => {
      tries += 1;
      return Promise.reject(odd);
    },
  };
  await expect(runFaketime(tools, [], {})).rejects.toBe(odd);
  expect(tries).toBe(1);
});
