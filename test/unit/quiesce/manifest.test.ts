import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/quiesce/manifest.ts';
import { makeZip } from './make-zip.ts';

const writer = (name: string): string =>
  `<?xml version="1.0"?><WRITER_METADATA xmlns="x-schema:#VssWriterMetadataInfo" version="1.2"><IDENTIFICATION writerId="e8132975-6f93-4464-a53e-1050253ae220" friendlyName="${name}"/></WRITER_METADATA>`;

describe('readManifest', () => {
  it('names the writers that took part, from UTF-8 and UTF-16 documents', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(writer('Registry Writer'), 'utf16le')]);
    const zip = makeZip({ 'backup.xml': '<B/>', 'writer0.xml': writer('System Writer'), 'writer1.xml': utf16 });
    expect(readManifest(zip, 'm.zip')).toEqual({
      members: ['backup.xml', 'writer0.xml', 'writer1.xml'],
      writers: ['System Writer', 'Registry Writer'],
    });
  });

  it('finds no writer where backup.xml is alone', () => {
    expect(readManifest(makeZip({ 'Backup.xml': '<B/>' }), 'm.zip').writers).toEqual([]);
  });

  it('counts a writer whose document it cannot read by the name of its file', () => {
    const zip = makeZip({ 'backup.xml': '<B/>', 'm/writer7.xml': 'not XML <' });
    expect(readManifest(zip, 'm.zip').writers).toEqual(['writer7.xml']);
  });
});
