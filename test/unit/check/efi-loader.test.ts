import { expect, it } from 'vitest';
import { efiLoaderFault } from '../../../src/check/efi-loader.ts';
import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';

const LOADER = portableExecutable('loader', 2000, SUBSYSTEM.efiApplication);
/** Where a PE file says for which processor it is: behind its signature, which stands at 0x80 there. */
const MACHINE = 0x84;

function forMachine(machine: number): string | undefined {
  const loader = Buffer.from(LOADER);
  loader.writeUInt16LE(machine, MACHINE);
  return efiLoaderFault(loader, loader.length);
}

it('has nothing to say of a whole program for x64, of which it sees the headers alone', () => {
  expect(efiLoaderFault(LOADER, LOADER.length)).toBeUndefined();
  expect(efiLoaderFault(LOADER.subarray(0, 0x400), LOADER.length + 8)).toBeUndefined();
});

it('says what a program is for that is not for x64', () => {
  expect(forMachine(0xaa64)).toBe('is for ARM64, not for x64');
  expect(forMachine(0x14c)).toBe('is for 32-bit x86, not for x64');
  expect(forMachine(0x1c4)).toBe('is for 32-bit ARM, not for x64');
  expect(forMachine(0x5064)).toBe('is for machines of type 0x5064, not for x64');
});

it('says that a file is none, or cut short', () => {
  expect(efiLoaderFault(Buffer.from('MZ loader'), 9)).toBe('is no EFI program');
  expect(efiLoaderFault(LOADER, LOADER.length - 1)).toBe(
    `is cut short: it has ${LOADER.length - 1} bytes of ${LOADER.length}`,
  );
});
