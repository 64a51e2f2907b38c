import { describe, expect, it } from 'vitest';
import { createHostPolicy, isLoopback, MICROSOFT_SUFFIXES } from '../../../src/download/host-policy.ts';

const microsoft = createHostPolicy({ suffixes: MICROSOFT_SUFFIXES });

describe('hosts by suffix', () => {
  it.each([
    'https://microsoft.com/x',
    'https://catalog.update.microsoft.com/x',
    'https://windowsupdate.com/',
    'https://CATALOG.S.DOWNLOAD.WindowsUpdate.com/x.msu',
    'https://microsoft.com:8443/x',
  ])('%s may be asked', (text) => {
    expect(microsoft.check(text, 'The page')).toEqual(new URL(text));
  });

  it.each([
    ['http://microsoft.com/x', 'only https is accepted'],
    ['https://evilmicrosoft.com/x', 'evilmicrosoft.com is not one of *.windowsupdate.com, *.microsoft.com'],
    ['https://microsoft.com.evil.example/', 'microsoft.com.evil.example is not one of'],
    ['https://user@microsoft.com/', 'it carries a user name or password'],
    ['https://:word@microsoft.com/', 'it carries a user name or password'],
    ['http://127.0.0.1/', 'only https is accepted'],
    ['https://localhost/', 'localhost is not one of'],
  ])('%s is refused', (text, why) => {
    expect(() => microsoft.check(text, 'The page')).toThrow(
      expect.objectContaining({
        code: 'download-failed',
        message: expect.stringMatching(/^The page was to come from https?:\/\/[^/@]*, which is refused: /),
        hint: expect.stringContaining('name it as catalog-url'),
      }),
    );
    expect(() => microsoft.check(text, 'The page')).toThrow(why);
  });

  it('are all there are where nobody names any, over https', () => {
    const any = createHostPolicy({});
    expect(any.check('https://anything.example/', 'x').host).toBe('anything.example');
    expect(() => any.check('http://anything.example/', 'x')).toThrow('only https');
  });
});

describe('a mirror', () => {
  const policy = createHostPolicy({ suffixes: ['.example.com'], mirrors: ['http://mirror:8080/updates/'] });

  it('may be asked at any path, by its scheme and port alone', () => {
    expect(policy.check('http://mirror:8080/other', 'x').pathname).toBe('/other');
    expect(() => policy.check('http://mirror/other', 'x')).toThrow('only https');
    expect(() => policy.check('https://mirror:8080/', 'x')).toThrow('mirror is not one of *.example.com');
    expect(() => policy.check('http://other:8080/', 'x')).toThrow('only https');
  });

  it('still carries no password', () => {
    expect(() => policy.check('http://u:p@mirror:8080/', 'x')).toThrow('it carries a user name or password');
  });

  it('on this machine opens this machine, and one elsewhere does not', () => {
    const local = createHostPolicy({ suffixes: ['.example.com'], mirrors: ['http://mirror/', 'http://127.0.0.1:1/'] });
    expect(local.check('http://localhost:2/x', 'x').port).toBe('2');
    expect(local.check('https://[::1]/', 'x').hostname).toBe('[::1]');
    expect(() => local.check('http://elsewhere/', 'x')).toThrow('only https');
    expect(() => policy.check('http://127.0.0.1:1/', 'x')).toThrow('only https');
  });

  it.each(['mirror', 'ftp://mirror/', ''])('is no web address: "%s"', (mirror) => {
    expect(() => createHostPolicy({ mirrors: [mirror] })).toThrow(
      expect.objectContaining({
        code: 'download-failed',
        message: `the configured address: "${mirror}" is not a web address`,
        hint: 'Write an absolute https address.',
      }),
    );
  });
});

it.each(['/relative', 'file:///etc/passwd', 'ftp://microsoft.com/'])('%s is no web address', (text) => {
  expect(() => microsoft.check(text, 'The page')).toThrow(`The page: "${text}" is not a web address`);
});

it.each([
  ['localhost', true],
  ['a.localhost', true],
  ['[::1]', true],
  ['127.0.0.1', true],
  ['127.255.1.20', true],
  ['alocalhost', false],
  ['localhost.example', false],
  ['[::2]', false],
  ['128.0.0.1', false],
  ['127.0.0.1.example', false],
  ['a127.0.0.1', false],
  ['127.0.0', false],
])('%s is this machine: %s', (hostname, is) => {
  expect(isLoopback(hostname)).toBe(is);
});
