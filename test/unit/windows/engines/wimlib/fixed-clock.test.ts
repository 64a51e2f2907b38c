import { expect, it } from 'vitest';
import { fixedClock } from '../../../../../src/windows/engines/wimlib/fixed-clock.ts';
import { recordedTools } from '../../fake-tools.ts';

it('asks faketime for its settings and stops the clock for files and waiting programs alike', async () => {
  const tools = recordedTools(() => ({ stdout: 'PATH=/bin\nLD_PRELOAD=/usr/lib/libfaketime.so.1\nX=1\n' }));
  expect(await fixedClock(new Date('2018-09-15T07:28:32.999Z'), tools)).toEqual({
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    LD_PRELOAD: '/usr/lib/libfaketime.so.1',
    FAKETIME: '2018-09-15 07:28:32',
    NO_FAKE_STAT: '1',
    DONT_FAKE_MONOTONIC: '1',
    SOURCE_DATE_EPOCH: '1536996512',
    MTOOLSRC: '/dev/null',
    MTOOLS_SKIP_CHECK: '1',
  });
  expect(tools.calls).toEqual([
    { tool: 'faketime', args: ['-f', '2018-09-15 07:28:32', 'env'], options: { env: { TZ: 'UTC' } } },
  ]);
});
