import { describe, expect, it } from 'vitest';
import { applyRules } from '../../../src/check/rule.ts';
import { STANDING_RULES, STATE_RULES } from '../../../src/check/state-rules.ts';
import type { TargetFacts } from '../../../src/check/target-facts.ts';
import { FACTS } from '../quiesce/sample-facts.ts';

const told = (more: Partial<TargetFacts>): unknown[] =>
  applyRules(STATE_RULES, { ...FACTS, ...more }).map(({ code, severity, predicts, seen }) => [
    code,
    severity,
    predicts,
    seen,
  ]);

describe('STATE_RULES', () => {
  it('have nothing to say of a VM that is as it should be', () => {
    expect(told({})).toEqual([]);
    expect(told({ toolsInstalled: undefined, toolsVersion: undefined, quiescedSnapshotsSupported: undefined })).toEqual(
      [],
    );
  });

  it.each<[Partial<TargetFacts>, unknown[]]>([
    [{ poweredOn: false, toolsRunning: false }, [['vm-powered-off', 'error', 'ignored', 'ws is powered off']]],
    [
      { toolsInstalled: false, toolsRunning: false },
      [['tools-not-installed', 'error', 'ignored', 'VMware Tools are not installed in ws']],
    ],
    [
      { toolsRunning: false },
      [
        [
          'tools-not-running',
          'error',
          'ignored',
          'VMware Tools do not run in ws, and vSphere silently ignores quiescing without them',
        ],
      ],
    ],
    [
      { toolsInstalled: undefined, toolsRunning: false },
      [['tools-not-running', 'error', 'ignored', expect.any(String)]],
    ],
    [
      { toolsVersion: 10_271 },
      [['tools-too-old', 'warning', 'filesystem', 'VMware Tools 10.0.31 in ws are older than 10.1']],
    ],
    [
      { toolsVersion: 9379 },
      [['tools-too-old', 'warning', 'filesystem', expect.stringContaining('Tools 9.5.3 in ws')]],
    ],
    [{ toolsVersion: 10_272 }, []],
    [{ toolsVersion: 1 }, [['tools-too-old', 'warning', 'filesystem', expect.stringContaining('0.0.1')]]],
    [{ toolsVersion: 0 }, []],
    [
      { quiescedSnapshotsSupported: false },
      [
        [
          'quiesced-snapshots-unsupported',
          'error',
          'failed',
          'vSphere says that ws does not support quiesced snapshots',
        ],
      ],
    ],
    [
      { disksOutside: ['Hard disk 2 (independent_persistent)', 'Hard disk 3 (physicalMode)'] },
      [
        [
          'disk-independent',
          'error',
          'failed',
          'Hard disk 2 (independent_persistent) of ws is outside of every snapshot',
        ],
        ['disk-independent', 'error', 'failed', 'Hard disk 3 (physicalMode) of ws is outside of every snapshot'],
      ],
    ],
    [{ snapshots: 1 }, [['snapshots-exist', 'warning', undefined, 'ws already has a snapshot']]],
    [{ snapshots: 3 }, [['snapshots-exist', 'warning', undefined, 'ws already has 3 snapshots']]],
  ])('%j', (facts, expected) => {
    expect(told(facts)).toEqual(expected);
  });
});

it('tells what is wrong with a machine that is off from what is only said of a running one', () => {
  expect(STANDING_RULES.map(({ code }) => code)).toEqual([
    'tools-not-installed',
    'tools-too-old',
    'disk-independent',
    'snapshots-exist',
  ]);
});
