import { describe, expect, it } from 'vitest';
import { withExtraConfig } from '../../../../src/vsphere/transfer/ovf-import.ts';
import { node, value } from '../../../../src/vsphere/wire/soap.ts';
import { childrenNamed, textAt } from '../../../../src/xml/xml-element.ts';

describe('withExtraConfig', () => {
  const names = (...parts: string[]): string[] => {
    const spec = node('importSpec', [
      node(
        'configSpec',
        parts.map((part) => value(part, 'x')),
      ),
      value('resPoolEntity', 'y'),
    ]);
    const changed = withExtraConfig(spec, 'stillframe.import', 'run');
    expect(changed.children.map(({ name }) => name)).toEqual(['configSpec', 'resPoolEntity']);
    return changed.children[0]?.children.map(({ name }) => name) ?? [];
  };

  it('stands behind what the schema wants before it and in front of the rest', () => {
    expect(names('name', 'deviceChange', 'extraConfig', 'bootOptions', 'firmware')).toEqual([
      'name',
      'deviceChange',
      'extraConfig',
      'extraConfig',
      'bootOptions',
      'firmware',
    ]);
  });

  it('comes last where nothing stands behind it', () => {
    expect(names('name', 'deviceChange')).toEqual(['name', 'deviceChange', 'extraConfig']);
  });

  it('holds key and typed value', () => {
    const spec = withExtraConfig(node('importSpec', [node('configSpec')]), 'k', 'v');
    const [option] = childrenNamed(spec.children[0], 'extraConfig');
    expect(option?.type).toEqual({ name: 'OptionValue', schema: false });
    expect(textAt(option, 'key')).toBe('k');
    expect(option?.children[1]).toMatchObject({ text: 'v', type: { name: 'string', schema: true } });
  });
});
