import { afterEach, describe, expect, it } from 'vitest';
import type { When } from '../../../src/plan/decide.ts';
import type { ExaminedTemplate } from '../../../src/plan/examined-template.ts';
import { type CatalogQuestion, lookUp } from '../../../src/plan/look-up.ts';
import { parseLock } from '../../../src/updates/lock-file.ts';
import { type CatalogDouble, startCatalog } from '../../fakes/catalog/start.ts';
import { fakeContext } from '../windows/fake-context.ts';
import { recordedTools } from '../windows/fake-tools.ts';
import { lockText } from './plan-files.ts';

const open: CatalogDouble[] = [];
afterEach(async () => {
  for (const catalog of open.splice(0)) await catalog.close();
});

async function start(options?: Parameters<typeof startCatalog>[0]): Promise<CatalogDouble> {
  const catalog = await startCatalog(options);
  open.push(catalog);
  return catalog;
}

function examined(name: string, more: Partial<ExaminedTemplate> = {}): ExaminedTemplate {
  const updates = {
    ...{ include: ['cumulative', 'servicing-stack'], release: ['latest'], channel: 'regular' },
    ...{ exclude: [], mediaBuild: '20348.3000' },
  };
  const template = { name, file: `${name}.yml`, windows: { product: 'windows-server-2022' }, updates };
  return { template, lock: undefined, affected: undefined, ...more } as unknown as ExaminedTemplate;
}
const locked = (month: '2026-10' | '2026-11'): Partial<ExaminedTemplate> => ({
  lock: parseLock(lockText(month), 'a.lock'),
});

function ask(
  catalog: CatalogDouble,
  templates: readonly ExaminedTemplate[],
  {
    when = 'patch-tuesday',
    signal,
    ...question
  }: Partial<CatalogQuestion> & { when?: When; signal?: AbortSignal } = {},
): ReturnType<typeof lookUp> {
  const context = fakeContext('/nowhere', recordedTools());
  return lookUp(
    templates,
    {
      catalogUrl: catalog.url,
      releaseInfoUrl: catalog.releaseInfoUrl,
      env: {},
      patience: { timeZone: 'UTC', offsetDays: 0, hour: 0 },
      now: new Date('2026-11-28T12:00:00Z'),
      ...question,
    },
    when,
    signal ? { ...context, signal } : context,
  );
}
const MOVED = { kind: 'html', html: '<html>All new!</html>', match: /Search/ } as const;

describe('how locks stand', () => {
  it('is said of each template, in their order, and asked once for those that ask the same', async () => {
    const catalog = await start();
    const templates = [
      examined('a', locked('2026-10')),
      examined('b', { affected: false }),
      examined('c', { ...locked('2026-11'), affected: true }),
      examined('d'),
    ];
    const { states, findings } = await ask(catalog, templates);
    expect(states.map((state) => state?.kind)).toEqual(['stale', undefined, 'current', 'stale']);
    expect(findings).toEqual([]);
    const asked = catalog.requests.length;
    await ask(catalog, [examined('a')]);
    expect(catalog.requests.length).toBe(2 * asked);
  });

  it('is asked of nobody where no template is in question', async () => {
    const catalog = await start();
    expect(await ask(catalog, [examined('a', { affected: false })])).toEqual({ states: [], findings: [] });
    expect(await ask(catalog, [])).toEqual({ states: [], findings: [] });
    expect(catalog.requests).toEqual([]);
  });

  it('counts what was out on the last day that counts', async () => {
    const catalog = await start();
    const patience = { timeZone: 'UTC', offsetDays: 30, hour: 0 };
    const [state] = (await ask(catalog, [examined('a', locked('2026-10'))], { patience })).states;
    expect(state).toEqual({ kind: 'current' });
    const [unlocked] = (await ask(catalog, [examined('a')], { patience })).states;
    expect(unlocked).toMatchObject({ kind: 'stale', kbs: [{ to: 'KB5096945' }] });
  });

  it('is found without the release information, which nobody is asked for then', async () => {
    const catalog = await start({ faults: [{ kind: 'status', status: 403, match: /release/ }] });
    const { states, findings } = await ask(catalog, [examined('a', locked('2026-11'))], { releaseInfoUrl: 'none' });
    expect([states, findings]).toEqual([[{ kind: 'current' }], []]);
  });

  it('says that the release information could not be had, beside what the catalog says', async () => {
    const catalog = await start();
    const { states, findings } = await ask(catalog, [examined('a', locked('2026-11'))], {
      releaseInfoUrl: `${catalog.url}Search.aspx?q=KB9999999`,
    });
    expect(states).toEqual([{ kind: 'current' }]);
    expect(findings).toMatchObject([{ code: 'release-info-unavailable' }]);
  });
});

describe('a release that the catalog lacks yet', () => {
  it.each([
    [5, 't0, t1, t2, t3, t4: '],
    [7, 't0, t1, t2, t3, t4 and 2 more: '],
  ])('is said once for %i templates', async (count, names) => {
    const catalog = await start({ withdrawn: ['KB5098825'] });
    const { states, findings } = await ask(
      catalog,
      Array.from({ length: count }, (_, index) => examined(`t${index}`)),
    );
    expect(states.map((state) => state?.kind)).toEqual(Array(count).fill('waiting'));
    expect(findings).toMatchObject([
      {
        code: 'catalog-behind',
        severity: 'warning',
        seen: expect.stringMatching(new RegExp(`^${names}.*KB5098825`)) as string,
        remedy: expect.stringContaining('runs again later') as string,
      },
    ]);
  });
});

describe('a catalog that cannot be asked', () => {
  it('ends a plan that depends on it', async () => {
    const catalog = await start({ faults: [MOVED] });
    await expect(ask(catalog, [examined('a')])).rejects.toMatchObject({ code: 'catalog-changed' });
  });

  it('is a warning to one that does not, and says what is not known', async () => {
    const catalog = await start({ faults: [MOVED] });
    const { states, findings } = await ask(catalog, [examined('a')], { when: 'always' });
    expect(states).toEqual([]);
    expect(findings).toMatchObject([
      {
        code: 'stale-unknown',
        severity: 'warning',
        seen: expect.stringMatching(
          /#tableContainer.*\. Whether locks are behind the catalog is not known\.$/s,
        ) as string,
        remedy: expect.stringMatching(/What is built does not depend on it with "when: always"/) as string,
      },
    ]);
  });

  it('is no excuse for a cancel, nor for a template that asks what cannot be', async () => {
    const catalog = await start();
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(ask(catalog, [examined('a')], { when: 'always', signal })).rejects.toThrow('cancelled');
    const broken = examined('a', { template: undefined as never });
    await expect(ask(catalog, [broken], { when: 'always' })).rejects.toBeInstanceOf(TypeError);
  });
});
