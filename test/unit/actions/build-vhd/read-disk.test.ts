import { describe, expect, it } from 'vitest';
import { DISK_INPUTS, readDisk } from '../../../../actions/build-vhd/read-disk.ts';
import { prepareInputs } from '../prepare-inputs.ts';
import { sampleTemplate } from '../sample-template.ts';

const MIB = 2 ** 20;

/** Sizes in MiB, and what of Recovery. */
async function shape(given: Readonly<Record<string, string>>, engine: Parameters<typeof readDisk>[1] = 'dism') {
  const action = {
    INPUTS: DISK_INPUTS,
    prepare: (reading: Parameters<typeof readDisk>[0]) => readDisk(reading, engine),
  };
  const { esp, msr, recovery } = await prepareInputs(action, given);
  return [esp / MIB, msr / MIB, recovery];
}

/** With ESP 300 MiB and MSR 32 MiB unless `text` says otherwise. */
const template = (text = 'esp: 300 MiB, msr: 32 MiB, recovery: none') =>
  sampleTemplate((all) => all.replace('esp: 300 MiB, msr: 32 MiB, recovery: none', text));

describe('the partitions', () => {
  it('are those of the layout, or our own', async () => {
    expect(await shape({})).toEqual([260, 16, 'none']);
    expect(await shape({ layout: 'convert-windowsimage' })).toEqual([200, 128, 'none']);
    expect(await shape({ layout: 'cloudbase' })).toEqual([200, 128, 'none']);
    expect(await shape({ layout: 'microsoft' })).toEqual([200, 16, 'last']);
    expect(await shape({ template: await template('layout: microsoft') })).toEqual([200, 16, 'last']);
  });

  it('are as they are given one by one, before any layout', async () => {
    expect(await shape({ recovery: 'last' })).toEqual([260, 16, 'last']);
    expect(await shape({ layout: 'microsoft', esp: '100 MiB', recovery: 'none' })).toEqual([100, 16, 'none']);
    expect(await shape({ layout: 'microsoft', msr: '32 MiB' })).toEqual([200, 32, 'last']);
    expect(await shape({ template: await template() })).toEqual([300, 32, 'none']);
    expect(await shape({ template: await template('layout: microsoft, recovery: none') })).toEqual([200, 16, 'none']);
  });

  it('follow the layout that the step names, not the template, unless the step names them too', async () => {
    expect(await shape({ template: await template(), layout: 'microsoft' })).toEqual([200, 16, 'last']);
    expect(await shape({ template: await template(), layout: 'cloudbase', esp: '99 MiB' })).toEqual([99, 128, 'none']);
  });

  it.each([
    [{ layout: 'microsoft' }, 'Input layout: "microsoft"'],
    [{ layout: 'cloudbase' }, 'Input layout: "cloudbase"'],
    [{ recovery: 'last' }, 'Input recovery: "last"'],
  ])('of the module are its own: %j', async (given, message) => {
    await expect(shape(given, 'convert-windowsimage')).rejects.toMatchObject({
      message: expect.stringContaining(message) as string,
      hint: expect.stringContaining('take another engine') as string,
    });
    expect(await shape({ layout: 'convert-windowsimage' }, 'convert-windowsimage')).toEqual([200, 128, 'none']);
  });
});

describe('the format vmdk', () => {
  const diskOf = (given: Readonly<Record<string, string>>, engine: Parameters<typeof readDisk>[1]) =>
    prepareInputs(
      { INPUTS: DISK_INPUTS, prepare: (reading: Parameters<typeof readDisk>[0]) => readDisk(reading, engine) },
      given,
    );

  it('is for the engine wimlib', async () => {
    expect(await diskOf({ format: 'vmdk' }, 'wimlib')).toMatchObject({ format: 'vmdk', type: 'dynamic' });
    for (const engine of ['dism', 'convert-windowsimage'] as const) {
      await expect(diskOf({ format: 'vmdk' }, engine)).rejects.toMatchObject({
        message: expect.stringContaining('Input format: "vmdk"') as string,
        hint: expect.stringContaining('write vhd or vhdx') as string,
      });
    }
  });

  it('has no type', async () => {
    await expect(diskOf({ format: 'vmdk', type: 'fixed' }, 'wimlib')).rejects.toMatchObject({
      message: expect.stringContaining('Input type: "fixed"') as string,
      hint: expect.stringContaining('Leave it out') as string,
    });
    expect(await diskOf({ format: 'vhd', type: 'fixed' }, 'wimlib')).toMatchObject({ type: 'fixed' });
  });
});
