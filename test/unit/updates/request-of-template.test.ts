import { expect, it } from 'vitest';
import type { Template } from '../../../src/template/template.ts';
import { requestOfTemplate } from '../../../src/updates/request-of-template.ts';

const template = (updates: object = {}): Template =>
  ({
    file: 'a.yml',
    windows: { product: 'windows-server-2019' },
    updates: { include: ['cumulative'], release: ['latest'], channel: 'regular', exclude: [], ...updates },
  }) as unknown as Template;

it('asks for what the template says', () => {
  expect(requestOfTemplate(template())).toEqual({
    product: 'windows-server-2019',
    architecture: 'x64',
    include: ['cumulative'],
    release: { kind: 'latest' },
    channel: 'regular',
    exclude: [],
  });
  const more = { release: ['2026-11'], exclude: ['5005112'], mediaBuild: '17763.107', channel: 'preview' };
  expect(requestOfTemplate(template(more))).toMatchObject({
    release: { kind: 'month', month: '2026-11' },
    channel: 'preview',
    exclude: ['KB5005112'],
    mediaBuild: { number: 17763, ubr: 107 },
  });
});

it('says which line of the template is wrong', () => {
  expect(() => requestOfTemplate(template({ release: ['soon'] }))).toThrow(/updates\.release of a\.yml/);
  expect(() => requestOfTemplate(template({ mediaBuild: 'old' }))).toThrow(/updates\.media-build/);
});
