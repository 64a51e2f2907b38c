import { describe, expect, it } from 'vitest';
import { findGuestStatus, findVssCodes, readGuestReport } from '../../../src/quiesce/guest-report.ts';
import type { TargetEvent } from '../../../src/quiesce/verify-target.ts';

const event = (message: string, parts?: readonly string[]): TargetEvent => ({
  time: '2026-11-24T00:00:00Z',
  message,
  ...(parts && { parts }),
});
const numbers = (text: string): string[] => findVssCodes(text).map(({ number }) => number.toString(16));

describe('findGuestStatus', () => {
  it.each([
    ['The error code was: 5 The error message was', 5],
    ['Der Fehlercode war: 2 Die Fehlermeldung', 2],
    ['Le code d’erreur était : 3', 3],
    ['El código de error era: 4', 4],
    ['Il codice di errore era: 1', 1],
    ['エラー コード: 2 …', 2],
    ['エラーコード：4', 4],
    ['오류 코드: 5', 5],
    ['错误代码为: 3', 3],
    ['錯誤碼: 2', 2],
    ['The error message was: 5', undefined],
    ['A snapshot of 3 disks', undefined],
  ])('%s', (text, status) => {
    expect(findGuestStatus(text)).toBe(status);
  });
});

describe('findVssCodes', () => {
  it('reads hexadecimal and IDispatch numbers once each, in their order', () => {
    expect(numbers('failed: IDispatch error #8479 (0x8004231f), then 0x80070005')).toEqual(['8004231f', '80070005']);
    expect(numbers('IDispatch error #8452')).toEqual(['80042304']);
    expect(numbers('0X8004231F 0x8004231f')).toEqual(['8004231f']);
  });

  it('takes neither successes nor longer numbers for failures', () => {
    expect(numbers('0x00042309 0x8004231f0 0x1234 at 10x80042301')).toEqual([]);
  });

  it('explains an unknown Windows error by its number', () => {
    const [found] = findVssCodes('0x80071234');
    expect(found?.code).toMatchObject({ name: 'Windows error 4660', finding: 'vss-unexpected', specific: false });
    expect(found?.code.meaning).toContain('net helpmsg 4660');
    expect(findVssCodes('0x80041234')[0]?.code.name).toBe('an error without a name here');
  });
});

describe('readGuestReport', () => {
  const fault = { type: 'ApplicationQuiesceFault', message: 'Failed to quiesce the virtual machine.\nmore' };

  it('takes number, codes and text from the newest event that says something', () => {
    const report = readGuestReport(fault, [
      event('quiescing. The error code was: 2'),
      event('error during quiescing. The error code was: 5 0x80042316'),
      event('Task: quiesced snapshot failed'),
    ]);
    expect(report?.text).toContain('0x80042316');
    expect([report?.status, report?.codes.map(({ number }) => number)]).toEqual([5, [0x80042316]]);
  });

  it('prefers the arguments of the message, which no language changes', () => {
    const report = readGuestReport(fault, [event('何かが失敗しました 9', ['2', '0x80070005 拒否'])]);
    expect([report?.status, report?.codes[0]?.code.finding]).toEqual([2, 'vss-access-denied']);
  });

  it('takes no argument for a status that is none', () => {
    expect(readGuestReport(undefined, [event('powered on', ['7', 'x'])])).toBeUndefined();
    expect(readGuestReport(undefined, [event('moved to', ['4'])])).toBeUndefined();
  });

  it('falls back to the fault, then to any word about quiescing', () => {
    expect(readGuestReport({ ...fault, message: 'failed (0x80042301)' }, [event('quiesce')])?.codes[0]?.number).toBe(
      0x80042301,
    );
    expect(readGuestReport(fault, [event('Something quiesced\n oddly')])?.text).toBe('Something quiesced oddly');
    expect(readGuestReport(fault, [event('powered on')])?.text).toBe('Failed to quiesce the virtual machine.');
    expect(readGuestReport(undefined, [])).toBeUndefined();
  });
});

describe('the number of a report', () => {
  it.each([
    ['Fehlercode: 12', 12],
    ['FEHLERCODE 3', 3],
    ['Codice errore 4', 4],
    ["code d'erreur 2", 2],
    ['错误码: 1', 1],
    ['錯誤代碼 5', 5],
    ['error code and then many words: 5', undefined],
  ])('of "%s" is %s', (text, status) => {
    expect(findGuestStatus(text)).toBe(status);
  });

  it.each([
    [['0', 'x'], 0],
    [['5', 'x'], 5],
    [[' 3 ', 'x'], 3],
    [['6', 'x'], 9],
    [['15', 'x'], 9],
    [['3x', 'x'], 9],
    [['3'], 9],
    [[], 9],
  ])('with the arguments %j is %s', (parts, status) => {
    expect(readGuestReport(undefined, [event('error code: 9', parts)])?.status).toBe(status);
  });
});

it('a report that says nothing of its own is told by the newest that names quiescing, in one line', () => {
  const events = [event('quiesced once'), event(' Quiescing\n  twice '), event('powered on')];
  expect(readGuestReport(undefined, events)).toEqual({ text: 'Quiescing twice', status: undefined, codes: [] });
  expect(readGuestReport({ type: 'x', message: ' first \nerror code: 3' }, [])).toMatchObject({
    text: 'first error code: 3',
    status: 3,
  });
  expect(readGuestReport({ type: 'x', message: ' first \nsecond' }, [])).toMatchObject({
    text: 'first',
    status: undefined,
  });
});
