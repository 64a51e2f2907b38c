import { describe, expect, it } from 'vitest';
import { productKeyFaults } from '../../../../src/windows/answer-file/check-product-key.ts';
import type { WindowsImage } from '../../../../src/windows/media/editions.ts';
import { sampleImage } from '../sample-plan.ts';
import { answerFile, component, SHELL, settings } from './sample-answer-file.ts';

const STANDARD_2019 = 'N69G4-B89J2-4G8F4-WWYCC-J464C';
const DATACENTER_2019 = 'WMDGN-G9PQG-XVVXX-R3X43-63DFG';
const STANDARD_2022 = 'VDYBN-27WPP-V4HQT-9VMD4-VMK7H';

function faults(key: string, image: Partial<WindowsImage> = {}, pass = 'specialize'): readonly string[] {
  const file = answerFile(settings(pass, component(SHELL, `<ProductKey>${key}</ProductKey>`)));
  return productKeyFaults(file, sampleImage(image)).map(({ what }) => what);
}

describe('productKeyFaults', () => {
  it('takes the key of the edition, with or without the desktop, in any case', () => {
    expect(faults(STANDARD_2019)).toEqual([]);
    expect(faults(STANDARD_2019.toLowerCase())).toEqual([]);
    expect(faults(STANDARD_2019, { editionId: 'ServerStandardCore' })).toEqual([]);
    expect(faults(DATACENTER_2019, { editionId: 'ServerDatacenter' })).toEqual([]);
  });

  it('refuses that of another edition or release', () => {
    expect(faults(DATACENTER_2019)).toEqual([
      'ProductKey is the volume licence key of Windows Server 2019 Datacenter, but the image is "Windows Server 2019 SERVERSTANDARD"',
    ]);
    expect(faults(STANDARD_2022)[0]).toContain('of Windows Server 2022 Standard, but');
    expect(faults(STANDARD_2019, { build: 20348 })).toHaveLength(1);
  });

  it('refuses any key on evaluation media', () => {
    expect(faults(STANDARD_2019, { editionId: 'ServerStandardEval' })[0]).toContain('evaluation media');
  });

  it.each([
    'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE',
    'N69G4-B89J2-4G8F4-WWYCC',
    `${STANDARD_2019}-X`,
    '',
    'N69G4B89J24G8F4WWYCCJ464C',
  ])('refuses what is no key: %j', (key) => {
    expect(faults(key)).toEqual(['ProductKey is not of the form XXXXX-XXXXX-XXXXX-XXXXX-XXXXX']);
  });

  it('cannot tell what a key of a customer is for', () => {
    expect(faults('BBBBB-CCCCC-DDDDD-FFFFF-GGGGG')).toEqual([]);
    expect(faults(DATACENTER_2019, { build: 99999 })).toEqual([]);
  });

  it('looks only where a key has an effect', () => {
    expect(faults(DATACENTER_2019, {}, 'windowsPE')).toEqual([]);
    const other = answerFile(
      settings('specialize', component('Microsoft-Windows-Deployment', '<ProductKey>x</ProductKey>')),
    );
    expect(productKeyFaults(other, sampleImage())).toEqual([]);
    const x86 = answerFile(settings('specialize', component(SHELL, '<ProductKey>x</ProductKey>', 'x86')));
    expect(productKeyFaults(x86, sampleImage())).toEqual([]);
  });
});
