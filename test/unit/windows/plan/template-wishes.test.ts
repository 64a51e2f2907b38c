import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import type { Template } from '../../../../src/template/template.ts';
import {
  checkUpdateKinds,
  checkWishes,
  expectedWindows,
  type GivenInputs,
} from '../../../../src/windows/plan/template-wishes.ts';
import { sampleUpdate } from '../sample-plan.ts';

const TEMPLATE = {
  file: '/t.yml',
  places: new Map([
    ['updates.include', { file: '/t.yml', line: 7, column: 3 }],
    ['windows.product', { file: '/t.yml', line: 2, column: 5 }],
  ]),
  windows: { product: 'windows-server-2019', language: 'en-US' },
  updates: { include: ['servicing-stack', 'cumulative'], release: ['latest'] },
  drivers: { include: ['pvscsi', 'vmxnet3'] },
  customize: { vmwareTools: 'first-boot' },
} as unknown as Template;

const GIVEN: GivenInputs = {
  packages: '[{"path":"a.msu"}]',
  drivers: '[{"inf":"a.inf"}]',
  toolsSetup: '/t/setup64.exe',
};

function refusal(act: () => void): UserError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

describe('checkWishes', () => {
  it('names the line of the key, or of the section that leaves it at its default', () => {
    const section = { file: '/t.yml', line: 9, column: 1 };
    const template = { ...TEMPLATE, places: new Map([...TEMPLATE.places, ['customize', section]]) } as Template;
    expect(refusal(() => checkWishes(template, { ...GIVEN, packages: '' }))?.location).toMatchObject({ line: 7 });
    expect(refusal(() => checkWishes(template, { ...GIVEN, toolsSetup: '' }))?.location).toEqual(section);
    expect(refusal(() => checkWishes(TEMPLATE, { ...GIVEN, toolsSetup: '' }))?.location).toBeUndefined();
  });

  it('is content when everything is there, or nobody asks', () => {
    expect(refusal(() => checkWishes(TEMPLATE, GIVEN))).toBeUndefined();
    expect(
      refusal(() => checkWishes(undefined, { packages: undefined, drivers: '', toolsSetup: undefined })),
    ).toBeUndefined();
  });

  it.each([
    [
      'packages',
      undefined,
      'updates.include: [servicing-stack, cumulative]',
      'fetch-updates (output packages)',
      'updates.include: []',
    ],
    [
      'packages',
      '  ',
      'updates.include: [servicing-stack, cumulative]',
      'fetch-updates (output packages)',
      'updates.include: []',
    ],
    [
      'packages',
      ' [ ] ',
      'updates.include: [servicing-stack, cumulative]',
      'fetch-updates (output packages)',
      'updates.include: []',
    ],
    [
      'drivers',
      undefined,
      'drivers.include: [pvscsi, vmxnet3]',
      'extract-drivers (output drivers)',
      'drivers.include: []',
    ],
    ['drivers', '[]', 'drivers.include: [pvscsi, vmxnet3]', 'extract-drivers (output drivers)', 'drivers.include: []'],
    [
      'tools-setup',
      undefined,
      'customize.vmware-tools: first-boot',
      'extract-drivers (output tools-setup)',
      'customize.vmware-tools: none',
    ],
  ])('ends the step when %s is %j, and names key, step and the way to say no', (input, value, key, step, no) => {
    const name = input === 'tools-setup' ? 'toolsSetup' : input;
    const error = refusal(() => checkWishes(TEMPLATE, { ...GIVEN, [name]: value }));
    expect(error?.code).toBe('input-missing');
    expect(error?.message).toBe(
      `The template /t.yml asks for more than this step was given: input ${input} is empty, but "${key}" needs it`,
    );
    expect(error?.location?.line).toBe(input === 'packages' ? 7 : undefined);
    expect(error?.hint).toContain(`${input} comes from ${step}; where it is not wanted write "${no}"`);
  });

  it('tells all of them at once', () => {
    const error = refusal(() => checkWishes(TEMPLATE, { packages: '', drivers: undefined, toolsSetup: undefined }));
    expect(error?.message.match(/input [a-z-]+ is empty/g)).toEqual([
      'input packages is empty',
      'input drivers is empty',
      'input tools-setup is empty',
    ]);
  });

  it('lets a template say no', () => {
    const no = {
      ...TEMPLATE,
      updates: { include: [], release: ['latest'] },
      drivers: { include: [] },
      customize: { ...TEMPLATE.customize, vmwareTools: 'none' },
    } as unknown as Template;
    expect(refusal(() => checkWishes(no, { packages: undefined, drivers: '', toolsSetup: undefined }))).toBeUndefined();
  });

  it('takes an empty list of drivers for an answer where Windows has them itself, but nothing for none', () => {
    const newer = {
      ...TEMPLATE,
      windows: { ...TEMPLATE.windows, product: 'windows-server-2022' },
    } as unknown as Template;
    expect(refusal(() => checkWishes(newer, { ...GIVEN, drivers: '[]' }))).toBeUndefined();
    expect(refusal(() => checkWishes(newer, { ...GIVEN, drivers: '' }))?.message).toContain('input drivers is empty');
  });
});

describe('checkUpdateKinds', () => {
  const ssu = sampleUpdate('ssu.cab', 'servicing-stack');

  it('misses the cumulative update that the template includes', () => {
    const error = refusal(() => checkUpdateKinds(TEMPLATE, [ssu]));
    expect(error?.code).toBe('input-invalid');
    expect(error?.message).toContain('no cumulative update');
  });

  it.each([
    ['it is there', TEMPLATE, [ssu, sampleUpdate('lcu.msu', 'cumulative')]],
    ['a plain file may be it', TEMPLATE, [ssu, sampleUpdate('x.msu', undefined)]],
    ['nobody asks', undefined, [ssu]],
    [
      'the template does not include it',
      { ...TEMPLATE, updates: { include: ['dotnet'], release: ['latest'] } } as unknown as Template,
      [ssu],
    ],
    [
      'the template names its updates',
      { ...TEMPLATE, updates: { include: ['cumulative'], release: ['KB5005112'] } } as unknown as Template,
      [ssu],
    ],
  ])('is content when %s', (_why, template, packages) => {
    expect(refusal(() => checkUpdateKinds(template, packages))).toBeUndefined();
  });
});

it('expects the Windows that the template names', () => {
  expect(expectedWindows(TEMPLATE)).toEqual({
    product: 'windows-server-2019',
    language: 'en-US',
    file: '/t.yml',
    places: TEMPLATE.places,
  });
});
