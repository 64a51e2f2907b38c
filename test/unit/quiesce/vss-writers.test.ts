import { describe, expect, it } from 'vitest';
import { hasFailed, parseVssWriters } from '../../../src/quiesce/vss-writers.ts';

const ID = '{e8132975-6f93-4464-a53e-1050253ae220}';
const INSTANCE = '{4d5a1c1e-0000-4111-8222-abcdefabcdef}';
const writer = (name: string, id: string, instance: string, state: string, error: string): string =>
  `${name}\r\n   ${id} ${ID}\r\n   ${instance} ${INSTANCE}\r\n   ${state}\r\n   ${error}\r\n\r\n`;
const HEAD =
  'vssadmin 1.1 - Volume Shadow Copy Service administrative command-line tool\r\n(C) Copyright 2001-2013 Microsoft Corp.\r\n\r\n';

describe('parseVssWriters', () => {
  it('reads what English Windows prints', () => {
    const text =
      HEAD +
      writer(
        "Writer name: 'System Writer'",
        'Writer Id:',
        'Writer Instance Id:',
        'State: [1] Stable',
        'Last error: No error',
      ) +
      writer(
        "Writer name: 'SqlServerWriter'",
        'Writer Id:',
        'Writer Instance Id:',
        'State: [8] Failed',
        'Last error: Non-retryable error',
      );
    expect(parseVssWriters(text)).toEqual([
      { name: 'System Writer', state: 1, error: 'No error' },
      { name: 'SqlServerWriter', state: 8, error: 'Non-retryable error' },
    ]);
  });

  it.each([
    [
      'German',
      'Verfassername: "System Writer"',
      'Verfasserkennung:',
      'Verfasserinstanzkennung:',
      'Status: [9] Fehler',
      'Letzter Fehler: Zeitüberschreitung',
      'Zeitüberschreitung',
    ],
    [
      'French',
      'Nom du rédacteur : « System Writer »',
      'Id. du rédacteur :',
      'Id. d’instance :',
      'État : [9] Échec',
      'Dernière erreur : Dépassement',
      'Dépassement',
    ],
    [
      'Japanese',
      'ライター名: 「System Writer」',
      'ライター ID:',
      'ライター インスタンス ID:',
      '状態: [9] 失敗',
      '最後のエラー: タイムアウト',
      'タイムアウト',
    ],
    [
      'Chinese with its own colons',
      '编写器名称：“System Writer”',
      '编写器 Id：',
      '编写器实例 Id：',
      '状态：[9] 失败',
      '上一个错误：超时',
      '超时',
    ],
    ['text in the wrong code page', "Nom du r?dacteur?: 'System Writer'", '?:', '?:', '?tat?: [9] ?chec', 'x?: y', 'y'],
  ])('reads what it is by its form, not its words: %s', (_, name, id, instance, state, error, read) => {
    expect(parseVssWriters(writer(name, id, instance, state, error))).toEqual([
      { name: 'System Writer', state: 9, error: read },
    ]);
  });

  it('finds none where there is none, and leaves out what is no writer', () => {
    expect(parseVssWriters('')).toEqual([]);
    expect(parseVssWriters(HEAD)).toEqual([]);
    expect(parseVssWriters(`Name: 'x'\n ${ID}\n State: [1] Stable\n`)).toEqual([]);
    expect(parseVssWriters(`Name: 'x'\n ${ID}\n ${INSTANCE}\n State: Stable\n`)).toEqual([]);
    expect(parseVssWriters(`Name: 'x'\n ${ID}\n ${INSTANCE}\n State: [7] x`)).toEqual([
      { name: 'x', state: 7, error: '' },
    ]);
  });
});

describe('hasFailed', () => {
  it.each([
    [0, false],
    [1, false],
    [5, false],
    [6, true],
    [9, true],
    [15, true],
    [16, false],
  ])('state %i: %s', (state, failed) => {
    expect(hasFailed({ name: 'x', state, error: '' })).toBe(failed);
  });
});
