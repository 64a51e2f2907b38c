import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNamed } from '../../../src/files/open-named.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-named-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('is an open file like any other', async () => {
  const path = join(folder, 'a');
  const file = await openNamed(path, 'w+', 0o600);
  expect(await file.write(Buffer.from('abcdef'), 1, 3, 0)).toMatchObject({ bytesWritten: 3 });
  await file.appendFile('x');
  await file.writev([Buffer.from('y'), Buffer.from('z')]);
  await file.sync();
  await file.truncate(2);
  expect((await file.stat()).mode & 0o777).toBe(0o600);
  await file.close();
  expect(await readFile(path, 'utf8')).toBe('xy');
  await expect(openNamed(join(folder, 'no/such'), 'w')).rejects.toMatchObject({ code: 'ENOENT' });
});

// Every write to that device finds the disk full (full(4)).
describe.runIf(process.platform === 'linux')('a full disk', () => {
  it('is told with the file that found it', async () => {
    const file = await openNamed('/dev/full', 'w');
    const full = { code: 'ENOSPC', syscall: 'write', path: '/dev/full' };
    await expect(file.write(Buffer.from('x'), 0, 1, 0)).rejects.toMatchObject(full);
    await expect(file.writeFile('x')).rejects.toMatchObject(full);
    await expect(file.appendFile('x')).rejects.toMatchObject(full);
    await expect(file.writev([Buffer.from('x')])).rejects.toMatchObject({ code: 'ENOSPC', path: '/dev/full' });
    await file.close();
  });

  it('is told by a stream into the file too', async () => {
    const file = await openNamed('/dev/full', 'w');
    await expect(pipeline([Buffer.from('x')], file.createWriteStream())).rejects.toMatchObject({
      code: 'ENOSPC',
      path: '/dev/full',
    });
  });
});
