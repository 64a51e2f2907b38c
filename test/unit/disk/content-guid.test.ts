import { expect, it } from 'vitest';
import { contentGuid } from '../../../src/disk/content-guid.ts';

const of = (pieces: readonly (readonly [offset: number, text: string])[], size = 100): string => {
  const id = contentGuid();
  for (const [offset, text] of pieces) id.add(offset, Buffer.from(text));
  return id.finish(size);
};

it('depends on bytes, their places and the size of the disk', () => {
  const ids = [of([[1, 'a']]), of([[2, 'a']]), of([[1, 'b']]), of([[1, 'a']], 101), of([])];
  expect(new Set(ids).size).toBe(ids.length);
  expect(of([[1, 'a']])).toBe(ids[0]);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('is the one that is given, whatever the content', () => {
  const id = contentGuid('given');
  id.add(0, Buffer.from('a'));
  expect(id.finish(5)).toBe('given');
});
