import { expect, it } from 'vitest';
import { releaseNotes } from '../../../scripts/release-notes.ts';

const CHANGELOG =
  '# Changelog\n\n## Unreleased\n\nx\n\n## 1.2.0 - 2026-11-28\n\n- new\n- newer\n\n## 1.1.0 - 2026-10-01\n\n- old\n';

it('takes the section of the version', () => {
  expect(releaseNotes('v1.2.0', '1.2.0', CHANGELOG)).toBe('- new\n- newer\n');
  expect(releaseNotes('v1.1.0', '1.1.0', CHANGELOG)).toBe('- old\n');
});

it.each([
  ['1.2.0', '1.2.0', CHANGELOG, '1.2.0 is no tag of a release'],
  ['v1.2.0-rc.1', '1.2.0-rc.1', CHANGELOG, 'is no tag of a release'],
  ['v1.2.0', '1.2.1', CHANGELOG, 'the tag is v1.2.0, and package.json says 1.2.1'],
  ['v1.2', '1.2', CHANGELOG, 'is no tag of a release'],
  ['v1.3.0', '1.3.0', CHANGELOG, 'has no section "## 1.3.0 - YYYY-MM-DD"'],
  ['v1.2.0', '1.2.0', '## 1.2.0 - soon\n\n- new\n', '"## 1.2.0 - soon" has no date'],
  ['v1.2.0', '1.2.0', '## 1.2.0 - 2026-11-28\n\n## 1.1.0 - 2026-10-01\n\nx\n', 'says nothing of 1.2.0'],
])('refuses %s of %s', (tag, version, changelog, says) => {
  expect(() => releaseNotes(tag, version, changelog)).toThrow(says);
});
