import { describe, expect, it } from 'vitest';
import { readFailedWriters, readWriterDocument } from '../../../src/quiesce/vss-documents.ts';

const bytes = (text: string): Buffer => Buffer.from(text);
const wide = (text: string, mark = true): Buffer =>
  Buffer.concat([Buffer.from(mark ? [0xff, 0xfe] : []), Buffer.from(text, 'utf16le')]);
const named = (name: string): string =>
  `<WRITER_METADATA xmlns="x-schema:#VssWriterMetadataInfo"><IDENTIFICATION writerId="E8-1" friendlyName="${name}"/></WRITER_METADATA>`;

describe('readWriterDocument', () => {
  it('gives the name, and the id in lower case', () => {
    expect(readWriterDocument(bytes(named('System Writer')))).toEqual({ name: 'System Writer', writerId: 'e8-1' });
  });

  it.each<[string, Buffer]>([
    ['UTF-8 with a mark', bytes(`\uFEFF${named('Ä')}`)],
    ['UTF-16 with a mark', wide(named('Ä'))],
    ['UTF-16 without one', wide(named('Ä'), false)],
    ['the zero that ends a string, and lines behind it', wide(`${named('Ä')}\r\n\0`)],
  ])('reads %s', (_, document) => {
    expect(readWriterDocument(document)?.name).toBe('Ä');
  });

  it('takes the first IDENTIFICATION, whatever else has such attributes and prefixes', () => {
    const name = (inside: string) =>
      readWriterDocument(bytes(`<WRITER_METADATA friendlyName="no">${inside}</WRITER_METADATA>`));
    expect(name('<IDENTIFICATION friendlyName="first"/><IDENTIFICATION friendlyName="second"/>')?.name).toBe('first');
    expect(name('<v:IDENTIFICATION xmlns:v="urn:v" v:friendlyName="prefixed"/>')?.name).toBe('prefixed');
    expect(name('<IDENTIFICATION friendlyName=""/><X friendlyName="late"/>')).toEqual({
      name: undefined,
      writerId: undefined,
    });
    expect(name('')).toEqual({ name: undefined, writerId: undefined });
  });

  it('takes one that breaks off for one without a name', () => {
    const nameless = { name: undefined, writerId: undefined };
    expect(readWriterDocument(bytes(named('x').slice(0, -5)))).toEqual(nameless);
    expect(readWriterDocument(bytes('<WRITER_METADATA version="1.2'))).toEqual(nameless);
    expect(readWriterDocument(wide('<WRITER_METADATA '))).toEqual(nameless);
  });

  it.each(['', 'text', 'WRITER_METADATA', '<LOG/>', '<LOG><WRITER_METADATA/></LOG>', '<LOG><WRITER_METADATA', '\0\0'])(
    'takes %j for none',
    (text) => {
      expect(readWriterDocument(bytes(text))).toBeUndefined();
    },
  );
});

describe('readFailedWriters', () => {
  const writer = (id: string, ...succeeded: string[]): string =>
    `<WRITER_COMPONENTS writerId="${id}">${succeeded.map((said) => `<COMPONENT componentName="c" ${said}/>`).join('')}</WRITER_COMPONENTS>`;
  const failed = (...writers: string[]): string[] =>
    readFailedWriters(
      wide(`<BACKUP_COMPONENTS xmlns="x-schema:#VssComponentMetadata">${writers.join('')}</BACKUP_COMPONENTS>`),
    );

  it('names each writer with a component that failed, once, by its id in lower case', () => {
    const no = 'backupSucceeded="no"';
    expect(
      failed(writer('A', 'backupSucceeded="yes"', no, no), writer('B'), writer('C', 'backupSucceeded="No"')),
    ).toEqual(['a', 'c']);
  });

  it('names none that succeeded, or of which nothing is said', () => {
    expect(failed(writer('A', 'backupSucceeded="yes"'), writer('B', ''), writer('C'))).toEqual([]);
  });

  it('counts no component outside of a writer, and no other element', () => {
    expect(failed('<COMPONENT backupSucceeded="no"/>', writer('A'), '<OTHER backupSucceeded="no"/>')).toEqual([]);
  });

  it('keeps what stands before the place where it breaks off', () => {
    expect(readFailedWriters(bytes(`<B>${writer('A', 'backupSucceeded="no"')}<`))).toEqual(['a']);
    expect(readFailedWriters(bytes('no XML'))).toEqual([]);
  });
});
