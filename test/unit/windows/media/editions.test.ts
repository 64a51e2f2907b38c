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

describe('the words about editions', () => {
  it('say what there is and how else it may be called', () => {
    expect(refusal(IMAGES, 'zzz')).toMatchObject({
      message: 'Edition "zzz" is not in x.iso',
      hint: 'There are: 1 = Windows Server 2019 SERVERSTANDARDCORE; 2 = Windows Server 2019 SERVERSTANDARD; 3 = Windows Server 2019 SERVERDATACENTERCORE; 4 = Windows Server 2019 SERVERDATACENTER. Aliases: standard-core, standard-desktop, datacenter-core, datacenter-desktop.',
    });
    expect(refusal([...IMAGES, image(5, 'ServerStandard', 'Server')], 'standard-desktop').hint).toMatch(
      /^Choose by index\. There are: 1 = /,
    );
    expect(refusal(IMAGES, 'shown 44').message).toContain('did you mean "Shown 4"?');
  });

  it('blanks around are none of the name, and digits are an index alone', () => {
    expect(chooseEdition(IMAGES, ' 2 ', 'x.iso').index).toBe(2);
    expect(refusal(IMAGES, '2x').code).toBe('edition-not-found');
    expect(refusal(IMAGES, 'x2').code).toBe('edition-not-found');
  });

  it.each([
    ['ServerStandard', 'Server Core', 'N', 'standard-core'],
    ['ServerStandard', 'Server', 'N CORE', 'standard-core'],
    ['serverdatacentercore', 'Server', 'N', 'datacenter-core'],
    ['ServerStandard', 'Server', 'core N', 'standard-desktop'],
    ['xServerStandard', 'Server', 'N', undefined],
    ['ServerStandardx', 'Server', 'N', undefined],
  ])('%s, %s, %s is %s', (editionId, installationType, name, alias) => {
    expect(aliasOf(image(1, editionId, installationType, { name }))).toBe(alias);
  });
});
