import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { aliasOf, chooseEdition, type WindowsImage } from '../../../../src/windows/media/editions.ts';

function image(
  index: number,
  editionId: string,
  installationType: string,
  changes: Partial<WindowsImage> = {},
): WindowsImage {
  const name = `Windows Server 2019 ${editionId.toUpperCase()}`;
  return {
    index,
    name,
    displayName: `Shown ${index}`,
    editionId,
    installationType,
    architecture: 'amd64',
    version: '10.0.17763.107',
    build: 17763,
    language: 'en-US',
    languages: ['en-US'],
    size: 1,
    fileCount: 1,
    modified: new Date(0),
    ...changes,
  };
}

const IMAGES = [
  image(1, 'ServerStandard', 'Server Core', { name: 'Windows Server 2019 SERVERSTANDARDCORE' }),
  image(2, 'ServerStandard', 'Server'),
  image(3, 'ServerDatacenter', 'Server Core', { name: 'Windows Server 2019 SERVERDATACENTERCORE' }),
  image(4, 'ServerDatacenter', 'Server'),
];

function refusal(images: readonly WindowsImage[], wanted: string): UserError {
  try {
    chooseEdition(images, wanted, 'x.iso');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('chooseEdition', () => {
  it.each([
    ['standard-core', 1],
    ['standard-desktop', 2],
    ['Datacenter-Core', 3],
    ['datacenter-desktop', 4],
    ['3', 3],
    ['windows server 2019 serverstandard', 2],
    ['shown 4', 4],
  ])('%s is image %i', (wanted, index) => {
    expect(chooseEdition(IMAGES, wanted, 'x.iso').index).toBe(index);
  });

  it('never takes part of a name for the name', () => {
    expect(refusal(IMAGES, 'SERVERSTANDARD').code).toBe('edition-not-found');
  });

  it('lists what there is and names the nearest', () => {
    const error = refusal(IMAGES, 'standard-desktopp');
    expect(error.message).toContain('did you mean "standard-desktop"');
    expect(error.hint).toContain('3 = Windows Server 2019 SERVERDATACENTERCORE');
  });

  it('does not guess between two images that fit', () => {
    const twins = [...IMAGES, image(5, 'ServerStandard', 'Server')];
    expect(refusal(twins, 'standard-desktop').message).toContain('fits 2 images of x.iso: 2, 5');
  });

  it('refuses an index that is not there', () => {
    expect(refusal(IMAGES, '5').code).toBe('edition-not-found');
  });
});

describe('aliasOf', () => {
  it('knows evaluation editions', () => {
    expect(aliasOf(image(1, 'ServerStandardEval', 'Server'))).toBe('standard-desktop');
    expect(aliasOf(image(1, 'ServerDatacenterEvalCore', ''))).toBe('datacenter-core');
  });

  it('gives none to other editions', () => {
    expect(aliasOf(image(1, 'ServerTurbine', 'Server'))).toBeUndefined();
  });
});
