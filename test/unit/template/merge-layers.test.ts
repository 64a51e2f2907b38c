import { describe, expect, it } from 'vitest';
import { mergeLayers, offsetOf } from '../../../src/template/merge-layers.ts';
import { parseLayer, type TemplateLayer } from '../../../src/template/template-layer.ts';

const OWN = 'extends: base.yml\nname: a\nvm:\n  cpus: 2\nlist: [1]\nwindows:\n  iso: { path: own.iso }\n';
const BASE =
  'vm:\n  cpus: 4\n  memory: 8 GiB\nlist: [1, 2, 3]\nwindows:\n  edition: core\n  iso: { path: base.iso, sha256: x }\n';
const own = parseLayer('a.yml', OWN);
const base = parseLayer('base.yml', BASE);

describe('mergeLayers', () => {
  it('merges mappings key by key, and replaces everything else', () => {
    const { value } = mergeLayers([own, base]);
    expect(value).toEqual({
      name: 'a',
      vm: { cpus: 2, memory: '8 GiB' },
      list: [1],
      windows: { edition: 'core', iso: { path: 'own.iso' } },
    });
    expect(own.value).toHaveProperty('extends');
  });

  it('knows of each value from which file it comes, and where it stands', () => {
    const { owners, places } = mergeLayers([own, base]);
    expect(owners.get('vm.cpus')).toBe(own);
    expect(owners.get('vm.memory')).toBe(base);
    expect(owners.get('windows.iso.path')).toBe(own);
    expect(owners.has('windows.iso.sha256')).toBe(false);
    expect(owners.has('')).toBe(false);
    expect(places.get('vm.memory')).toEqual({ file: 'base.yml', line: 3, column: 11 });
    expect(places.get('list[0]')).toEqual({ file: 'a.yml', line: 5, column: 8 });
    expect(places.has('list[1]')).toBe(false);
  });

  it.each<[string, string, string, unknown]>([
    ['a text above a mapping', 'x: none\n', 'x: { a: 1 }\n', 'none'],
    ['a mapping above a text', 'x: { a: 1 }\n', 'x: none\n', { a: 1 }],
    ['nothing above a mapping', 'x:\n', 'x: { a: 1 }\n', null],
    ['a list of mappings', 'x: [{ a: 1 }]\n', 'x: [{ b: 1 }]\n', [{ a: 1 }]],
  ])('takes the upper one of %s', (_what, upper, lower, x) => {
    expect(mergeLayers([parseLayer('u', upper), parseLayer('l', lower)]).value).toEqual({ x });
  });

  it('stops at the first that is no mapping, whatever lies below it', () => {
    const layers = ['x: { a: 1 }\n', 'x: none\n', 'x: { b: 2 }\n'].map((text, at) => parseLayer(`${at}`, text));
    expect(mergeLayers(layers).value).toEqual({ x: { a: 1 } });
  });

  it('takes __proto__ for a key like any other', () => {
    const { value } = mergeLayers([parseLayer('a', '__proto__: { polluted: 1 }\nx: 1\n')]);
    expect(Object.keys(value)).toEqual(['__proto__', 'x']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('offsetOf', () => {
  const layers = [own, base];
  const merged = mergeLayers(layers);
  const told = (path: readonly string[], key?: string): [string, string] => {
    const { layer, offset } = offsetOf(merged, layers, path, key);
    const text = layer === own ? OWN : BASE;
    return [layer.path, text.slice(offset, offset + 5)];
  };

  it('is that of a value in the file it comes from', () => {
    expect(told(['vm', 'cpus'])).toEqual(['a.yml', '2\nlis']);
    expect(told(['vm', 'memory'])).toEqual(['base.yml', '8 GiB']);
  });

  it('is that of a key, where that is what is wrong', () => {
    expect(told(['vm'], 'memory')).toEqual(['base.yml', 'memor']);
    expect(told([], 'name')).toEqual(['a.yml', 'name:']);
  });

  it('is that of the mapping around what is not there, or of the template', () => {
    expect(told(['windows', 'edition', 'below'])).toEqual(['base.yml', 'core\n']);
    expect(told(['gone', 'further'])[0]).toBe('a.yml');
    expect(told([])).toEqual(['a.yml', 'exten']);
  });

  it('needs a file', () => {
    expect(() => offsetOf(merged, [] as TemplateLayer[], [], undefined)).toThrow('without a file');
  });
});
