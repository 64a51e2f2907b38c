import { describe, expect, it } from 'vitest';
import { serverUrl } from '../../../../src/vsphere/wire/server-url.ts';

describe('serverUrl', () => {
  it.each([
    ['vc.example.com', 'https://vc.example.com/'],
    ['10.0.0.5:8443', 'https://10.0.0.5:8443/'],
    ['[2001:db8::5]:8443', 'https://[2001:db8::5]:8443/'],
    ['https://vc.example.com/sdk', 'https://vc.example.com/'],
    ['HTTPS://vc.example.com/ui/', 'https://vc.example.com/'],
    [' vc.example.com ', 'https://vc.example.com/'],
  ])('takes %s', (server, url) => {
    expect(serverUrl(server).href).toBe(url);
  });

  it.each([
    '',
    'http://vc.example.com',
    'user:secret@vc.example.com',
    'vc.example.com/folder',
    'vc example',
    'vc:99999',
  ])('refuses "%s"', (server) => {
    expect(() => serverUrl(server)).toThrow(expect.objectContaining({ code: 'input-invalid' }) as Error);
  });
});

it.each(['vc#x', 'vc?x', 'u@vc', 'vc/x', 'xhttps://vc', ''])('%s is none', (server) => {
  expect(() => serverUrl(server)).toThrow(`"${server}" is not the name of a server`);
});
