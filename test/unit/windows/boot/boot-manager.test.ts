import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bootManagerFindings, readBootManager } from '../../../../src/windows/boot/boot-manager.ts';
import { portableExecutable, SUBSYSTEM } from '../../../media/portable-executable.ts';
import { programWithResource } from '../../pe/resource-program.ts';
import { certificateEntry, signedDriver, withCertificates } from '../../pe/sample-program.ts';

const signature = (year: number): Buffer =>
  readFileSync(new URL(`../../../fixtures/pe/signature-${year}.der`, import.meta.url));
const NAME = 'BOOTMGRSECURITYVERSIONNUMBER';
const withSvn = (data: Buffer): Buffer => programWithResource({ type: 10, name: NAME, data });
const signed = (program: Buffer, year: number): Buffer => withCertificates(program, certificateEntry(signature(year)));

describe('readBootManager', () => {
  it('tells signer, authority, its year and the security version', () => {
    expect(readBootManager(signed(withSvn(Buffer.from([3, 0, 7, 0])), 2023))).toEqual({
      signer: 'Sample Windows',
      issuer: 'Sample UEFI CA 2023',
      year: 2023,
      svn: '7.3',
    });
    expect(readBootManager(signed(portableExecutable('x', 100, SUBSYSTEM.native), 2011))).toEqual({
      signer: 'Sample Windows',
      issuer: 'Sample Windows Production PCA 2011',
      year: 2011,
      svn: undefined,
    });
  });

  it.each([
    ['an unsigned program', withSvn(Buffer.from([0, 0, 2, 1, 9])), '258.0'],
    ['a signature that cannot be read', signedDriver(), undefined],
    ['a version that is too short', withSvn(Buffer.from([1, 0, 7])), undefined],
    ['no program', Buffer.alloc(0), undefined],
  ])('tells nothing of the signer of %s', (_what, program, svn) => {
    expect(readBootManager(program)).toEqual({ signer: undefined, issuer: undefined, year: undefined, svn });
  });
});

describe('bootManagerFindings', () => {
  const manager = { signer: 'Microsoft Windows', issuer: 'X 2011', year: 2011, svn: '3.0' };
  const shown = (changes: Partial<typeof manager>) =>
    bootManagerFindings({ ...manager, ...changes }).map(({ code, severity, seen }) => `${severity} ${code}: ${seen}`);

  it('name signer, authority and security version', () => {
    expect(shown({})).toEqual([
      'info boot-manager-signer: The boot manager of the image is signed by Microsoft Windows, certified by X 2011; security version 3.0.',
    ]);
    expect(shown({ year: 2022 })[0]).toContain('info boot-manager-signer');
    expect(bootManagerFindings({ ...manager, year: undefined, svn: undefined, signer: undefined })[0]).toMatchObject({
      code: 'boot-manager-signer',
      seen: 'The boot manager of the image is signed by an unnamed certificate, certified by X 2011; it has no security version.',
    });
  });

  it('warn of an authority that older firmware variables do not know', () => {
    expect(shown({ issuer: 'Windows UEFI CA 2023', year: 2023 })).toEqual([
      'warning boot-manager-2023: The boot manager of the image is signed by Microsoft Windows, certified by Windows UEFI CA 2023; security version 3.0.',
    ]);
    expect(bootManagerFindings({ ...manager, year: 2024 })[0]?.remedy).toContain('ESXi 8.0.2');
  });

  it('warn of one without a signature', () => {
    const none = { signer: undefined, issuer: undefined, year: undefined, svn: undefined };
    expect(bootManagerFindings(none)).toMatchObject([{ code: 'boot-manager-unsigned', severity: 'warning' }]);
    expect(bootManagerFindings(none)[0]?.seen).toContain('it has no security version');
  });
});
