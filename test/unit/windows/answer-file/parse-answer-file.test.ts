import { describe, expect, it } from 'vitest';
import { UserError } from '../../../../src/errors.ts';
import { descend, parseAnswerFile } from '../../../../src/windows/answer-file/parse-answer-file.ts';

const OPEN = '<unattend xmlns="urn:schemas-microsoft-com:unattend">';

function refusal(xml: string): UserError {
  try {
    parseAnswerFile(Buffer.from(xml), 'answer.xml');
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('parseAnswerFile', () => {
  it('reads passes and components with their places', () => {
    const xml = `${OPEN}\n  <settings pass="oobeSystem">\n    <component name="A" processorArchitecture="amd64"><X> a <![CDATA[<b>]]></X></component>\n    <component\n      name="B"/>\n  </settings>\n  <servicing/>\n</unattend>`;
    const file = parseAnswerFile(Buffer.from(xml), 'answer.xml');
    expect(file.path).toBe('answer.xml');
    expect(file.servicing?.name).toBe('servicing');
    expect(file.passes).toHaveLength(1);
    const [pass] = file.passes;
    expect(pass).toMatchObject({ name: 'oobeSystem', element: { line: 2, column: 3 } });
    expect(pass?.components.map(({ name, architecture }) => [name, architecture])).toEqual([
      ['A', 'amd64'],
      ['B', ''],
    ]);
    expect(pass?.components[0]?.element).toMatchObject({ line: 3, column: 5 });
    expect(pass?.components[1]?.element).toMatchObject({ line: 4 });
    const [first] = pass?.components ?? [];
    expect(first && descend(first.element, 'X').map(({ text }) => text)).toEqual(['a <b>']);
    expect(first && descend(first.element, 'X', 'Y')).toEqual([]);
  });

  it('reads UTF-16 and a byte-order mark, and prefixes of the namespace', () => {
    const xml = `\ufeff<?xml version="1.0"?><u:unattend xmlns:u="urn:schemas-microsoft-com:unattend"><u:settings pass="specialize"/></u:unattend>`;
    for (const encoding of ['utf8', 'utf16le'] as const) {
      expect(parseAnswerFile(Buffer.from(xml, encoding), 'a').passes.map(({ name }) => name)).toEqual(['specialize']);
    }
  });

  it('names line and column of what is not well-formed', () => {
    const error = refusal(`${OPEN}\n<a></b>\n</unattend>`);
    expect(error.code).toBe('input-invalid');
    expect(error.message).toContain('not well-formed XML: answer.xml:2:');
  });

  it('refuses entities and endless nesting', () => {
    expect(refusal(`<!DOCTYPE unattend [<!ENTITY a "b">]>${OPEN}</unattend>`).message).toContain('document type');
    expect(refusal(`${OPEN}${'<a>'.repeat(70)}${'</a>'.repeat(70)}</unattend>`).message).toContain('nested too deeply');
    expect(() =>
      parseAnswerFile(Buffer.from(`${OPEN}${'<a>'.repeat(60)}${'</a>'.repeat(60)}</unattend>`), 'a'),
    ).not.toThrow();
  });

  it.each(['', 'text', '<unattend/>', '<a xmlns="urn:schemas-microsoft-com:unattend"/>'])('refuses %j', (xml) => {
    expect(refusal(xml).code).toBe('input-invalid');
  });

  it('says which root it found', () => {
    expect(refusal('<b xmlns="x"/>').message).toContain('the root element b in the namespace "x"');
  });
});

describe('places and texts', () => {
  it('are those of the start tags, over any line ends', () => {
    const xml = `${OPEN}\r\n\r\n   <settings\r\n pass="a"><component name="n"\n/></settings>\n</unattend>`;
    const [pass] = parseAnswerFile(Buffer.from(xml), 'a').passes;
    expect(pass?.element).toMatchObject({ line: 3 });
    expect(pass?.components[0]?.element.line).toBe(4);
    const first = parseAnswerFile(Buffer.from(OPEN.replace('>', '/>')), 'a');
    expect(first).toEqual({ path: 'a', passes: [], servicing: undefined });
  });

  it('are gathered from all of an element, without those of its children', () => {
    const xml = `${OPEN}<settings pass="p"><component name="n"> a <X>inner</X> b </component></settings></unattend>`;
    const component = parseAnswerFile(Buffer.from(xml), 'a').passes[0]?.components[0];
    expect(component?.element.text).toBe('a  b');
    expect(component?.element.children.map(({ name, text }) => [name, text])).toEqual([['X', 'inner']]);
    expect([...(component?.element.attributes.keys() ?? [])]).toContain('name');
  });

  it('descend through every branch', () => {
    const xml = `${OPEN}<settings pass="p"><component name="n"><A><B>1</B></A><A><B>2</B><C/></A></component></settings></unattend>`;
    const element = parseAnswerFile(Buffer.from(xml), 'a').passes[0]?.components[0]?.element;
    expect(element && descend(element, 'A', 'B').map(({ text }) => text)).toEqual(['1', '2']);
    expect(element && descend(element)).toEqual([element]);
  });

  it('the first mistake is told, and nesting is counted', () => {
    expect(refusal(`${OPEN}<a></b><c></d></unattend>`).message).toMatch(/answer\.xml:1:\d+/);
    const nested = (depth: number): Buffer =>
      Buffer.from(`${OPEN}${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}</unattend>`);
    expect(() => parseAnswerFile(nested(63), 'a')).not.toThrow();
    expect(() => parseAnswerFile(nested(64), 'a')).toThrow('nested too deeply');
    expect(refusal('<other/>')).toMatchObject({
      message: 'The answer file answer.xml has the root element other in the namespace ""',
      hint: 'The root must be <unattend xmlns="urn:schemas-microsoft-com:unattend">.',
    });
  });
});

it('what has no name has an empty one', () => {
  const file = parseAnswerFile(Buffer.from(`${OPEN}<settings><component/></settings></unattend>`), 'a');
  expect(file.passes).toMatchObject([{ name: '', components: [{ name: '', architecture: '' }] }]);
});
