import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../src/check/rule.ts';
import { awaitStart, FIRST_BOOT_RULES, firstBootLimit } from '../../../src/quiesce/first-boot.ts';
import type { TargetGuest } from '../../../src/quiesce/verify-target.ts';

const TIMEOUT = 400;

/** A guest that shows these states one after the other, and then stays in the last. */
function guest(...states: readonly (readonly [boolean, string?])[]) {
  let looks = 0;
  return {
    looks: () => looks,
    guest: async (): Promise<TargetGuest> => {
      const [toolsRunning = false, firstBoot] = states[Math.min(looks, states.length - 1)] ?? [];
      looks += 1;
      return { toolsRunning, firstBoot };
    },
  };
}
const wait = (target: ReturnType<typeof guest>, expected: boolean, timeout = TIMEOUT) =>
  awaitStart(target, { expected, timeout, signal: new AbortController().signal });

describe('awaitStart', () => {
  it('waits for Tools that stay where no first boot is expected', async () => {
    const target = guest([false], [true]);
    // Ten times what the looks take: the machine may be busy.
    expect(await wait(target, false, 4000)).toEqual({ toolsRunning: true });
    expect(target.looks()).toBeGreaterThanOrEqual(3);
  });

  it('does not take Tools that come and go for running ones', async () => {
    expect(await wait(guest([true], [false], [true], [false]), false)).toEqual({ toolsRunning: false });
  });

  it('gives up after the time of a start', async () => {
    const started = Date.now();
    expect(await wait(guest([false]), false)).toEqual({ toolsRunning: false });
    expect(Date.now() - started).toBeLessThan(firstBootLimit(TIMEOUT));
  });

  it('waits for done where a first boot is expected, through its restarts', async () => {
    const target = guest(
      [false],
      [true, 'running'],
      [true, 'restarting'],
      [false],
      [true],
      [true, 'running'],
      [true, 'done'],
    );
    expect(await wait(target, true)).toEqual({ toolsRunning: true, firstBoot: { outcome: 'done', status: 'done' } });
  });

  it('does not take running Tools for a first boot that is done', async () => {
    expect(await wait(guest([true]), true, 100)).toEqual({
      toolsRunning: true,
      firstBoot: { outcome: 'unfinished', status: undefined },
    });
  });

  it('gives an expected first boot longer than a start', async () => {
    const states = Array.from({ length: 6 }, (): readonly [boolean, string?] => [true, 'running']);
    const started = Date.now();
    const end = await wait(guest(...states, [true, 'done']), true, 900);
    expect(end.firstBoot?.outcome).toBe('done');
    expect(Date.now() - started).toBeGreaterThan(900);
  });

  it('ends at once when a step failed', async () => {
    const target = guest([true, 'failed: 20-update-01']);
    expect(await wait(target, true)).toEqual({
      toolsRunning: true,
      firstBoot: { outcome: 'failed', status: 'failed: 20-update-01' },
    });
    expect(target.looks()).toBe(1);
  });

  it('waits for a first boot that nobody announced but that shows itself', async () => {
    const states = Array.from({ length: 5 }, (): readonly [boolean, string?] => [true, 'running']);
    expect((await wait(guest(...states, [true, 'done']), false, 150)).firstBoot?.outcome).toBe('done');
    expect((await wait(guest([true, 'failed: x']), false)).firstBoot?.outcome).toBe('failed');
  });

  it('ends with the run', async () => {
    const signal = AbortSignal.timeout(50);
    await expect(awaitStart(guest([false]), { expected: true, timeout: 60_000, signal })).rejects.toThrow();
  });
});

describe('the limit of a first boot', () => {
  it('is eight starts', () => {
    expect(firstBootLimit(15 * 60_000)).toBe(2 * 3_600_000);
  });
});

describe('FIRST_BOOT_RULES', () => {
  const seen = (outcome: 'done' | 'failed' | 'unfinished', status?: string, toolsRunning = true) =>
    applyRules(FIRST_BOOT_RULES, { name: 'ws', firstBoot: { outcome, status }, toolsRunning }).map(
      ({ code, seen: text, predicts }) => [code, text, predicts],
    );

  it('names the steps that failed', () => {
    expect(seen('failed', 'failed: 20-update-01 50-vmware-tools')).toEqual([
      ['first-boot-failed', 'The first boot of ws failed at 20-update-01, 50-vmware-tools', 'failed'],
    ]);
    expect(seen('failed', 'failed')[0]?.[1]).toBe('The first boot of ws failed without the name of a step');
  });

  it('says how far an unfinished one came', () => {
    expect(seen('unfinished', 'restarting')).toEqual([
      ['first-boot-unfinished', 'The first boot of ws did not end: its last status is "restarting"', 'failed'],
    ]);
    expect(seen('unfinished', undefined, false)[0]?.[1]).toContain('no status, and VMware Tools do not run');
    expect(seen('unfinished')[0]?.[1]).toContain('no status, and VMware Tools run');
    // What a guest published at a start before is gone.
    const silent = { name: 'ws', firstBoot: { outcome: 'unfinished', status: undefined }, toolsRunning: true } as const;
    expect(applyRules(FIRST_BOOT_RULES, silent)[0]?.remedy).toContain('set stillframe.first-boot of the VM to baked');
  });

  it('has nothing to say about one that is done, or that there is none of', () => {
    expect(seen('done', 'done')).toEqual([]);
    expect(applyRules(FIRST_BOOT_RULES, { name: 'ws', firstBoot: undefined, toolsRunning: false })).toEqual([]);
  });
});

describe('what a start comes to', () => {
  it('knows a first boot that shows itself and is done', async () => {
    expect(await wait(guest([true, 'done']), false)).toEqual({
      toolsRunning: true,
      firstBoot: { outcome: 'done', status: 'done' },
    });
  });

  it('does not wait longer for one that was done while Tools were away', async () => {
    const target = guest([false, 'done']);
    const started = Date.now();
    expect(await wait(target, false, 60)).toEqual({
      toolsRunning: false,
      firstBoot: { outcome: 'done', status: 'done' },
    });
    expect(Date.now() - started).toBeLessThan(firstBootLimit(60) - 60);
  });

  it('waits for one that shows itself no longer than for one that is expected', async () => {
    const target = guest([true, 'running']);
    const end = await wait(target, false, 20);
    expect(end.firstBoot).toEqual({ outcome: 'unfinished', status: 'running' });
  });
});

describe('FIRST_BOOT_RULES, more', () => {
  const seen = (status: string): string | undefined =>
    applyRules(FIRST_BOOT_RULES, { name: 'ws', firstBoot: { outcome: 'failed', status }, toolsRunning: true })[0]?.seen;

  it('reads the steps however they are divided', () => {
    expect(seen('failed: a, b  c')).toBe('The first boot of ws failed at a, b, c');
    expect(seen('failed a')).toBe('The first boot of ws failed at a');
    expect(seen('failed:')).toBe('The first boot of ws failed without the name of a step');
  });
});
