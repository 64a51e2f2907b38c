import { describe, expect, it } from 'vitest';
import { InfDocument } from '../../../../src/drivers/inf/inf-document.ts';
import { readAddReg } from '../../../../src/drivers/inf/inf-registry.ts';
import { FormatError } from '../../../../src/errors.ts';

const values = (lines: string) => readAddReg(new InfDocument(Buffer.from(`[r]\n${lines}`), 'x.inf'), ['R']);

// "INF AddReg Directive": flags and how each type writes its data.
describe('readAddReg', () => {
  it.each([
    ['HKR,,Name,,text', { root: 'HKR', subkey: '', name: 'Name', type: 'REG_SZ', data: 'text' }],
    [
      'HKR, "Parameters\\PnpInterface", "5", 0x00010001, 1',
      { subkey: 'Parameters\\PnpInterface', name: '5', type: 'REG_DWORD', data: 1 },
    ],
    ['HKR,Parameters,BusType,%%,0x0000000A', undefined],
    ['HKR,P,BusType,0x00010001,0x0000000A', { type: 'REG_DWORD', data: 10 }],
    ['HKR,P,V,65537,4294967295', { type: 'REG_DWORD', data: 0xffff_ffff }],
    ['HKR,P,V,0x10001,-1', { type: 'REG_DWORD', data: 0xffff_ffff }],
    ['HKR,P,V,0x10001,78,56,34,12', { type: 'REG_DWORD', data: 0x1234_5678 }],
    ['HKR,P,V,0x10001', { type: 'REG_DWORD', data: 0 }],
    [
      'HKLM,\\Soft,V,0x00020000,"%%SystemRoot%%\\x"',
      { root: 'HKLM', subkey: 'Soft', type: 'REG_EXPAND_SZ', data: '%SystemRoot%\\x' },
    ],
    ['HKR,P,BusType,%FLG_ADDREG_TYPE_DWORD%,0x0A', { name: 'BusType', type: 'REG_SZ', data: '0x0A' }],
    ['HKR,,V,0x00010000,a,"b, c"', { type: 'REG_MULTI_SZ', data: ['a', 'b, c'] }],
    ['HKR,,V,1,00,0xff,A', { type: 'REG_BINARY', data: [0, 255, 10] }],
    ['HKR,,V,0x20001', { type: 'REG_NONE', data: [] }],
    ['HKR,,V,0x00010003,7', { type: 'REG_DWORD', data: 7 }],
    ['hkr,,"",,text', { root: 'HKR', name: '', data: 'text' }],
  ])('%s', (line, expected) => {
    if (expected) expect(values(line)[0]).toMatchObject(expected);
    else expect(() => values(line)).toThrow(FormatError);
  });

  it.each(['HKR,Key,,0x10', 'HKR,Key,,0x2000', 'HKR,,Old,4'])('leaves out bare keys and removals: %s', (line) => {
    expect(values(line)).toEqual([]);
  });

  it.each([
    'HKXX,,V,,a',
    'HKR,,V,what,a',
    'HKR,,V,%a%b,a',
    'HKR,,V,0x10001,ten',
    'HKR,,V,1,256',
    'HKR,,V,0x380001,1',
    'key = HKR',
  ])('refuses %s', (line) => {
    expect(() => values(line)).toThrow(FormatError);
    expect(() => values(line)).toThrow('(line 2)');
  });
});
