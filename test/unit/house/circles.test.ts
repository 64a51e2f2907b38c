import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../../scripts/root.ts';

/** Of each file: what it imports, types too. Paths are relative to the project. */
function importsIn(files: readonly string[]): Map<string, readonly string[]> {
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const paths = [...text.matchAll(/\bfrom '(\.[^']+\.ts)'|\bimport\('(\.[^']+\.ts)'\)/g)];
      return [file, paths.map(([, path, lazy]) => join(dirname(file), path ?? lazy ?? ''))];
    }),
  );
}

/** The first circle that is found, as a list of its files; undefined when there is none. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

it('has no files that import each other in a circle, not for a type either', () => {
  const imports = importsIn(globSync('{src,actions,scripts,bench}/**/*.ts', { cwd: ROOT }));
  expect(imports.size).toBeGreaterThan(400);
  expect([...imports.values()].flat().length).toBeGreaterThan(1000);
  expect(circleIn(imports)).toBeUndefined();
});

it('would see one', () => {
  const circle = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', []],
    ['d', ['b']],
  ]);
  expect(circleIn(circle)).toEqual(['b', 'd', 'b']);
});
