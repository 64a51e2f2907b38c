/** Programs for tests: headers as the linker writes them, with what is asked for. */

import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';

const CERTIFICATE_DIRECTORY = 0x80 + 24 + 112 + 4 * 8;

/** An entry of the attribute certificate table, padded as the format wants. */
export function certificateEntry(content: Buffer, { revision = 0x0200, type = 2 } = {}): Buffer {
  const entry = Buffer.alloc((8 + content.length + 7) & ~7);
  entry.writeUInt32LE(8 + content.length, 0);
  entry.writeUInt16LE(revision, 4);
  entry.writeUInt16LE(type, 6);
  content.copy(entry, 8);
  return entry;
}

/** The program with entries of a certificate table behind it. */
export function withCertificates(program: Buffer, ...entries: readonly Buffer[]): Buffer {
  const table = Buffer.concat(entries);
  const padding = Buffer.alloc(-program.length & 7);
  const signed = Buffer.concat([program, padding, table]);
  signed.writeUInt32LE(program.length + padding.length, CERTIFICATE_DIRECTORY);
  signed.writeUInt32LE(table.length, CERTIFICATE_DIRECTORY + 4);
  return signed;
}

/** A driver with a signature of no one: as much of SignedData as tells it from something else. */
export function signedDriver(seed = 'driver'): Buffer {
  return withCertificates(
    portableExecutable(seed, 2000, SUBSYSTEM.native),
    certificateEntry(Buffer.from('301106092a864886f70d010702a0043002 0500'.replace(' ', ''), 'hex')),
  );
}
