import { describe, expect, it } from 'vitest';
import { InfDocument } from '../../../../src/drivers/inf/inf-document.ts';
import { allModels, chooseModels } from '../../../../src/drivers/inf/inf-models.ts';
import { windowsServer } from '../../../../src/drivers/windows-target.ts';
import { FormatError } from '../../../../src/errors.ts';

const read = (text: string): InfDocument => new InfDocument(Buffer.from(text), 'x.inf');

/** The section that a server of that build takes, and the ids in it. */
function chosen(text: string, build: number): [string | undefined, string[]] {
  const [first] = chooseModels(read(text), windowsServer(build));
  return [first?.section, first?.models.flatMap(({ ids }) => ids.map(({ id }) => id)) ?? []];
}

const VENDOR = `[Manufacturer]
%m% = dev,NTamd64.10.0...20124,NTamd64.6.2
[dev.NTamd64.10.0...20124]
[dev.NTamd64.6.2]
%d% = Inst, PCI\\VEN_15AD&DEV_07C0
[Strings]
m = Maker
d = Device`;

describe('chooseModels', () => {
  it.each([
    [14393, 'dev.NTamd64.6.2', ['PCI\\VEN_15AD&DEV_07C0']],
    [17763, 'dev.NTamd64.6.2', ['PCI\\VEN_15AD&DEV_07C0']],
    [20123, 'dev.NTamd64.6.2', ['PCI\\VEN_15AD&DEV_07C0']],
    [20124, 'dev.NTamd64.10.0...20124', []],
    [20348, 'dev.NTamd64.10.0...20124', []],
    [26100, 'dev.NTamd64.10.0...20124', []],
  ])('build %i takes [%s], even when it is empty', (build, section, ids) => {
    expect(chosen(VENDOR, build)).toEqual([section, ids]);
  });

  it('takes the most specific whatever their order', () => {
    const text =
      '[Manufacturer]\nm = d, NTamd64, NTamd64.10.0...14393, NTamd64.6.0, NTamd64.10.0\n[d.ntamd64.10.0...14393]\nx = I, A\\B';
    expect(chosen(text, 17763)).toEqual(['d.NTamd64.10.0...14393', ['A\\B']]);
  });

  it('binds nothing when the chosen section is not there at all', () => {
    expect(chosen('[Manufacturer]\nm = d, NTamd64\n[d]\nx = I, A\\B', 17763)).toEqual(['d.NTamd64', []]);
  });

  it('takes no undecorated section on x64', () => {
    expect(chosen('[Manufacturer]\nm = d\n[d]\nx = I, A\\B', 17763)).toEqual([undefined, []]);
  });

  it('passes over decorations that it cannot read', () => {
    expect(chosen('[Manufacturer]\nm = d, NTamd64.next, NTamd64\n[d.NTamd64]\nx = I, A\\B', 17763)).toEqual([
      'd.NTamd64',
      ['A\\B'],
    ]);
  });

  it('tells the exact id from the compatible ones and writes all in capitals', () => {
    const inf = read(
      '[Manufacturer]\nm = d, NTamd64\n[d.NTamd64]\nx = I, pci\\ven_1&subsys_2, PCI\\VEN_1\ny = I,, PCI\\CC_01',
    );
    const [first] = chooseModels(inf, windowsServer(17763));
    expect(first?.models.map(({ ids }) => ids)).toEqual([
      [
        { id: 'PCI\\VEN_1&SUBSYS_2', match: 'hardware' },
        { id: 'PCI\\VEN_1', match: 'compatible' },
      ],
      [{ id: 'PCI\\CC_01', match: 'compatible' }],
    ]);
  });

  it('chooses for each manufacturer by itself', () => {
    const inf = read('[Manufacturer]\na = A, NTamd64\nb = B, NTx86\n[A.NTamd64]\nx = I, A\\1\n[B.NTx86]\ny = I, B\\1');
    expect(chooseModels(inf, windowsServer(17763)).map(({ section }) => section)).toEqual(['A.NTamd64', undefined]);
  });

  it('has nothing without a [Manufacturer] section', () => {
    expect(chooseModels(read('[Version]'), windowsServer(17763))).toEqual([]);
  });

  it('refuses a model without install section, by its line', () => {
    const inf = read('[Manufacturer]\nm = d, NTamd64\n[d.NTamd64]\nlost\n');
    expect(() => chooseModels(inf, windowsServer(17763))).toThrow(FormatError);
    expect(() => chooseModels(inf, windowsServer(17763))).toThrow('(line 4)');
  });
});

describe('allModels', () => {
  it('has the devices of every section, whatever Windows it is for', () => {
    expect(allModels(read(VENDOR)).map(({ description }) => description)).toEqual(['Device']);
  });
});

describe('a manufacturer without a key', () => {
  const TEXT = '[Manufacturer]\nDev\n[Dev]\nd = Inst, pci\\a, pci\\b\n';
  it('names its models section itself, for systems that need no decoration', () => {
    const models = [
      {
        manufacturer: 'Dev',
        description: 'd',
        installSection: 'Inst',
        ids: [
          { id: 'PCI\\A', match: 'hardware' },
          { id: 'PCI\\B', match: 'compatible' },
        ],
        undefinedIds: [],
        line: 4,
      },
    ];
    expect(allModels(read(TEXT))).toEqual(models);
    const [x86] = chooseModels(read(TEXT), { ...windowsServer(17763), architecture: 'x86' });
    expect(x86).toMatchObject({ manufacturer: 'Dev', section: 'Dev', models });
    expect(chosen(TEXT, 17763)).toEqual([undefined, []]);
  });
});
