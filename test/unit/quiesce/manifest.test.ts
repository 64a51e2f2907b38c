import { describe, expect, it } from 'vitest';
import { readManifest } from '../../../src/quiesce/manifest.ts';
import { makeZip } from './make-zip.ts';

const writer = (name: string, id = 'e8132975-6f93-4464-a53e-1050253ae220'): string =>
  `<?xml version="1.0"?><WRITER_METADATA xmlns="x-schema:#VssWriterMetadataInfo" version="1.2"><IDENTIFICATION writerId="${id}" friendlyName="${name}"/></WRITER_METADATA>`;
const read = (documents: Readonly<Record<string, string | Buffer>>) => readManifest(makeZip(documents), 'm.zip');

describe('readManifest', () => {
  it('names the writers that took part, by their documents', () => {
    const zip = { 'backup.xml': '<B/>', 'writer0.xml': writer('System Writer'), 'm/w1.xml': writer('Registry Writer') };
    expect(read(zip)).toEqual({
      members: ['backup.xml', 'writer0.xml', 'm/w1.xml'],
      writers: ['System Writer', 'Registry Writer'],
      failed: [],
    });
  });

  it('finds no writer where backup.xml is alone, whatever is in it', () => {
    expect(read({ 'Backup.xml': '<B/>' }).writers).toEqual([]);
    expect(read({ 'dir/backup.xml': writer('System Writer') }).writers).toEqual([]);
  });

  it('counts no file that is not the document of a writer', () => {
    expect(
      read({ 'backup.xml': '<B/>', 'notes.txt': 'WRITER_METADATA', 'log.xml': '<LOG/>', 'w.xml': '' }).writers,
    ).toEqual([]);
  });

  it('counts a writer without a name by the name of its file', () => {
    expect(read({ 'backup.xml': '<B/>', 'dir\\w.xml': '<WRITER_METADATA/>' }).writers).toEqual(['w.xml']);
    expect(read({ 'backup.xml': '<B/>', 'm/w7.xml': '<WRITER_METADATA><IDENTI' }).writers).toEqual(['w7.xml']);
  });

  it('names those of which something was not backed up: by their documents, or by their ids', () => {
    const component = (id: string): string =>
      `<WRITER_COMPONENTS writerId="${id}"><COMPONENT backupSucceeded="no"/></WRITER_COMPONENTS>`;
    const zip = {
      'w.xml': writer('System Writer', 'A-1'),
      'backup.xml': `<B>${component('b-2')}${component('a-1')}</B>`,
    };
    expect(read(zip).failed).toEqual(['b-2', 'System Writer']);
  });

  it('refuses a document that is damaged: nobody knows what it said', () => {
    const zip = makeZip({ 'backup.xml': '<B/>', 'w.xml': writer('System Writer') });
    const at = zip.indexOf('w.xml') + 5;
    zip.fill(0xff, at, at + 20);
    expect(() => readManifest(zip, 'm.zip')).toThrow('m.zip');
  });
});

it('reads 256 documents and names no more writers', () => {
  const documents = Object.fromEntries(
    Array.from({ length: 258 }, (_, index) => [`w${index}.xml`, '<WRITER_METADATA/>']),
  );
  const manifest = read({ ...documents, 'a/BACKUP.XML': '' });
  expect(manifest.members).toHaveLength(259);
  expect(manifest.writers).toHaveLength(256);
});
