import { expect, it } from 'vitest';
import { verifyAnswerFile } from '../../../../src/windows/verify/verify-answer-file.ts';
import { encodeHive } from '../../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../../media/registry/registry-key.ts';

const SYSTEM = 'Windows/System32/config/SYSTEM';

/** A volume with these files and that key in its hive SYSTEM. */
function volume(files: readonly string[], setup: KeyNotation = {}) {
  const system = encodeHive(registryKey('ROOT', { Setup: setup }), 'SYSTEM', 0n, Buffer.alloc(48));
  return {
    place: 'x.vhd',
    read: async (path: string) => (path === SYSTEM ? system : files.includes(path) ? Buffer.from('<x/>') : undefined),
    names: async () => [],
  };
}

it('is content where no other answer file is in the image', async () => {
  await verifyAnswerFile(volume(['Windows/Panther/unattend.xml', 'Windows/System32/Sysprep/unattend.xml']));
  await verifyAnswerFile(volume([], { UnattendFile: '' }));
});

it.each([
  ['Windows/Panther/Unattend/Unattend.xml', 'C:\\Windows\\Panther\\Unattend\\Unattend.xml'],
  ['Windows/Panther/Unattend/Autounattend.xml', 'C:\\Windows\\Panther\\Unattend\\Autounattend.xml'],
  ['Windows/Panther/Autounattend.xml', 'C:\\Windows\\Panther\\Autounattend.xml'],
])('refuses an image with %s', async (path, name) => {
  await expect(verifyAnswerFile(volume([path]))).rejects.toMatchObject({
    code: 'not-windows-media',
    message: `The image brings an answer file of its own, ${name}, which Windows takes before that of this build`,
  });
});

it('refuses an image whose registry names one', async () => {
  await expect(verifyAnswerFile(volume([], { UnattendFile: 'C:\\own.xml' }))).rejects.toThrow(
    'C:\\own.xml (HKLM\\SYSTEM\\Setup UnattendFile)',
  );
});
