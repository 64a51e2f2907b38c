import { expect, it } from 'vitest';
import { firstLine, nameOf, openWindowsOf, readStage } from '../../../../src/bake/hyper-v/staged-boot.ts';
import type { Disk } from '../../../../src/disk/disk.ts';
import { sampleLayout } from '../../actions/sample-layout.ts';
import { hiveBytes, memoryVolume } from './memory-volume.ts';

const STAGE = 'Windows/Setup/Stillframe';
const SYSTEM = {
  Select: { Current: 1 },
  ControlSet001: {
    Services: {
      pvscsi: { Start: 0 },
      LSI_SAS: { Start: 0, StartOverride: { '0': 3 } },
      storahci: { Start: 3, StartOverride: { '0': 3 } },
    },
  },
};
const hive = { 'Windows/System32/config/SYSTEM': hiveBytes(SYSTEM) };

it('reads what waits, what is left for later, and which controllers Windows can start from', async () => {
  const stage = {
    [`${STAGE}/steps/30-update-01.cmd`]: '',
    [`${STAGE}/steps/00-a.cmd`]: '',
    [`${STAGE}/steps/notes.txt`]: '',
    [`${STAGE}/later/55-b.cmd`]: '',
    [`${STAGE}/later/50-a.cmd`]: '',
    [`${STAGE}/tell-hyper-v.cmd`]: '',
    [`${STAGE}/after-first-boot.txt`]: 'shut-down \r\nmore',
  };
  expect(await readStage(memoryVolume({ ...hive, ...stage }))).toEqual({
    after: 'shut-down',
    tellsHyperV: true,
    status: undefined,
    waits: ['00-a', '30-update-01'],
    later: ['50-a', '55-b'],
    bootServices: ['pvscsi'],
    putOff: ['lsi_sas'],
  });
});

it('counts what is done, and takes nothing for something', async () => {
  const stage = {
    [`${STAGE}/steps/00-a.cmd`]: '',
    [`${STAGE}/done/00-a`]: 'ok',
    [`${STAGE}/status.txt`]: 'failed: 00-a\r\n',
  };
  expect(await readStage(memoryVolume({ ...hive, ...stage }))).toMatchObject({
    after: undefined,
    tellsHyperV: false,
    status: 'failed: 00-a',
    waits: [],
    later: [],
  });
});

it('needs a hive and a Windows', async () => {
  await expect(readStage(memoryVolume({}))).rejects.toMatchObject({ code: 'layout-wrong' });
  const layout = { ...sampleLayout(), partitions: [] };
  await expect(openWindowsOf({ path: 'x.vhd' } as Disk, layout)).rejects.toMatchObject({
    code: 'input-invalid',
    message: 'Input image: x.vhd has no Windows volume',
  });
});

it('reads one line, and the last part of a path', async () => {
  const volume = memoryVolume({ a: ' x \r\ny' });
  expect(await firstLine(volume, 'A')).toBe('x');
  expect(await firstLine(volume, 'b')).toBeUndefined();
  expect(nameOf('a/b.c')).toBe('b.c');
  expect(nameOf('b.c')).toBe('b.c');
});
