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

describe('the name of a writer', () => {
  const named = (document: string | Buffer): string | undefined =>
    readManifest(makeZip({ 'backup.xml': '', 'dir\\w.xml': document }), 'm.zip').writers[0];

  it('is that of IDENTIFICATION, whatever else has such an attribute', () => {
    expect(
      named('<M friendlyName="no"><IDENTIFICATION/><IDENTIFICATION friendlyName="yes"/><X friendlyName="late"/></M>'),
    ).toBe('yes');
    expect(named('\uFEFF<M xmlns:v="urn:v"><v:IDENTIFICATION v:friendlyName="prefixed"/></M>')).toBe('prefixed');
    expect(named('<M><IDENTIFICATION friendlyName="first"/><IDENTIFICATION friendlyName="second"/></M>')).toBe('first');
  });

  it('is that of its file where it has none', () => {
    expect(named('<M><IDENTIFICATION friendlyName=""/></M>')).toBe('w.xml');
    expect(named('<M/>')).toBe('w.xml');
    expect(named('<M><IDENTIFICATION friendlyName="x"/>')).toBe('w.xml');
    expect(named(Buffer.from([0xff, 0x3c]))).toBe('w.xml');
    expect(named(Buffer.from([0x00, 0xfe]))).toBe('w.xml');
  });
});

it('reads 256 documents and names no more writers', () => {
  const documents = Object.fromEntries(Array.from({ length: 258 }, (_, index) => [`w${index}.xml`, '<M/>']));
  const manifest = readManifest(makeZip({ ...documents, 'a/BACKUP.XML': '' }), 'm.zip');
  expect(manifest.members).toHaveLength(259);
  expect(manifest.writers).toHaveLength(256);
});
