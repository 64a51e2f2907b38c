import { describe, expect, it } from 'vitest';
import { applies, compareTargetOs, parseTargetOs, type WindowsTarget } from '../../../../src/drivers/inf/target-os.ts';

const server2019: WindowsTarget = {
  architecture: 'amd64',
  major: 10,
  minor: 0,
  build: 17763,
  productType: 3,
  suiteMask: 0x110,
};

describe('parseTargetOs', () => {
  it.each([
    ['NTamd64', { architecture: 'amd64', major: undefined, build: undefined }],
    [
      'ntAMD64.10.0...20124',
      { architecture: 'amd64', major: 10, minor: 0, productType: undefined, suiteMask: undefined, build: 20124 },
    ],
    ['NT.6.1', { architecture: undefined, major: 6, minor: 1 }],
    ['NTx86....0x80', { architecture: 'x86', major: undefined, productType: undefined, suiteMask: 0x80 }],
    ['NTamd64.6.0.3', { productType: 3 }],
    ['NTarm64.10.0.0x1.0x10.16299', { architecture: 'arm64', productType: 1, suiteMask: 16, build: 16299 }],
  ])('%s', (text, expected) => {
    expect(parseTargetOs(text)).toMatchObject(expected);
  });

  it.each(['', 'amd64', 'NTmips', 'NTamd64.x', 'NTamd64.10.0...1.2', 'NTamd64.10.-1'])('knows no "%s"', (text) => {
    expect(parseTargetOs(text)).toBeUndefined();
  });
});

describe('applies', () => {
  it.each([
    ['NTamd64', true],
    ['NTamd64.6.2', true],
    ['NTamd64.10.0', true],
    ['NTamd64.10.0...17763', true],
    ['NTamd64.10.0...17764', false],
    ['NTamd64.10.1', false],
    ['NTamd64.11', false],
    // The build counts only where major and minor are those of the running system.
    ['NTamd64.6.3...99999', true],
    ['NTamd64.10.0.3', true],
    ['NTamd64.10.0.1', false],
    ['NTamd64....0x110', true],
    ['NTamd64....0x80', false],
    ['NTx86', false],
    ['NTarm64.10.0', false],
    // Since Server 2003 SP1 an x64 system ignores what names no architecture.
    ['NT', false],
    ['NT.6.1', false],
  ])('%s to Server 2019 on x64: %s', (text, expected) => {
    const decoration = parseTargetOs(text);
    expect(decoration && applies(decoration, server2019)).toBe(expected);
  });

  it('takes what names no architecture on x86', () => {
    const decoration = parseTargetOs('NT.6.1');
    expect(decoration && applies(decoration, { ...server2019, architecture: 'x86' })).toBe(true);
  });
});

describe('compareTargetOs', () => {
  it.each([
    ['NTamd64.6.2', 'NTamd64'],
    ['NTamd64', 'NT'],
    ['NTx86.6.1', 'NT.6.1'],
    ['NTamd64.10.0', 'NTamd64.6.3'],
    ['NTamd64.6.10', 'NTamd64.6.9'],
    ['NTamd64.10.0...14393', 'NTamd64.10.0'],
    ['NTamd64.10.0...17763', 'NTamd64.10.0...14393'],
    ['NTamd64.6.0.3', 'NTamd64.6.0'],
    ['NTamd64.6.0.3.0x10', 'NTamd64.6.0.3'],
    // A version takes precedence over product type and suite.
    ['NTamd64.5', 'NTamd64....0x80'],
    ['NTamd64.10.0...14393', 'NTamd64.10.0.3'],
  ])('%s is more specific than %s', (a, b) => {
    const [first, second] = [parseTargetOs(a), parseTargetOs(b)];
    if (!first || !second) throw new TypeError('not a decoration');
    expect(compareTargetOs(first, second)).toBeGreaterThan(0);
    expect(compareTargetOs(second, first)).toBeLessThan(0);
    expect(compareTargetOs(first, first)).toBe(0);
  });
});
