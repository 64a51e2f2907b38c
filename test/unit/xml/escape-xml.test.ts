import { expect, it } from 'vitest';
import { escapeXml } from '../../../src/xml/escape-xml.ts';

it('escapes what means something to XML, also white space that attributes would lose', () => {
  expect(escapeXml(`a&b<c>d"e'f`)).toBe('a&amp;b&lt;c&gt;d&quot;e&apos;f');
  expect(escapeXml('\t\n\r')).toBe('&#9;&#10;&#13;');
  expect(escapeXml('Größe 日本 😀 \u0020\u007f\u0085\ud7ff\ue000\ufffd')).toBe(
    'Größe 日本 😀 \u0020\u007f\u0085\ud7ff\ue000\ufffd',
  );
});

it('replaces what XML cannot hold', () => {
  expect(escapeXml('\u0000\u0008\u000b\u000c\u000e\u001f\ufffe\uffff')).toBe('\ufffd'.repeat(8));
  expect(escapeXml('a\ud800b\udc00')).toBe('a\ufffdb\ufffd');
});
