import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as planRelease from '../../../../actions/plan-release/inputs.ts';
import type { PlanRequest } from '../../../../src/plan/plan-release.ts';
import { PLACE, prepareInputs } from '../prepare-inputs.ts';

const read = (given: Readonly<Record<string, string>>): Promise<PlanRequest> => prepareInputs(planRelease, given);

describe('the inputs of plan-release', () => {
  it('have defaults', async () => {
    const { catalog, ...request } = await read({});
    expect(request).toEqual({
      workspace: resolve('.'),
      patterns: { wanted: ['templates/**/*.{yml,yaml}'], unwanted: [] },
      onlyChanged: undefined,
      when: 'always',
      targets: [],
      batchSize: 256,
    });
    expect(catalog).toEqual({
      env: PLACE.env,
      patience: { timeZone: 'UTC', offsetDays: 0, hour: 0 },
      now: expect.any(Date),
    });
    expect(Math.abs(Date.now() - Number(catalog?.now))).toBeLessThan(600_000);
  });

  it('are taken as they are given', async () => {
    const given = {
      templates: 'a/*.yml\n!a/{b,c}.yml',
      'only-changed': 'origin/main',
      when: 'patch-tuesday',
      'schedule-time-zone': 'Europe/Berlin',
      'offset-days': '3',
      hour: '20',
      targets: 'vc1, vc2',
      'batch-size': '10',
      'catalog-url': 'https://a.example/',
      'release-info-url': 'none',
    };
    expect(await read(given)).toMatchObject({
      patterns: { wanted: ['a/*.yml'], unwanted: ['a/{b,c}.yml'] },
      onlyChanged: 'origin/main',
      when: 'patch-tuesday',
      targets: ['vc1', 'vc2'],
      batchSize: 10,
      catalog: {
        catalogUrl: 'https://a.example/',
        releaseInfoUrl: 'none',
        patience: { timeZone: 'Europe/Berlin', offsetDays: 3, hour: 20 },
      },
    });
    expect((await read({ offline: 'true' })).catalog).toBeUndefined();
  });

  it.each([
    [{ offline: 'true', when: 'patch-tuesday' }, 'Input offline: "true"', 'asks the catalog what is out'],
    [{ 'schedule-time-zone': 'Berlin' }, 'Input schedule-time-zone: "Berlin"', 'such as Europe/Berlin'],
    [{ 'batch-size': '257' }, 'Input batch-size: "257"', '1 to 256'],
    [{ 'batch-size': '0' }, 'Input batch-size: "0"', '1 to 256'],
    [{ hour: '24' }, 'Input hour: "24"', '0 to 23'],
    [{ when: 'tuesday' }, 'Input when: "tuesday"', 'always'],
    [{ templates: '../a.yml' }, 'Input templates: "../a.yml" leads out', 'count from the workspace'],
  ])('are refused: %j', async (given, message, hint) => {
    await expect(read(given as Record<string, string>)).rejects.toMatchObject({
      code: 'input-invalid',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
    });
  });
});
