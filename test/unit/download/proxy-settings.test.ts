import { describe, expect, it } from 'vitest';
import { readProxySettings } from '../../../src/download/proxy-settings.ts';

describe('readProxySettings', () => {
  it.each([
    [{}, '', ''],
    [{ HTTP_PROXY: '', HTTPS_PROXY: ' ' }, '', ''],
    [{ HTTPS_PROXY: 'proxy:3128' }, '', 'http://proxy:3128'],
    [{ HTTP_PROXY: 'proxy.example.com:8080' }, 'http://proxy.example.com:8080', 'http://proxy.example.com:8080'],
    [{ HTTP_PROXY: 'http://a:1', HTTPS_PROXY: 'https://b:2' }, 'http://a:1', 'https://b:2'],
    [{ HTTPS_PROXY: 'https://b:2', https_proxy: 'c:3' }, '', 'http://c:3'],
    [{ HTTPS_PROXY: 'b', https_proxy: '' }, '', 'http://b'],
    [{ HTTPS_PROXY: 'user:p%40ss@proxy:3128' }, '', 'http://user:p%40ss@proxy:3128'],
    [{ HTTPS_PROXY: 'socks5://s:1080' }, '', 'socks5://s:1080'],
    [{ HTTPS_PROXY: 'http://proxy:3128/' }, '', 'http://proxy:3128/'],
  ])('%j', (env, http, https) => {
    expect(readProxySettings(env)).toEqual({ http, https, except: '' });
  });

  it.each([
    [{}, ''],
    [{ NO_PROXY: 'a.example, b.example' }, 'a.example, b.example'],
    [{ NO_PROXY: 'a.example', no_proxy: 'b.example' }, 'b.example'],
    [{ NO_PROXY: '', no_proxy: 'b.example' }, 'b.example'],
    [{ NO_PROXY: 'a.example', no_proxy: ' ' }, 'a.example'],
  ])('%j: no proxy for "%s"', (env, except) => {
    expect(readProxySettings(env).except).toBe(except);
  });

  it.each([
    [{ HTTPS_PROXY: 'proxy:port' }, 'HTTPS_PROXY is "proxy:port"'],
    [{ HTTPS_PROXY: 'http://proxy/proxy.pac' }, 'HTTPS_PROXY is "http://proxy/proxy.pac"'],
    [{ HTTPS_PROXY: 'http://proxy:3128/?a' }, 'HTTPS_PROXY is "http://proxy:3128/?a"'],
    [{ HTTPS_PROXY: 'proxy:3128#a' }, 'HTTPS_PROXY is "proxy:3128#a"'],
    [{ https_proxy: 'ftp://proxy' }, 'https_proxy is "ftp://proxy"'],
    [{ HTTP_PROXY: 'http://user:secret@proxy:x' }, 'HTTP_PROXY is "http://***@proxy:x"'],
    [{ HTTP_PROXY: 'user:secret@proxy:x' }, 'HTTP_PROXY is "***@proxy:x"'],
  ])('refuses %j without repeating a password', (env, words) => {
    expect(() => readProxySettings(env)).toThrow(words);
    expect(() => readProxySettings(env)).toThrow(/^(?!.*secret)/);
  });
});
