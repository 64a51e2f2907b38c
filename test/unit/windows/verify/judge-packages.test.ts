import { describe, expect, it } from 'vitest';
import { parsePackageName } from '../../../../src/updates/package-identity.ts';
import type { UpdatePackage } from '../../../../src/windows/plan/update-package.ts';
import { judgePackages, type PresentPackage, updatesOfSteps } from '../../../../src/windows/verify/judge-packages.ts';
import { sampleUpdate } from '../sample-plan.ts';

const BUILD = '17763.107';

/** `name version` or `name version language`. */
function identity(text: string) {
  const [name = '', version = '', language] = text.split(' ');
  return { name, version, ...(language && { language }) };
}

function update(kind: string | undefined, named: string | undefined, more: Partial<UpdatePackage> = {}): UpdatePackage {
  const identities = named === undefined ? [] : named.split('+').map((text) => identity(text.trim()));
  return { ...sampleUpdate('windows10.0-x64.msu', kind), identities, ...more };
}

function present(text: string, state: PresentPackage['state'] = 'installed'): PresentPackage {
  return { identity: identity(text), state };
}

const ROLLUP = 'Package_for_RollupFix';
const STACK = 'Package_for_KB5005112 17763.2114.1.2';

describe('a package that was given', () => {
  it.each<[string, UpdatePackage, PresentPackage[]]>([
    ['is installed', update('servicing-stack', STACK), [present('x 1'), present(STACK)]],
    ['is written in another case', update(undefined, STACK), [present(STACK.toUpperCase())]],
    [
      'waits for the first start',
      update('dotnet', 'Package_for_DotNetRollup 10.0.4800.5'),
      [present('Package_for_DotNetRollup 10.0.4800.5', 'pending')],
    ],
    ['was superseded', update(undefined, STACK), [present(STACK, 'superseded')]],
    [
      'is there in a newer version',
      update('cumulative', `${ROLLUP} 17763.8880.1.5`),
      [present(`${ROLLUP} 17763.8880.1.6`)],
    ],
    [
      'is a stack, and there is a newer one',
      update('servicing-stack', STACK),
      [present('Package_for_ServicingStack_8870 17763.8870.1.1')],
    ],
    [
      'is a stack by its name',
      update(undefined, 'Package_for_ServicingStack_1 17763.1.1.1'),
      [present('package_for_servicingstack_2 17763.2.1.1')],
    ],
    ['is a language', update(undefined, 'Lang 10.0.1.1 de-DE'), [present('Lang 10.0.1.1 DE-de')]],
    [
      'is cumulative and says no name',
      update('cumulative', undefined, { build: '26100.4' }),
      [present(`${ROLLUP} 26100.4.1.5`)],
    ],
    [
      'is a checkpoint below what is there',
      update('checkpoint', undefined, { build: '26100.4' }),
      [present(`${ROLLUP} 26100.9.1.5`)],
    ],
    ['is cumulative and says nothing at all', update('cumulative', undefined), [present(`${ROLLUP} 17763.108.1.5`)]],
    [
      'is a stack without a name',
      update('servicing-stack', undefined, { build: '17763.9' }),
      [present('Package_for_ServicingStack_9 17763.9.1.1')],
    ],
    [
      'is a stack known by its KB',
      update('servicing-stack', undefined, { build: '17763.9', kb: 'KB1' }),
      [present('Package_for_KB1 17763.9.1.1')],
    ],
    [
      'brings a stack that is there',
      update('cumulative', `${ROLLUP} 17763.8.1.1`, { stack: '17763.7' }),
      [present(`${ROLLUP} 17763.8.1.1`), present('Package_for_ServicingStack 17763.7.1.1')],
    ],
    ['brings several that are there', update(undefined, 'a 1.1 + b 1.2'), [present('b 1.2'), present('a 1.1')]],
    [
      'is there twice, once only staged',
      update(undefined, 'a 1.1'),
      [present('a 1.1', { unknown: 'Staged' }), present('a 1.2')],
    ],
  ])('is there when it %s', (_, given, there) => {
    expect(judgePackages([given], there, BUILD)).toEqual({ faults: [], unproven: [] });
  });

  it.each<[string, UpdatePackage, PresentPackage[], string]>([
    [
      'nothing is there',
      update('servicing-stack', STACK, { kb: 'KB5005112' }),
      [],
      'KB5005112 (Package_for_KB5005112 17763.2114.1.2) is not among the packages of the image',
    ],
    [
      'an older one is there',
      update('cumulative', `${ROLLUP} 17763.8880.1.5`),
      [present(`${ROLLUP} 17763.8880.1.4`)],
      `windows10.0-x64.msu (${ROLLUP} 17763.8880.1.5) is not among the packages of the image`,
    ],
    [
      'it is for another build',
      update('cumulative', `${ROLLUP} 17763.8.1.5`),
      [present(`${ROLLUP} 20348.8.1.5`)],
      'is not among',
    ],
    [
      'it is of another language',
      update(undefined, 'Lang 10.0.1.1 de-DE'),
      [present('Lang 10.0.1.1 fr-FR'), present('Lang 10.0.1.1')],
      'is not among',
    ],
    [
      'it has another name',
      update('dotnet', 'Package_for_DotNetRollup 10.0.1.1'),
      [present('Package_for_DotNetRollup_481 10.0.1.1')],
      'is not among',
    ],
    [
      'an older stack is there',
      update('servicing-stack', STACK),
      [present('Package_for_ServicingStack_2 17763.2.1.1')],
      'is not among',
    ],
    [
      'a newer stack is there, and it is none',
      update(undefined, STACK),
      [present('Package_for_ServicingStack_8870 17763.8870.1.1')],
      'is not among',
    ],
    [
      'it is only staged',
      update(undefined, 'a 1.1'),
      [present('a 1.1', { unknown: 'Staged' })],
      '(a 1.1) is only "Staged" there',
    ],
    ['one of several is missing', update(undefined, 'a 1.1 + b 1.2'), [present('a 1.1')], '(b 1.2) is not among'],
    [
      'the build of one without a name was not reached',
      update('checkpoint', undefined, { build: '26100.4' }),
      [present(`${ROLLUP} 26100.3.9.9`)],
      `(${ROLLUP} 26100.4) is not among`,
    ],
    [
      'one that says nothing left the image as it was',
      update('cumulative', undefined),
      [present(`${ROLLUP} 17763.107.1.5`)],
      `(${ROLLUP}) is not among`,
    ],
    [
      'a stack without a name is not there',
      update('servicing-stack', undefined, { build: '17763.9', kb: 'KB1' }),
      [present('Package_for_KB2 17763.9.1.1'), present('Package_for_KB1 17763.8.1.1')],
      'is not among',
    ],
    [
      'its servicing stack is missing',
      update('cumulative', `${ROLLUP} 17763.8.1.1`, { stack: '17763.7' }),
      [present(`${ROLLUP} 17763.8.1.1`), present('Package_for_ServicingStack 17763.6.1.1')],
      'the servicing stack 17763.7 of windows10.0-x64.msu is not among',
    ],
  ])('is missed where %s', (_, given, there, words) => {
    const { faults, unproven } = judgePackages([given], there, BUILD);
    expect(faults).toEqual([expect.stringContaining(words)]);
    expect(unproven).toEqual([]);
  });
});

describe('a package that does not say its name', () => {
  const plain = update(undefined, undefined, { kb: 'KB7' });
  const named = update(undefined, 'a 1.1');
  const before = [present('x 1')];

  it('cannot be proven where nobody looked before', () => {
    expect(judgePackages([plain, named], [present('a 1.1')], BUILD)).toEqual({ faults: [], unproven: [plain] });
    const withoutBuild = update('servicing-stack', undefined);
    expect(judgePackages([withoutBuild], [], BUILD).unproven).toEqual([withoutBuild]);
  });

  it('has to bring something that no other package brings', () => {
    const fault = "KB7 changed nothing in the image's list of packages";
    expect(judgePackages([plain], before, BUILD, before)).toEqual({ faults: [fault], unproven: [] });
    expect(judgePackages([plain, named], [...before, present('a 1.2')], BUILD, before).faults).toEqual([fault]);
    expect(judgePackages([plain, named], [...before, present('a 1.2'), present('b 1')], BUILD, before)).toEqual({
      faults: [],
      unproven: [],
    });
    // A state that changed is something.
    expect(judgePackages([plain], [present('x 1', 'superseded')], BUILD, before).faults).toEqual([]);
    expect(judgePackages([plain], [present('X 1')], BUILD, before).faults).toEqual([fault]);
    // And so is another version or language of what was there.
    expect(judgePackages([plain], [present('x 2')], BUILD, before).faults).toEqual([]);
    expect(judgePackages([plain], [present('x 1 de-DE')], BUILD, before).faults).toEqual([]);
  });

  it('does not hide another that is missing', () => {
    expect(judgePackages([plain, named], [...before, present('b 1')], BUILD, before).faults).toHaveLength(1);
  });
});

it('counts targets and their checkpoints, each once', () => {
  const [target, checkpoint] = [update('cumulative', undefined), update('checkpoint', undefined)];
  const group = { target, checkpoints: [checkpoint] };
  const again = { kind: 'package', update: group } as const;
  expect(updatesOfSteps([again, { kind: 'cleanup', resetBase: false }, again])).toEqual([checkpoint, target]);
  expect(updatesOfSteps([])).toEqual([]);
});

it('reads names as DISM lists them', () => {
  expect(parsePackageName(`${ROLLUP}~31bf3856ad364e35~amd64~~17763.1.1.5`)).toEqual(identity(`${ROLLUP} 17763.1.1.5`));
});
