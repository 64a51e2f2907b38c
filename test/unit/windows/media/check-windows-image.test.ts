import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { checkWindowsImage } from '../../../../src/windows/media/check-windows-image.ts';
import type { WindowsImage } from '../../../../src/windows/media/editions.ts';
import type { ExpectedWindows } from '../../../../src/windows/plan/template-wishes.ts';
import { sampleImage } from '../sample-plan.ts';

const EXPECTED: ExpectedWindows = {
  product: 'windows-server-2019',
  language: 'en-US',
  file: 't.yml',
  places: new Map([
    ['windows.product', { file: 't.yml', line: 3, column: 2 }],
    ['windows.language', { file: 't.yml', line: 4, column: 2 }],
  ]),
};

function refusal(image: Partial<WindowsImage>, expected: ExpectedWindows | undefined): UserError | undefined {
  try {
    checkWindowsImage(sampleImage(image), expected, 'x.iso');
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

describe('checkWindowsImage', () => {
  it('takes what the template says, and any server without one', () => {
    expect(refusal({}, EXPECTED)).toBeUndefined();
    expect(refusal({ installationType: 'Server Core' }, EXPECTED)).toBeUndefined();
    expect(refusal({ installationType: '', build: 1, languages: ['de-DE'] }, undefined)).toBeUndefined();
  });

  it('refuses another architecture', () => {
    const error = refusal({ architecture: 'arm64' }, undefined);
    expect(error?.code).toBe('not-windows-media');
    expect(error?.message).toContain('architecture arm64; only x64');
  });

  it.each(['Client', 'client', 'WindowsPE'])('refuses the installation type %s', (installationType) => {
    const error = refusal({ installationType }, undefined);
    expect(error?.code).toBe('not-windows-media');
    expect(error?.message).toContain(`installation type ${installationType}`);
  });

  it('refuses another product and says what the disc holds', () => {
    const error = refusal({}, { ...EXPECTED, product: 'windows-server-2022' });
    expect(error?.code).toBe('product-mismatch');
    expect(error?.message).toContain('build 17763 (Windows Server 2019)');
    expect(error?.message).toContain('t.yml says windows.product: windows-server-2022, which is build 20348');
    expect(error?.hint).toContain('write windows.product: windows-server-2019');
    expect(error?.location?.line).toBe(3);
  });

  it('refuses a build that is no product', () => {
    const error = refusal({ build: 19045 }, EXPECTED);
    expect(error?.code).toBe('product-mismatch');
    expect(error?.message).toContain('is build 19045, but');
    expect(error?.hint).toBe('Give the ISO of Windows Server 2019.');
  });

  it('refuses another language, whatever its case, and one of several is enough', () => {
    const error = refusal({ languages: ['de-DE', 'fr-FR'] }, EXPECTED);
    expect(error?.code).toBe('language-mismatch');
    expect(error?.message).toContain('is in de-DE, fr-FR, but the template t.yml says windows.language: en-US');
    expect(error?.hint).toContain('windows.language: de-DE');
    expect(error?.location?.line).toBe(4);
    expect(refusal({ languages: ['de-DE', 'EN-us'] }, EXPECTED)).toBeUndefined();
    expect(refusal({ languages: [] }, EXPECTED)).toBeUndefined();
  });
});
