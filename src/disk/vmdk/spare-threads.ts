/**
 * Compressing threads that are started before anybody has work for them: one takes as long to start as the rest of a program to load, and
 * does it on another core. The next pool takes them; the process does not wait for those that nobody takes.
 */

import { type DeflateThread, startDeflateThread, threadCount } from './deflate-thread.ts';

const spare: DeflateThread[] = [];

/** @param count of threads; default as many as a pool has */
export function startSpareThreads(count = threadCount()): void {
  while (spare.length < count) spare.push(startDeflateThread());
}

/** One that was started before, else a new one; who takes it closes it. */
export function takeThread(): DeflateThread {
  const thread = spare.shift() ?? startDeflateThread();
  thread.take();
  return thread;
}
