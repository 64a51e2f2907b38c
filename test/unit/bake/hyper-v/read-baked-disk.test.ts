import { expect, it } from 'vitest';
import { readBakedWindows, readLogTail } from '../../../../src/bake/hyper-v/read-baked-disk.ts';
import { CHANGED, hiveBytes, memoryVolume } from './memory-volume.ts';

const STAGE = 'Windows/Setup/Stillframe';
const software = (state?: string) => ({
  'Windows/System32/config/SOFTWARE': hiveBytes({
    Microsoft: {
      'Windows NT': { CurrentVersion: { CurrentBuild: '17763', UBR: 8027 } },
      ...(state !== undefined && { Windows: { CurrentVersion: { Setup: { State: { ImageState: state } } } } }),
    },
  }),
});

it('reads from the disk what a guest says of itself on vSphere', async () => {
  const volume = memoryVolume({
    ...software('IMAGE_STATE_COMPLETE'),
    [`${STAGE}/done/30-b`]: 'ok, restarted\r\n',
    [`${STAGE}/done/00-a`]: 'failed with 7\r\n',
    [`${STAGE}/attempts-30-b.txt`]: '2\r\n',
    [`${STAGE}/first-boot.log`]: 'one\r\n\r\ntwo \xe4\r\n',
    'unattend.xml': '',
    'Windows/Panther/Unattend/Unattend-original.XML': '',
    'Windows/Panther/setupact.log': '',
    'Windows/System32/Sysprep/unattend.xml': '',
    'Windows/unattend.xml': '',
  });
  const ended = CHANGED.toISOString();
  expect(await readBakedWindows(volume)).toEqual({
    result: {
      build: '17763.8027',
      imageState: 'IMAGE_STATE_COMPLETE',
      answerFiles: [
        'C:\\unattend.xml',
        'C:\\Windows\\Panther\\Unattend\\Unattend-original.XML',
        'C:\\Windows\\System32\\Sysprep\\unattend.xml',
      ],
      codePage: 0,
      steps: [
        { id: '00-a', result: 'failed with 7', attempts: 0, ended },
        { id: '30-b', result: 'ok, restarted', attempts: 2, ended },
      ],
    },
    tail: 'one\ntwo \u00b7',
  });
});

it('says what is not known', async () => {
  const { result, tail } = await readBakedWindows(memoryVolume(software()));
  expect(result).toMatchObject({ imageState: 'not known', answerFiles: [], steps: [] });
  expect(tail).toBe('');
  await expect(readBakedWindows(memoryVolume({}))).rejects.toMatchObject({ code: 'layout-wrong' });
});

it('quotes the last fifteen lines of the log', async () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const tail = await readLogTail(memoryVolume({ [`${STAGE}/first-boot.log`]: lines.join('\r\n') }));
  expect(tail.split('\n')).toEqual(lines.slice(5));
});
