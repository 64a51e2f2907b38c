import { expect, it } from 'vitest';
import { featureSourceFindings, isOnIso } from '../../../../src/windows/media/feature-source.ts';

it('knows the features whose files are on the ISO', () => {
  expect(['NetFx3', 'NETFX3ServerFeatures', 'NetFx4', 'TelnetClient', 'IIS-NetFx3'].map(isOnIso)).toEqual([
    ...[true, true, false, false, false],
  ]);
});

it('says that such a feature is wanted and the ISO lacks its cabinet', () => {
  const media = { iso: 'w.iso', hasNetFx3: false };
  expect(featureSourceFindings(media, ['TelnetClient'])).toEqual([]);
  expect(featureSourceFindings({ ...media, hasNetFx3: true }, ['NetFx3'])).toEqual([]);
  expect(featureSourceFindings(media, ['TelnetClient', 'NetFx3'])).toMatchObject([
    {
      code: 'feature-source-missing',
      severity: 'warning',
      seen: expect.stringMatching(/^NetFx3 cannot come from the ISO w\.iso, which has no sources\/sxs\//) as string,
    },
  ]);
});
