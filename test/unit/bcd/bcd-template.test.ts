import { describe, expect, it } from 'vitest';
import { readLoaderTemplate } from '../../../src/bcd/bcd-template.ts';
import { Hive } from '../../../src/registry/hive.ts';
import { encodeHive } from '../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../media/registry/registry-key.ts';
import { bcdTemplate } from '../../media/windows/bcd-template.ts';

function template(notation: KeyNotation): Hive {
  return new Hive(encodeHive(registryKey('NewStoreRoot', notation), 'BCD', 0n, Buffer.alloc(48)), 'BCD-Template');
}

const integer = (value: number): Buffer => Buffer.from([value, 0, 0, 0, 0, 0, 0, 0]);

function loader(path: string, elements: Readonly<Record<string, string | Buffer>>, type = 0x10200003): KeyNotation {
  const all = Object.entries({ '12000002': path, ...elements });
  return { Description: { Type: type }, Elements: Object.fromEntries(all.map(([id, Element]) => [id, { Element }])) };
}

describe('readLoaderTemplate', () => {
  it('reads what Windows makes the loader of an EFI machine from', () => {
    expect(readLoaderTemplate(template(bcdTemplate()))).toEqual({
      description: 'Windows Server',
      nxPolicy: 1n,
      bootMenuPolicy: 1n,
    });
  });

  it('takes the well-known object before any other', () => {
    const hive = template({
      Objects: {
        '{a}': loader('\\Windows\\system32\\winload.efi', { '25000020': integer(3) }),
        '{B012B84D-C47C-4ED5-B722-C0C42163E569}': loader('\\x', { '25000020': integer(2), '12000004': 'Server' }),
      },
    });
    expect(readLoaderTemplate(hive)).toEqual({ description: 'Server', nxPolicy: 2n, bootMenuPolicy: undefined });
  });

  it('takes else a loader by its program, and no other kind of object', () => {
    const hive = template({
      Objects: {
        '{a}': loader('\\Windows\\system32\\winload.exe', { '25000020': integer(3) }),
        '{b}': loader('\\Windows\\system32\\winload.efi', { '25000020': integer(2) }, 0x10200004),
        '{b1}': loader('\\Windows\\system32\\winload.efi.bak', { '25000020': integer(1) }),
        '{c}': loader('\\Windows\\System32\\WINLOAD.EFI', { '250000c2': integer(0), '12000004': '' }),
      },
    });
    expect(readLoaderTemplate(hive)).toEqual({ description: undefined, nxPolicy: undefined, bootMenuPolicy: 0n });
  });

  it.each<[string, KeyNotation]>([
    ['no objects', {}],
    ['no loader for EFI', { Objects: { '{a}': loader('\\Windows\\system32\\winload.exe', {}), '{b}': {} } }],
  ])('says nothing of a template with %s', (_what, notation) => {
    expect(readLoaderTemplate(template(notation))).toBeUndefined();
  });
});
