/** The tables of inputs and outputs, as Markdown. */

import type { Action } from '../../src/job/action.ts';
import { allOutputs } from '../../src/job/action-metadata.ts';
import { defaultWords } from '../../src/job/default-words.ts';
import { allInputs } from '../../src/job/shared-inputs.ts';

export function inputsTable(action: Action): string {
  const rows = Object.entries(allInputs(action)).map(
    ([name, declaration]) =>
      `| \`${name}\` | ${cell(declaration.type.label)} | ${cell(declaration.description)} | ${cell(defaultWords(declaration))} |`,
  );
  return ['| Input | Type | Meaning | Default |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

export function outputsTable(action: Action): string {
  const rows = Object.entries(allOutputs(action)).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return ['| Output | Meaning |', '| --- | --- |', ...rows].join('\n');
}

export function actionsTable(actions: readonly Action[]): string {
  const names = (part: object): string =>
    Object.keys(part)
      .map((name) => `\`${name}\``)
      .join(' ');
  const rows = actions.map(
    (action) =>
      `| [${action.name}](actions/${action.name}/README.md) | ${cell(action.description)} | ${names(allInputs(action))} | ${names(allOutputs(action))} |`,
  );
  return ['| Action | What it does | Inputs | Outputs |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Replaces what stands between `<!-- name:start -->` and `<!-- name:end -->`. */
export function fill(file: string, text: string, name: string, content: string): string {
  const pattern = new RegExp(`(<!-- ${name}:start -->)[\\s\\S]*?(<!-- ${name}:end -->)`);
  if (!pattern.test(text)) throw new Error(`${file} has no markers <!-- ${name}:start --> and <!-- ${name}:end -->`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}\n${content}\n${end}`);
}

/** One line, without what would end the cell or begin an HTML tag outside of code. */
function cell(text: string): string {
  const parts = text.replaceAll(/\s+/g, ' ').trim().replaceAll('|', '\\|').split('`');
  return parts.map((part, index) => (index % 2 === 0 ? part.replaceAll('<', '&lt;') : part)).join('`');
}
