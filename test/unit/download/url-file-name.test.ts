import { expect, it } from 'vitest';
import { urlFileName } from '../../../src/download/url-file-name.ts';

it.each([
  ['https://x/media/ws2022.iso?sig=a/b#c', 'ws2022.iso'],
  ['https://x/a%20b.iso', 'a b.iso'],
  ['https://x/a%2fb.iso', 'a/b.iso'],
  // A percent sign that encodes nothing is one.
  ['https://x/100%.iso', '100%.iso'],
  ['https://x/%ff.iso', '%ff.iso'],
  ['https://x/media/', ''],
  ['https://x', ''],
])('of %s is %s', (url, name) => {
  expect(urlFileName(new URL(url))).toBe(name);
});
