import { expect, it } from 'vitest';
import { formatToolsVersion } from '../../../../src/vsphere/vm/tools-version.ts';

it.each([
  [12421, '12.4.5'],
  [11269, '11.0.5'],
  [13312, '13.0.0'],
])('%i is %s', (version, text) => {
  expect(formatToolsVersion(version)).toBe(text);
});
