import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DownloadOptions, downloadFile } from '../../../src/download/download-file.ts';
import type { DownloadRequest } from '../../../src/download/transfer.ts';
import { type PlayedAnswer, type PlayedHttp, playHttp, transient } from './played-http.ts';

const TEXT = '0123456789';
const digest = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');
const SHA1 = digest('sha1', TEXT);
const SHA256 = digest('sha256', TEXT);
const QUICK = { attempts: 3, baseMs: 1, maxMs: 2 };
const WHOLE: PlayedAnswer = { headers: { 'content-length': '10' }, chunks: [TEXT] };
/** As each request begins. */
const ASK = 'The download of x.msu | download-failed | identity';

let work: string;
let partial: string;
let told: string[];
let progress: string[];
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-download-'));
  partial = join(work, 'x.partial');
  told = [];
  progress = [];
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

function download(
  played: PlayedHttp,
  request: Partial<DownloadRequest> = {},
  options: Partial<DownloadOptions> = {},
): ReturnType<typeof downloadFile> {
  return downloadFile({ url: 'https://host.example/x.msu', name: 'x.msu', sha256: SHA256, ...request }, partial, {
    http: played.http,
    signal: new AbortController().signal,
    retries: QUICK,
    onRetry: (message) => told.push(message),
    onProgress: (message) => progress.push(message),
    ...options,
  });
}
const content = (): string => readFileSync(partial, 'utf8');
const partOf = (from: number, to: number, total: number | '*' = 10): PlayedAnswer => ({
  status: 206,
  headers: { 'content-range': `bytes ${from}-${to - 1}/${total}` },
  chunks: [TEXT.slice(from, to)],
});

describe('a download', () => {
  it('is written and verified, whatever the pieces it comes in', async () => {
    const played = playHttp([{ ...WHOLE, chunks: ['012', '', '3456789'] }]);
    expect(await download(played, { sha1: SHA1, size: 10 })).toEqual({
      sha1: SHA1,
      sha256: SHA256,
      size: 10,
      received: 10,
    });
    expect(content()).toBe(TEXT);
    expect(played.asked).toEqual([`${ASK} | whole`]);
    expect([told, progress]).toEqual([[], []]);
  });

  it('needs no length that anybody says', async () => {
    expect(await download(playHttp([{ chunks: [TEXT] }]))).toMatchObject({ size: 10 });
  });

  it('of nothing is one too', async () => {
    const none = digest('sha256', '');
    expect(await download(playHttp([{ headers: { 'content-length': '0' } }]), { sha256: none })).toMatchObject({
      size: 0,
      received: 0,
    });
    expect(await download(playHttp([{}]), { sha256: none, size: 0 })).toMatchObject({ size: 0 });
  });

  it('tells how far it is, at most so often', async () => {
    const chunks = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
    await download(playHttp([{ ...WHOLE, chunks }]), {}, { progressMs: 0 });
    expect(progress).toHaveLength(10);
    expect(progress[0]).toBe('x.msu: 1 B of 10 B (10 %)');
    expect(progress[9]).toBe('x.msu: 10 B of 10 B (100 %)');
    rmSync(partial);
    progress = [];
    await download(playHttp([{ chunks }]), {}, { progressMs: 0 });
    expect(progress[2]).toBe('x.msu: 3 B');
    rmSync(partial);
    progress = [];
    await download(playHttp([{ chunks }]), { size: 10 }, { progressMs: 0 });
    expect(progress[2]).toBe('x.msu: 3 B of 10 B (30 %)');
    rmSync(partial);
    progress = [];
    await download(playHttp([WHOLE]), {}, { progressMs: 60_000 });
    expect(progress).toEqual([]);
  });

  it('needs nobody who is told', async () => {
    const http = playHttp([transient('lost'), WHOLE]).http;
    const signal = new AbortController().signal;
    const request = { url: 'https://host.example/x.msu', name: 'x.msu', sha256: SHA256 };
    const received = downloadFile(request, partial, { http, signal, retries: QUICK, progressMs: 0 });
    expect(await received).toMatchObject({ size: 10 });
  });
});

describe('a download that breaks', () => {
  it('goes on behind what came, if the file is still the same', async () => {
    const cut = { headers: { 'content-length': '10', etag: '"v1"' }, chunks: ['0123'], breaks: new Error('reset') };
    const played = playHttp([cut, partOf(4, 10)]);
    expect(await download(played)).toMatchObject({ size: 10, received: 10 });
    expect(played.asked).toEqual([`${ASK} | whole`, `${ASK} | bytes=4- | if-range "v1"`]);
    expect(told).toEqual([
      expect.stringMatching(
        /^The download of x\.msu: the connection to host\.example failed: reset; trying again in [0-2] ms at byte 4$/,
      ),
    ]);
    expect(content()).toBe(TEXT);
  });

  it('keeps the tag of the first answer, and takes no weak one', async () => {
    const cut = (text: string, etag: string, from?: number): PlayedAnswer => ({
      ...(from === undefined ? {} : partOf(from, from + text.length)),
      headers: { ...(from !== undefined && partOf(from, 10).headers), etag },
      chunks: [text],
      breaks: new Error('reset'),
    });
    const played = playHttp([cut('01', 'W/"weak"'), cut('2', '"v2"', 2), cut('3', '"v3"', 3), partOf(4, 10)]);
    await download(played);
    expect(played.asked.map((line) => line.slice(ASK.length + 3))).toEqual([
      'whole',
      'bytes=2-',
      'bytes=3- | if-range "v2"',
      'bytes=4- | if-range "v2"',
    ]);
  });

  it('takes the tag of the answer that began anew', async () => {
    const cut = (etag: string, chunks: string[]): PlayedAnswer => ({
      headers: { 'content-length': '10', etag },
      chunks,
      breaks: new Error('reset'),
    });
    const played = playHttp([cut('"v1"', ['xx']), cut('"v2"', ['0123']), partOf(4, 10)]);
    expect(await download(played)).toMatchObject({ size: 10 });
    expect(played.asked.map((line) => line.slice(ASK.length + 3))).toEqual([
      'whole',
      'bytes=2- | if-range "v1"',
      'bytes=4- | if-range "v2"',
    ]);
    expect(content()).toBe(TEXT);
  });

  it('is fetched once more as a whole where its pieces do not fit', async () => {
    const cut = { ...WHOLE, chunks: ['0123'], breaks: new Error('reset') };
    const other = { ...partOf(4, 10), chunks: ['xxxxxx'] };
    expect(await download(playHttp([cut, other, WHOLE]))).toMatchObject({ sha256: SHA256, received: 20 });
    expect(told.at(-1)).toBe('x.msu: its pieces do not fit, starting over');
    rmSync(partial);
    await expect(download(playHttp([cut, other, { ...WHOLE, chunks: ['9876543210'] }]))).rejects.toMatchObject({
      code: 'hash-mismatch',
    });
    // One that came as a whole in the end is judged as it is.
    await expect(download(playHttp([cut, { ...WHOLE, chunks: ['9876543210'] }]))).rejects.toMatchObject({
      code: 'hash-mismatch',
    });
  });

  it('ends before the length that was said, and is asked for the rest', async () => {
    const played = playHttp([{ ...WHOLE, chunks: ['0123'] }, partOf(4, 10)]);
    await download(played);
    expect(told).toEqual([expect.stringContaining('host.example failed: it ended after 4 of 10 bytes; trying')]);
  });

  it('is tried as often as the policy says, and then says why', async () => {
    const played = playHttp([transient('lost 1'), transient('lost 2'), transient('lost 3')]);
    await expect(download(played)).rejects.toMatchObject({ code: 'download-failed', message: 'lost 3' });
    expect(told.map((line) => line.slice(0, 6))).toEqual(['lost 1', 'lost 2']);
  });

  it('that brings bytes each time is tried on', async () => {
    const one = (index: number): PlayedAnswer => ({ ...partOf(index, index + 1), breaks: new Error('reset') });
    const first: PlayedAnswer = { ...WHOLE, chunks: ['0'], breaks: new Error('reset') };
    const played = playHttp([first, one(1), transient('lost'), one(2), one(3), one(4), partOf(5, 10)]);
    await download(played);
    expect(content()).toBe(TEXT);
    expect(told).toHaveLength(6);
  });

  it('keeps what came for another run, and counts a failure that brought nothing', async () => {
    const first: PlayedAnswer = { ...WHOLE, chunks: ['0123'], breaks: new Error('reset') };
    const lost = [1, 2].map(() => transient('lost'));
    await expect(download(playHttp([first, ...lost]))).rejects.toMatchObject({ message: 'lost' });
    expect(content()).toBe('0123');
    const next = playHttp([partOf(4, 10)]);
    expect(await download(next)).toMatchObject({ size: 10, received: 6 });
    expect(next.asked).toEqual([`${ASK} | bytes=4-`]);
  });

  it('waits as long as it was told', async () => {
    const played = playHttp([transient('busy', 2), WHOLE]);
    await download(played, {}, { retries: { attempts: 3, baseMs: 0, maxMs: 5 } });
    expect(told).toEqual(['busy; trying again in 2 ms at byte 0']);
  });

  it('is not tried again after what will not pass', async () => {
    const lasting = new Error('no such file');
    await expect(download(playHttp([lasting]))).rejects.toBe(lasting);
    expect(told).toEqual([]);
  });

  it.each(['write', 'ftruncate', 'open'])('is not tried again when the disk is what fails (%s)', async (syscall) => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC', syscall });
    const played = playHttp([{ ...WHOLE, chunks: ['01'], breaks: full }]);
    await expect(download(played)).rejects.toBe(full);
    expect(content()).toBe('01');
  });

  it('by a failing connection is tried again, though that has a system call too', async () => {
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET', syscall: 'read' });
    await download(playHttp([{ ...WHOLE, chunks: ['01'], breaks: reset }, partOf(2, 10)]));
    expect(content()).toBe(TEXT);
  });

  it('throws the reason when it is cancelled, and asks no more', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const played = playHttp([{ ...WHOLE, chunks: ['01'], breaks: new Error('aborted') }]);
    const cancel = { signal: controller.signal, progressMs: 0, onProgress: () => controller.abort(reason) };
    await expect(download(played, {}, cancel)).rejects.toBe(reason);
    expect(content()).toBe('01');
    const none = playHttp([]);
    await expect(download(none, {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(none.asked).toEqual([]);
  });
});

describe('what an earlier run left', () => {
  it('is hashed and taken up', async () => {
    writeFileSync(partial, TEXT.slice(0, 7));
    const played = playHttp([partOf(7, 10)]);
    expect(await download(played, { size: 10 })).toMatchObject({ sha256: SHA256, received: 3 });
    expect(played.asked).toEqual([`${ASK} | bytes=7-`]);
  });

  it('and is whole needs no request where the length is known, and one where it is not', async () => {
    writeFileSync(partial, TEXT);
    const known = playHttp([]);
    expect(await download(known, { size: 10 })).toMatchObject({ size: 10, received: 0 });
    const unknown = playHttp([{ status: 416, headers: { 'content-range': 'bytes */10' } }]);
    expect(await download(unknown)).toMatchObject({ size: 10, received: 0 });
    expect(unknown.asked).toEqual([`${ASK} | bytes=10-`]);
  });

  it('and is longer than the file is thrown away at once', async () => {
    writeFileSync(partial, `${TEXT}x`);
    const played = playHttp([WHOLE]);
    await download(played, { size: 10 });
    expect(played.asked).toEqual([`${ASK} | whole`]);
    expect(content()).toBe(TEXT);
  });

  it('and is damaged is found out at the end, and the file fetched from its first byte, once', async () => {
    writeFileSync(partial, 'xx');
    expect(await download(playHttp([partOf(2, 10), WHOLE]))).toMatchObject({ size: 10, received: 18 });
    expect(told).toEqual(['x.msu: the part kept from an earlier run is damaged, starting over']);
    expect(content()).toBe(TEXT);
    writeFileSync(partial, 'xx');
    const wrong = { ...WHOLE, chunks: ['9876543210'] };
    await expect(download(playHttp([partOf(2, 10), wrong]))).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(existsSync(partial)).toBe(false);
  });
});

describe('a server', () => {
  it('that knows no ranges sends all of it again', async () => {
    writeFileSync(partial, TEXT.slice(0, 7));
    expect(await download(playHttp([WHOLE]))).toMatchObject({ size: 10, received: 10 });
    expect(content()).toBe(TEXT);
  });

  it.each([
    ['from another byte', 'bytes 5-9/10'],
    ['of which it does not tell the place', 'items 4-9'],
    ['without a word', undefined],
  ])('that answers with a range %s is asked for all of it', async (_, range) => {
    writeFileSync(partial, TEXT.slice(0, 4));
    const answer: PlayedAnswer = {
      status: 206,
      headers: range === undefined ? {} : { 'content-range': range },
      chunks: ['x'],
    };
    const played = playHttp([answer, WHOLE]);
    await download(played);
    expect(played.asked.at(-1)).toBe(`${ASK} | whole`);
    expect(played.dropped()).toBe(1);
    expect(told[0]).toContain('it answered with another range than asked for; trying again');
    expect(content()).toBe(TEXT);
  });

  it('that sends less of a range than it says is asked for the rest', async () => {
    writeFileSync(partial, TEXT.slice(0, 4));
    const played = playHttp([{ ...partOf(4, 10), chunks: ['45'] }, partOf(6, 10)]);
    expect(await download(played)).toMatchObject({ size: 10, received: 6 });
    expect(told).toEqual([expect.stringContaining('it ended after 6 of 10 bytes; trying again')]);
  });

  it('that does not know how long the whole is, is believed for its part', async () => {
    writeFileSync(partial, TEXT.slice(0, 4));
    expect(await download(playHttp([partOf(4, 10, '*')]))).toMatchObject({ size: 10, received: 6 });
  });

  it.each([
    ['another file', 'bytes */7'],
    ['no file', undefined],
  ])('that has no such range of %s is asked for all of it', async (_, range) => {
    writeFileSync(partial, TEXT.slice(0, 4));
    const played = playHttp([
      { status: 416, headers: range === undefined ? {} : { 'content-range': range }, chunks: ['x'] },
      WHOLE,
    ]);
    await download(played);
    expect(played.asked.at(-1)).toBe(`${ASK} | whole`);
    expect(told[0]).toContain('it has no such range; trying again');
    expect(content()).toBe(TEXT);
  });

  it.each(['text/html; charset=utf-8', 'Text/HTML', 'application/xhtml+xml'])(
    'that sends a web page (%s) is no source of files',
    async (type) => {
      const page: PlayedAnswer = { headers: { 'content-type': type }, chunks: ['<html>'] };
      const played = playHttp([page]);
      await expect(download(played)).rejects.toMatchObject({
        code: 'download-failed',
        message: 'The download of x.msu: host.example sent a web page instead of the file',
        hint: expect.stringContaining('sign-in page'),
      });
      expect(played.dropped()).toBe(1);
      expect(content()).toBe('');
    },
  );

  it.each([
    ['of no length', {}, {}],
    ['of another length than was pinned', { 'content-length': '40' }, { size: 10 }],
    ['of the length of the file', { 'content-length': '10' }, { size: 10 }],
  ])('that sends a web page %s under the type of a file is none either', async (_, headers, request) => {
    for (const start of ['<html>\r\n<head>', '\ufeff \n<!DOCTYPE html>', '<HTML lang="en">', '<body onload="x()">']) {
      rmSync(partial, { force: true });
      const type = { 'content-type': 'application/octet-stream' };
      const played = playHttp([{ headers: { ...type, ...headers }, chunks: [start] }]);
      await expect(download(played, request)).rejects.toMatchObject({
        code: 'download-failed',
        message: 'The download of x.msu: host.example sent a web page instead of the file',
      });
      expect(content()).toBe('');
    }
  });

  it('that breaks off before it says what it sends is told by the length alone', async () => {
    const cut = { headers: { 'content-length': '40' }, chunks: [], breaks: new Error('reset') };
    await expect(download(playHttp([cut]), { size: 10 })).rejects.toMatchObject({ code: 'hash-mismatch' });
  });

  it('is asked for nothing more where the disk has no room for the rest', async () => {
    const played = playHttp([{ headers: { 'content-length': String(2 ** 62) }, chunks: [TEXT, 'never taken'] }]);
    await expect(download(played)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/ free; the download of x\.msu needs \d+ TiB$/) as string,
    });
    expect(content()).toBe(TEXT);
  });

  it.each([
    ['says', { headers: { 'content-length': '11' }, chunks: ['x'] }, 11],
    ['sends', { chunks: [`${TEXT}x`] }, 11],
  ])('that %s more than was pinned is refused', async (_, answer, found) => {
    await expect(download(playHttp([answer]), { size: 10 })).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: `x.msu from host.example has ${found} bytes or more, expected 10`,
      hint: expect.stringContaining('update-lock: true'),
    });
    expect(content()).toBe('');
  });

  it('that sends less than was pinned is refused in the end', async () => {
    await expect(download(playHttp([{ chunks: ['0123'] }]), { size: 10 })).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: 'x.msu from host.example has 4 bytes or more, expected 10',
    });
    expect(existsSync(partial)).toBe(false);
  });

  it('that sends more than it says is refused', async () => {
    await expect(download(playHttp([{ ...WHOLE, chunks: [TEXT, 'x'] }]))).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: 'x.msu from host.example has 11 bytes or more, expected what its Content-Length says',
    });
  });
});

describe('a file with another hash', () => {
  it.each([
    ['SHA-256', { sha256: 'a'.repeat(64), sha1: SHA1 }, SHA256, 'a'.repeat(64)],
    ['SHA-1', { sha256: SHA256, sha1: 'b'.repeat(40) }, SHA1, 'b'.repeat(40)],
  ])('by %s is refused and removed, with both said', async (label, pins, found, expected) => {
    await expect(download(playHttp([WHOLE]), pins)).rejects.toMatchObject({
      code: 'hash-mismatch',
      message: `x.msu: ${label} is ${found}, expected ${expected} (from https://host.example/x.msu)`,
      hint: expect.stringContaining('Verify the source before you pin the new hash'),
    });
    expect(existsSync(partial)).toBe(false);
    expect(told).toEqual([]);
  });
});
