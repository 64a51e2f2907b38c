import { expect, it } from 'vitest';
import { restBody, restHead, restPath, restRefusal, restValue } from '../../../../src/vsphere/wire/rest-style.ts';

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

it('says what is below a resource, or what /rest calls it', () => {
  const file = {
    resource: 'content/library/item/update-session',
    id: 'u 1',
    part: 'file',
    old: { resource: 'content/library/item/updatesession/file', action: 'add' },
  };
  expect(restPath('api', file)).toBe('/api/content/library/item/update-session/u%201/file');
  expect(restPath('rest', file)).toBe('/rest/com/vmware/content/library/item/updatesession/file/id:u%201?~action=add');
  const list = { ...file, old: { resource: 'x/file', query: { update_session_id: 'u&1' } } };
  expect(restPath('rest', list)).toBe('/rest/com/vmware/x/file?update_session_id=u%261');
  expect(restPath('api', { ...file, action: 'validate' })).toBe(
    '/api/content/library/item/update-session/u%201/file?action=validate',
  );
});

it('gives the token where the server looks for it, and the body that it understands', () => {
  const call = { body: { map: { a: 'b' } }, old: { body: { map: [{ key: 'a', value: 'b' }] } }, token: 't' };
  expect(restBody('api', call)).toBe('{"map":{"a":"b"}}');
  expect(restBody('rest', call)).toBe('{"client_token":"t","map":[{"key":"a","value":"b"}]}');
  expect(restBody('rest', { body: { name: 'x' }, parameter: 'create_spec', token: 't' })).toBe(
    '{"client_token":"t","create_spec":{"name":"x"}}',
  );
  expect(restHead('api', call)).toEqual({ 'Client-Token': 't' });
  expect([restHead('rest', call), restHead('api', {})]).toEqual([{}, {}]);
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
