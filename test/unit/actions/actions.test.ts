import { expect, it } from 'vitest';
import { ACTIONS } from '../../../actions/all.ts';

/** Whatever an action ignores in some company, it says by one of these, and refuses. */
const RULES = ACTIONS.flatMap(({ name, inputs }) =>
  Object.entries(inputs).flatMap(([input, { only = [], without = [] }]) =>
    [...only, ...without].map((rule) => ({ action: name, inputs, input, rule })),
  ),
);

it('what an input is used with, or without, is another input of the action, and a value that this can have', () => {
  expect(RULES.length).toBeGreaterThan(30);
  const wrong = RULES.filter(({ inputs, input, rule }) => {
    const other = inputs[rule.input];
    if (other === undefined || rule.input === input) return true;
    return rule.is?.some(
      (value) => !other.type.values?.includes(String(value)) && other.type.parse(String(value)) !== value,
    );
  });
  expect(wrong.map(({ action, input, rule }) => `${action} ${input}: ${rule.input}`)).toEqual([]);
});

it('every action holds what its run may leave, so that its post step can undo it', () => {
  const kinds = Object.fromEntries(ACTIONS.map(({ name, holds }) => [name, holds.map(({ kind }) => kind)]));
  expect(kinds).toEqual({
    'plan-release': [],
    'check-release': [],
    'fetch-updates': [],
    'extract-drivers': ['path', 'mounted-iso'],
    'build-vhd': ['path', 'mounted-iso', 'attached-disk', 'module-folder', 'loaded-hive'],
    'convert-ova': ['path'],
    'upload-esxi': ['vsphere-session', 'vsphere-rest-session', 'upload-import', 'upload-library-import', 'upload-item'],
    'bake-template': ['vsphere-session', 'bake', 'path', 'hyper-v-machine'],
    'verify-quiesce': ['vsphere-session', 'quiesce-copy', 'quiesce-check'],
    'publish-template': ['vsphere-session', 'vsphere-rest-session', 'publication', 'publication-item-copy'],
    'record-release': [],
    'repair-template': ['vsphere-session', 'path', 'vsphere-export', 'repair-copy', 'repair'],
    'audit-templates': ['vsphere-session', 'vsphere-export'],
  });
});
