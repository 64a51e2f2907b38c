import { describe, expect, it } from 'vitest';
import { embeddedSignature } from '../../../src/pe/embedded-signature.ts';
import { portableExecutable, SUBSYSTEM } from '../../media/portable-executable.ts';
import { certificateEntry, signedDriver, withCertificates } from './sample-program.ts';

const PROGRAM = portableExecutable('x', 1000, SUBSYSTEM.native);
const SIGNED_DATA = Buffer.from('300f06092a864886f70d010702a0023000', 'hex');
/** The same with a length of three bytes, as real signatures of some kilobytes have it. */
const LONG = Buffer.concat([Buffer.from('30820fff06092a864886f70d010702', 'hex'), Buffer.alloc(4100)]);

describe('embeddedSignature', () => {
  it('is the content of the entry, without header and padding', () => {
    expect(embeddedSignature(withCertificates(PROGRAM, certificateEntry(SIGNED_DATA)))).toEqual(SIGNED_DATA);
    expect(embeddedSignature(withCertificates(PROGRAM, certificateEntry(LONG)))).toEqual(LONG);
    expect(embeddedSignature(signedDriver())).toBeDefined();
  });

  it('is the first of its kind where there are several entries', () => {
    const other = certificateEntry(Buffer.from('an X.509 certificate'), { type: 1 });
    const old = certificateEntry(SIGNED_DATA, { revision: 0x0100 });
    const program = withCertificates(PROGRAM, other, old, certificateEntry(SIGNED_DATA), certificateEntry(LONG));
    expect(embeddedSignature(program)).toEqual(SIGNED_DATA);
    expect(embeddedSignature(withCertificates(PROGRAM, other, old))).toBeUndefined();
  });

  it.each([
    ['an unsigned program', PROGRAM],
    ['no program', Buffer.from('MZ test driver')],
    ['text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['a catalog of digests only', withCertificates(PROGRAM, certificateEntry(Buffer.from('3003020101', 'hex')))],
    [
      'the type elsewhere',
      withCertificates(PROGRAM, certificateEntry(Buffer.concat([Buffer.alloc(9, 0x30), SIGNED_DATA]))),
    ],
    [
      'no SEQUENCE',
      withCertificates(PROGRAM, certificateEntry(Buffer.from('310f06092a864886f70d010702a0023000', 'hex'))),
    ],
    ['no header of the SEQUENCE', withCertificates(PROGRAM, certificateEntry(SIGNED_DATA.subarray(1)))],
  ])('there is none in %s', (_what, program) => {
    expect(embeddedSignature(program)).toBeUndefined();
  });

  it('is none where the table or an entry of it reaches beyond its end', () => {
    const signed = withCertificates(PROGRAM, certificateEntry(SIGNED_DATA));
    expect(embeddedSignature(signed.subarray(0, signed.length - 1))).toBeUndefined();
    const long = Buffer.from(signed);
    long.writeUInt32LE(33, PROGRAM.length);
    expect(embeddedSignature(long)).toBeUndefined();
    const short = Buffer.from(signed);
    short.writeUInt32LE(7, PROGRAM.length);
    expect(embeddedSignature(short)).toBeUndefined();
    const zero = Buffer.from(signed);
    zero.writeUInt32LE(0, PROGRAM.length);
    expect(embeddedSignature(zero)).toBeUndefined();
  });
});
