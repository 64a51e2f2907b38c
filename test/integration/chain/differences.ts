/** Where two JSON values differ, as paths in which `*` stands for any place in a list; each once. */
export function differences(one: unknown, two: unknown, path = ''): readonly string[] {
  if (Array.isArray(one) && Array.isArray(two) && one.length === two.length) {
    return unique(one.flatMap((value, index) => differences(value, two[index], join(path, '*'))));
  }
  if (isObject(one) && isObject(two)) {
    const names = unique([...Object.keys(one), ...Object.keys(two)]);
    // The order of names counts as well: the files are compared by their digests.
    if (String(Object.keys(one)) !== String(Object.keys(two)) && names.length === Object.keys(one).length)
      return [path];
    return unique(names.flatMap((name) => differences(one[name], two[name], join(path, name))));
  }
  return Object.is(one, two) ? [] : [path];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function unique(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)];
}
