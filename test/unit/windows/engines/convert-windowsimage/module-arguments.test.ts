import { describe, expect, it } from 'vitest';
import {
  type ModuleWish,
  moduleCall,
  readsEsd,
} from '../../../../../src/windows/engines/convert-windowsimage/module-arguments.ts';

const COMMON = [
  'SourcePath',
  'Edition',
  'VHDPath',
  'VHDFormat',
  'SizeBytes',
  'BCDinVHD',
  'RemoteDesktopEnable',
  'Feature',
  'Package',
  'Driver',
];
/** The gallery's 10.0, its older form, and that of x0nn. */
const GALLERY = [...COMMON, 'VhdType', 'DiskLayout', 'WorkingDirectory', 'TempDirectory'];
const OLD = [...COMMON, 'VHDType', 'VHDPartitionStyle', 'WorkingDirectory'];
const X0NN = [...COMMON, 'IsFixed', 'DiskLayout', 'WorkingDirectory', 'TempDirectory'];

const WISH: ModuleWish = {
  source: 'D:\\ws2019.iso',
  index: 2,
  vhd: 'E:\\größe\\x.vhd',
  size: 40 * 2 ** 30,
  format: 'vhd',
  type: 'fixed',
  features: ['TelnetClient', 'NetFx3'],
  packages: ['P:\\ssu.cab', 'P:\\lcu.cab'],
  drivers: ['P:\\driver-1'],
  temp: 'T:\\',
};
const SAME = {
  SourcePath: 'D:\\ws2019.iso',
  Edition: '2',
  VHDPath: 'E:\\größe\\x.vhd',
  VHDFormat: 'VHD',
  SizeBytes: 42949672960,
  BCDinVHD: 'VirtualMachine',
  Feature: ['TelnetClient', 'NetFx3'],
  Package: ['P:\\ssu.cab', 'P:\\lcu.cab'],
  Driver: ['P:\\driver-1'],
};

describe('moduleCall', () => {
  it.each([
    ['the gallery', GALLERY, { DiskLayout: 'UEFI', VhdType: 'Fixed', TempDirectory: 'T:\\' }, []],
    ['an older one', OLD, { VHDPartitionStyle: 'GPT', VHDType: 'Fixed' }, []],
    ['x0nn', X0NN, { DiskLayout: 'UEFI', TempDirectory: 'T:\\' }, ['IsFixed']],
  ])('speaks the language of %s', (_, parameters, own, switches) => {
    expect(moduleCall(WISH, parameters)).toEqual({
      arguments: { ...SAME, ...own },
      switches,
    });
  });

  it('asks for nothing that is not wished', () => {
    const bare = { ...WISH, type: 'dynamic', features: [], packages: [], drivers: [] } as const;
    const { Feature, Package, Driver, ...rest } = SAME;
    expect([Feature, Package, Driver]).toHaveLength(3);
    expect(moduleCall(bare, X0NN)).toEqual({
      arguments: { ...rest, DiskLayout: 'UEFI', TempDirectory: 'T:\\' },
      switches: [],
    });
    expect(moduleCall(bare, GALLERY).arguments.VhdType).toBe('Dynamic');
    expect(moduleCall({ ...WISH, format: 'vhdx' }, GALLERY).arguments.VHDFormat).toBe('VHDX');
  });

  it.each([
    ['IsFixed', X0NN, 'IsFixed or VHDType'],
    ['DiskLayout', X0NN, 'VHDPartitionStyle or DiskLayout'],
    ['Feature', GALLERY, 'Feature'],
    ['SourcePath', GALLERY, 'SourcePath'],
  ])('refuses a variant without %s, where it is needed', (missing, parameters, words) => {
    expect(() =>
      moduleCall(
        WISH,
        parameters.filter((name) => name !== missing),
      ),
    ).toThrow(
      expect.objectContaining({
        code: 'tool-too-old',
        message: expect.stringContaining(`no parameter ${words}`) as string,
      }),
    );
  });

  it('knows a parameter in any case', () => {
    const call = moduleCall(
      WISH,
      GALLERY.map((name) => name.toLowerCase()),
    );
    expect(call.arguments.sourcepath).toBe('D:\\ws2019.iso');
  });
});

it('readsEsd: all but the gallery, whose parameter it is told by in any case', () => {
  expect(readsEsd(X0NN)).toBe(true);
  expect([readsEsd(GALLERY), readsEsd(OLD), readsEsd(['vhdtype'])]).toEqual([false, false, false]);
});
