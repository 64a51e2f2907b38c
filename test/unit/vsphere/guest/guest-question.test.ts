import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodedPowerShell } from '../../../../src/vsphere/guest/guest-answer.ts';
import { answerKeys, guestQuestion, MAX_PIECES, unpackAnswer } from '../../../../src/vsphere/guest/guest-question.ts';
import { powerShellTexts } from '../../../judges/powershell-texts.ts';
import { packedAnswer } from './packed-answer.ts';

const from =
  (info: Readonly<Record<string, string>>) =>
  (key: string): string | undefined =>
    info[`guestinfo.${key}`];

describe('a question', () => {
  const text = guestQuestion("$answer = @{ a = 'b' }\n");
  it('stops at errors before and after what is gathered, and says last how many pieces there are', () => {
    const stop = "$ErrorActionPreference = 'Stop'";
    expect(text.startsWith(`${stop}\n$answer = @{ a = 'b' }\n${stop}\n`)).toBe(true);
    const [piece, count] = [
      "'info-set guestinfo.stillframe.answer.' + $i",
      "'info-set guestinfo.stillframe.answer ' +",
    ];
    expect(text).toContain(piece);
    expect(text.indexOf(count)).toBeGreaterThan(text.indexOf(piece));
    expect(text).toMatch(/\+ \[DateTime\]::UtcNow\.Ticks \+ '-' \+ \$i\)\n/);
    // Each start of vmtoolsd may be refused.
    expect(text.match(/if \(\$LASTEXITCODE -ne 0\) \{ exit \$LASTEXITCODE \}/g)).toHaveLength(2);
    expect(text).toMatch(/\nexit 64\n$/);
  });

  it('fits into a command line, each of them', async () => {
    const asked = (await powerShellTexts()).filter((one) => one.text.includes('$answer'));
    expect(asked.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ask-facts', 'ask-texts', 'ask-output', 'inspect-guest', 'volume-check']),
    );
    // CreateProcess takes 32767 characters; what a shell on the way would take is 8191.
    for (const one of asked) {
      expect(Object.values(encodedPowerShell(one.text)).join(' ').length, one.name).toBeLessThan(8191);
    }
  });
});

describe('an answer', () => {
  // What does not shrink: each piece is a command line.
  const noise = Array.from({ length: 4000 }, (_, index) => Math.sin(index).toString(36)).join('');

  it('is put together from its pieces', () => {
    const large = packedAnswer({ noise, ü: [null] });
    expect(Object.keys(large).length).toBeGreaterThan(5);
    expect(unpackAnswer(from(large))).toEqual({ value: { noise, ü: [null] } });
    expect(unpackAnswer(from(packedAnswer(null)))).toEqual({ value: null });
  });

  it.each<[string, Record<string, string>]>([
    ['nobody gave', {}],
    ['lacks a piece', { ...packedAnswer({ noise }), 'guestinfo.stillframe.answer.1': '' }],
    [
      'has a piece of another',
      {
        ...packedAnswer({ noise }),
        ...Object.fromEntries(
          Object.entries(packedAnswer({ noise: `x${noise}` })).filter(([key]) => key.endsWith('.answer.1')),
        ),
      },
    ],
    ['does not say when it was given', { ...packedAnswer({}), 'guestinfo.stillframe.answer': '1' }],
    ['has no number', { ...packedAnswer({}), 'guestinfo.stillframe.answer': '1-x' }],
    ['has too many pieces', { ...packedAnswer({}), 'guestinfo.stillframe.answer': '1-100' }],
    ['is not packed', { ...packedAnswer({}), 'guestinfo.stillframe.answer.0': 'AAAA' }],
    ['is no JSON', { ...packedAnswer({}), 'guestinfo.stillframe.answer.0': gzipSync('{').toString('base64') }],
  ])('that %s is none', (_, info) => {
    expect(unpackAnswer(from(info))).toBeUndefined();
  });

  it('is unpacked up to 4 MiB', () => {
    const of = (length: number): Record<string, string> => packedAnswer('x'.repeat(length - 2));
    expect(unpackAnswer(from(of(2 ** 22)))).toEqual({ value: 'x'.repeat(2 ** 22 - 2) });
    expect(unpackAnswer(from(of(2 ** 22 + 1)))).toBeUndefined();
  });

  it('stands in as many keys as there are', () => {
    const last = { [`guestinfo.stillframe.answer.${MAX_PIECES - 1}`]: 'x' };
    expect(answerKeys(from({ ...packedAnswer({}), ...last, 'guestinfo.stillframe.other': 'x' }))).toEqual([
      'stillframe.answer',
      'stillframe.answer.0',
      'stillframe.answer.98',
    ]);
    expect(answerKeys(from({}))).toEqual([]);
  });
});
