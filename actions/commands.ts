/** What the terminal knows: every action, and shorter ways to what people ask most. */

import type { Shortcut } from '../src/cli/action-command.ts';
import { actionCommand, shortcutCommand } from '../src/cli/action-command.ts';
import type { CommandGroup } from '../src/cli/help.ts';
import { INSPECT } from '../src/cli/inspect/inspect-command.ts';
import { tableText } from '../src/cli/table-text.ts';
import { describeChange } from '../src/plan/kb-changes.ts';
import type { Plan } from '../src/plan/plan-release.ts';
import { ACTIONS } from './all.ts';
import { planReleaseAction } from './plan-release/action.ts';

const GLOBS: Shortcut['words'] = {
  name: 'GLOB',
  description: 'Patterns of template files, from this folder on. Default: templates/**/*.{yml,yaml}.',
  type: { path: true },
  count: 'any',
};

const VALIDATE: Shortcut = {
  name: 'validate',
  description:
    'Checks template and lock files as a pull request does, without the network; faults with file, line and column',
  action: planReleaseAction,
  preset: { offline: 'true', when: 'always' },
  words: GLOBS,
  wordsAs: 'templates',
  result: (result) => {
    const { templates } = result as Plan;
    return [`${templates.length} ${templates.length === 1 ? 'template' : 'templates'}, no fault`];
  },
};

const PLAN: Shortcut = {
  name: 'plan',
  description: 'Says which templates would be built, and why; asks the catalog unless --offline is given',
  action: planReleaseAction,
  preset: {},
  words: GLOBS,
  wordsAs: 'templates',
  result: (result) => {
    const { templates, removed, count, batches } = result as Plan;
    const rows = templates.flatMap(({ file, build, reason, since, stale }) => [
      [build ? 'build' : 'leave', file, reason],
      ...[...since, ...stale].map((change) => ['', '', `${change.kind}: ${describeChange(change)}`]),
    ]);
    return [
      ...tableText(rows),
      ...removed.map((file) => `removed  ${file}`),
      `${count} ${count === 1 ? 'job' : 'jobs'} in ${batches.length} ${batches.length === 1 ? 'batch' : 'batches'}`,
    ];
  },
};

export const COMMANDS: readonly CommandGroup[] = [
  { title: 'Look and check', commands: [INSPECT, shortcutCommand(VALIDATE), shortcutCommand(PLAN)] },
  { title: 'The actions, in the order of the flow', commands: ACTIONS.map(actionCommand) },
];
