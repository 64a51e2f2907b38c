import { expect, it } from 'vitest';
import { playScreen } from './played-screen.ts';

const CLEAR = '\r\u001b[2K';
const bar = (full: number): string => `[${'█'.repeat(full)}${'░'.repeat(24 - full)}]`;

it('keeps results apart from what is told', () => {
  const { screen, out, err } = playScreen();
  screen.print('a result');
  screen.tell('some news');
  expect([out, err]).toEqual([['a result\n'], ['some news\n']]);
});

it('has no line that moves, no width and no colours in a pipe', () => {
  const { screen } = playScreen(undefined, {});
  expect(screen.progress).toBeUndefined();
  expect(screen.columns).toBeUndefined();
  expect(screen.paint.red('x') + screen.tone.red('x')).toBe('xx');
});

it('has them on a terminal, colours unless NO_COLOR says otherwise, nothing that moves on a dumb one', () => {
  expect(playScreen(80, {}).screen.paint.bold('x')).toBe('\u001b[1mx\u001b[0m');
  expect(playScreen(80, {}).screen.tone.red('x')).toBe('\u001b[31mx\u001b[0m');
  expect(playScreen(80, { NO_COLOR: '' }).screen.tone.red('x')).toBe('\u001b[31mx\u001b[0m');
  expect(playScreen(80, { NO_COLOR: '1' }).screen.tone.red('x')).toBe('x');
  expect(playScreen(77).screen.columns).toBe(77);
  // That of a container, or below script(1): nobody has said how wide it is.
  expect(playScreen(0).screen.columns).toBe(80);
  const dumb = playScreen(80, { TERM: 'dumb' }).screen;
  expect(dumb.progress).toBeUndefined();
  expect(dumb.paint.red('x')).toBe('x');
});

it('moves one line, below what is told meanwhile, and leaves its end', () => {
  const { screen, out, err } = playScreen(80);
  screen.progress?.('of the disk packed', 0.5);
  // Nothing new to see.
  screen.progress?.('of the disk packed', 0.501);
  screen.tell('news');
  screen.print('a result');
  screen.progress?.('of the disk packed', 1);
  screen.progress?.('of the disk packed', 1);
  const half = `${bar(12)}  50 % of the disk packed`;
  expect(err).toEqual([half, CLEAR, 'news\n', half, CLEAR, half, CLEAR, `${bar(24)} 100 % of the disk packed\n`]);
  expect(out).toEqual(['a result\n']);
});

it('begins anew behind an end, and takes the line away when all is over', () => {
  const { screen, err } = playScreen(80);
  screen.progress?.('', 1.2);
  screen.progress?.('', -1);
  screen.settle();
  screen.settle();
  expect(err).toEqual([`${bar(24)} 100 %\n`, `${bar(0)}   0 %`, CLEAR]);
});

it('never fills a line, which would wrap', () => {
  const { screen, err } = playScreen(20);
  screen.progress?.('of the disk packed', 0.25);
  expect(err).toEqual([`[${'█'.repeat(6)}${'░'.repeat(12)}`]);
});
