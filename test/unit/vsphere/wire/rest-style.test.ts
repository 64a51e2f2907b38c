import { expect, it } from 'vitest';
import { restBody, restPath, restRefusal, restValue } from '../../../../src/vsphere/wire/rest-style.ts';

it('spells a path as the server does', () => {
  const item = { resource: 'content/library/item', id: 'a b', action: 'copy' };
  expect(restPath('api', item)).toBe('/api/content/library/item/a%20b?action=copy');
  expect(restPath('rest', item)).toBe('/rest/com/vmware/content/library/item/id:a%20b?~action=copy');
  expect(restPath('api', { resource: 'content/library' })).toBe('/api/content/library');
  expect(restPath('rest', { resource: 'content/library' })).toBe('/rest/com/vmware/content/library');
});

it('wraps a body that is one parameter, where the server wants it so', () => {
  const one = { body: { name: 'x' }, parameter: 'spec' };
  expect(restBody('api', one)).toBe('{"name":"x"}');
  expect(restBody('rest', one)).toBe('{"spec":{"name":"x"}}');
  expect(restBody('rest', { body: { a: 1, b: 2 } })).toBe('{"a":1,"b":2}');
  expect(restBody('api', {})).toBeUndefined();
});

it('takes the value out of an answer', () => {
  expect(restValue('api', '["a"]')).toEqual(['a']);
  expect(restValue('rest', '{"value":["a"]}')).toEqual(['a']);
  expect(restValue('rest', '{}')).toBeUndefined();
  expect(restValue('rest', 'null')).toBeUndefined();
  expect(restValue('api', ' \n')).toBeUndefined();
});

it('reads a refusal of either spelling, and of none', () => {
  const messages = [{ default_message: 'No such item.' }, {}, { default_message: 'Really.' }];
  expect(restRefusal(JSON.stringify({ error_type: 'NOT_FOUND', messages }))).toEqual({
    type: 'not_found',
    text: 'No such item.; Really.',
  });
  const old = { type: 'com.vmware.vapi.std.errors.already_exists', value: { messages } };
  expect(restRefusal(JSON.stringify(old))).toEqual({ type: 'already_exists', text: 'No such item.; Really.' });
  expect(restRefusal('<html>')).toEqual({ type: '', text: '' });
  expect(restRefusal('null')).toEqual({ type: '', text: '' });
});
