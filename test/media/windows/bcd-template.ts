/** BCD-Template: the store bcdboot starts from; objects without any device, to be completed for a disk. */

import type { KeyNotation } from '../registry/registry-key.ts';

const INHERIT = '14000006';

function object(type: number, elements: Readonly<Record<string, string | readonly string[] | Buffer>>): KeyNotation {
  return {
    Description: { Type: type },
    Elements: Object.fromEntries(Object.entries(elements).map(([id, value]) => [id, { Element: value }])),
  };
}

export function bcdTemplate(): KeyNotation {
  return {
    Description: { KeyName: 'BCD00000000', System: 1, TreatAsSystem: 1 },
    Objects: {
      '{0ce4991b-e6b3-4b16-b23c-5e0d9250e5d9}': object(0x20100000, { '16000020': Buffer.from([0]) }),
      '{1afa9c49-16ab-4a5c-901b-212802da9460}': object(0x20200004, {
        [INHERIT]: ['{7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e}'],
      }),
      '{4636856e-540f-4170-a130-a84776f4c654}': object(0x20100000, { '15000011': integer(4n) }),
      '{5189b25c-5558-4bf2-bca4-289b11bd29e2}': object(0x20100000, {}),
      '{6efb52bf-1766-41db-a6b3-0ee5eff72bd7}': object(0x20200003, {
        [INHERIT]: ['{7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e}', '{7ff607e0-4395-11db-b0de-0800200c9a66}'],
      }),
      '{7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e}': object(0x20100000, {
        [INHERIT]: [
          '{4636856e-540f-4170-a130-a84776f4c654}',
          '{0ce4991b-e6b3-4b16-b23c-5e0d9250e5d9}',
          '{5189b25c-5558-4bf2-bca4-289b11bd29e2}',
        ],
      }),
      '{7ff607e0-4395-11db-b0de-0800200c9a66}': object(0x20200003, {
        '250000f3': integer(0n),
        '250000f4': integer(1n),
        '250000f5': integer(115200n),
      }),
      '{9dea862c-5cdd-4e70-acc1-f32b344d4795}': object(0x10100002, {
        '12000002': '\\EFI\\Microsoft\\Boot\\bootmgfw.efi',
        '12000004': 'Windows Boot Manager',
        [INHERIT]: ['{7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e}'],
        '25000004': integer(30n),
      }),
      // What bcdboot makes the loader of a Windows on EFI from, and its resume object.
      '{0c334284-9a41-4de1-99b3-a7e87e8ff07e}': object(0x10200004, {
        '12000002': '\\Windows\\system32\\winresume.efi',
        '12000004': 'Windows Resume Application',
        [INHERIT]: ['{1afa9c49-16ab-4a5c-901b-212802da9460}'],
      }),
      '{a1943bbc-ea85-487c-97c7-c9ede908a38a}': object(0x10200003, {
        '12000002': '\\Windows\\system32\\winload.exe',
        '12000004': 'Windows Server',
        [INHERIT]: ['{6efb52bf-1766-41db-a6b3-0ee5eff72bd7}'],
        '25000020': integer(0n),
      }),
      '{b012b84d-c47c-4ed5-b722-c0c42163e569}': object(0x10200003, {
        '12000002': '\\Windows\\system32\\winload.efi',
        '12000004': 'Windows Server',
        [INHERIT]: ['{6efb52bf-1766-41db-a6b3-0ee5eff72bd7}'],
        '22000002': '\\Windows',
        '25000020': integer(1n),
        '250000c2': integer(1n),
      }),
      '{b2721d73-1db4-4c62-bf78-c548a880142d}': object(0x10200005, {
        '12000002': '\\EFI\\Microsoft\\Boot\\memtest.efi',
        '12000004': 'Windows Memory Diagnostic',
        [INHERIT]: ['{7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e}'],
      }),
    },
  };
}

function integer(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}
