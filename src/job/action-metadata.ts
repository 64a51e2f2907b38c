/** action.yml, rendered from the declarations: what GitHub reads of an action. */

import { stringify } from 'yaml';
import type { Action } from './action.ts';
import { defaultWords } from './default-words.ts';
import { allInputs } from './shared-inputs.ts';

/** The text of `actions/<name>/action.yml`. */
export function renderMetadata(action: Action): string {
  const bundle = `../../dist/${action.name}/index.js`;
  const inputs = Object.entries(allInputs(action)).map(([name, declaration]) => {
    const { type, description, template, default: constant, required } = declaration;
    // GitHub hands a default over as if it had been set: where the template file may give the value, it must stay out.
    const own = template === undefined ? { default: constant } : {};
    const words = `${type.label}. ${description} Default: ${plain(defaultWords(declaration))}.`;
    return [name, { description: words, ...(required && template === undefined && { required: true }), ...own }];
  });
  const outputs = Object.entries(allOutputs(action)).map(([name, { description }]) => [name, { description }]);
  const metadata = {
    name: `Stillframe ${action.name}`,
    description: action.description,
    author: 'Stillframe',
    branding: action.branding,
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    // Every action starts programs or sessions that a kill leaves behind.
    runs: { using: 'node24', main: bundle, post: bundle },
  };
  return `# Generated from the declarations in inputs.ts and action.ts by "npm run docs".\n${stringify(metadata, { lineWidth: 0 })}`;
}

/** The outputs of an action with the one that every action has. */
export function allOutputs({ outputs }: Pick<Action, 'outputs'>): Action['outputs'] {
  return { ...outputs, report: { description: 'Path of the JSON report.' } };
}

function plain(words: string): string {
  return words.replaceAll('**', '');
}
