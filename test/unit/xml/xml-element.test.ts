import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/errors.ts';
import { anyString, node, reference, renderEnvelope, value } from '../../../src/vsphere/wire/soap.ts';
import { child, childrenNamed, parseXml, renderXml, textAt } from '../../../src/xml/xml-element.ts';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XSD = 'http://www.w3.org/2001/XMLSchema';

describe('parseXml', () => {
  it.each([
    ['as VMware writes it', 'xsi', 'xsd:string', `xmlns:xsi="${XSI}" xmlns:xsd="${XSD}"`],
    [
      'as govmomi 0.24 writes it',
      'XMLSchema-instance',
      'xsd:string',
      `xmlns:XMLSchema-instance="${XSI}" xmlns:xsd="${XSD}"`,
    ],
    [
      'as govmomi 0.55 writes it',
      '_XMLSchema-instance',
      'x:string',
      `xmlns:_XMLSchema-instance="${XSI}" xmlns:x="${XSD}"`,
    ],
  ])('reads the type of a value %s', (_how, prefix, type, declarations) => {
    const element = parseXml(`<val ${declarations} ${prefix}:type="${type}">TRUE</val>`, 'test');
    expect(element).toMatchObject({ name: 'val', type: { name: 'string', schema: true }, text: 'TRUE' });
    expect([...element.attributes]).toEqual([]);
  });

  it('tells the type of an object reference from the type of its element', () => {
    const element = parseXml(
      `<val xmlns:i="${XSI}" i:type="ManagedObjectReference" type="Network">n&amp;1</val>`,
      'test',
    );
    expect(element).toMatchObject({ type: { name: 'ManagedObjectReference', schema: false }, text: 'n&1' });
    expect(element.attributes.get('type')).toBe('Network');
  });

  it('drops the prefixes of elements and keeps lists in their order', () => {
    const element = parseXml('<a:l xmlns:a="urn:vim25"><a:v>1</a:v> <w/> <a:v><![CDATA[<2>]]></a:v></a:l>', 'test');
    expect(childrenNamed(element, 'v').map(({ text }) => text)).toEqual(['1', '<2>']);
    expect(child(element, 'w')).toBeDefined();
    expect(textAt(element, 'w.missing')).toBeUndefined();
  });

  it('takes no other attribute for the type, and no declaration for an attribute', () => {
    const element = parseXml(`<v xmlns="u" xmlns:i="${XSI}" i:nil="true" b="2" i:type=" q:T " a="1"/>`, 'test');
    expect(element.type).toEqual({ name: 'T', schema: false });
    expect([...element.attributes]).toEqual([
      ['b', '2'],
      ['a', '1'],
    ]);
    expect(parseXml('<v type="T"/>', 'test')).not.toHaveProperty('type');
  });

  it('finds nothing in nothing', () => {
    expect(child(undefined, 'x')).toBeUndefined();
    expect(childrenNamed(undefined, 'x')).toEqual([]);
    expect(textAt(undefined, 'x.y')).toBeUndefined();
    const element = parseXml('<a><b>1</b><b>2</b><c><d> x </d></c></a>', 'test');
    expect(child(element, 'b')?.text).toBe('1');
    expect(textAt(element, 'c.d')).toBe(' x ');
    expect(childrenNamed(element, 'd')).toEqual([]);
  });

  it('reads elements 512 deep and no deeper', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    expect(parseXml(nested(512), 'test').name).toBe('a');
    expect(() => parseXml(nested(513), 'the answer')).toThrow(
      /^the answer: at offset \d+: expected elements nested at most 512 deep, found deeper ones$/,
    );
  });

  it('says what is wrong, and where', () => {
    expect(() => parseXml('<!DOCTYPE a><a/>', 'the answer')).toThrow(
      /^the answer: at offset \d+: expected XML without a document type declaration, found one$/,
    );
    expect(() => parseXml('<a></b>', 'the answer')).toThrow(
      /^the answer: at offset 7: expected well-formed XML, found /,
    );
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ['an entity that XML does not have', '<a>&nbsp;</a>'],
    ['a cut-off document', '<a><b>'],
    ['two roots', '<a/><b/>'],
    ['a prefix that is not bound', '<a x:type="b"/>'],
    ['nothing', ''],
    ['very deep nesting', '<a>'.repeat(600) + '</a>'.repeat(600)],
  ])('refuses %s', (_what, text) => {
    expect(() => parseXml(text, 'the answer')).toThrow(FormatError);
  });

  it('ends in an element or a FormatError, whatever the bytes are', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<b x="1"/>',
      ' xsi:type="q:T"',
      '&lt;',
      '&',
      '<![CDATA[',
      ']]>',
      '<?',
      '"',
      'text',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((parts) => parts.join('')),
        ),
        (text) => {
          try {
            parseXml(text, 'fuzz');
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
        },
      ),
    );
  });
});

describe('renderXml', () => {
  it('gives any text back to a reader, but for what XML cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden in XML 1.0
        const expected = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
        expect(parseXml(renderXml(value('password', text)), 'test').text).toBe(expected);
      }),
    );
  });

  it('gives a spec back as it came, with types, references and order', () => {
    const spec = node(
      'importSpec',
      [
        node('configSpec', [
          value('name', 'a<b'),
          anyString('value', 'TRUE'),
          reference('obj', { type: 'Network', value: 'n"1' }),
        ]),
      ],
      'VirtualMachineImportSpec',
    );
    const envelope = renderEnvelope('ImportVApp', { type: 'ResourcePool', value: 'p' }, [spec]);
    const call = child(child(parseXml(envelope, 'test'), 'Body'), 'ImportVApp');
    expect(child(call, 'importSpec')).toEqual(spec);
  });
});
