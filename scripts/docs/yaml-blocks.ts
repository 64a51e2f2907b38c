/** The YAML of the pages: each block is of one kind, and every kind is checked. What is a piece of a workflow is made a whole one for actionlint. */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

export interface YamlBlock {
  /** From the root of the repository. */
  readonly page: string;
  /** Among the blocks of the page. */
  readonly index: number;
  readonly text: string;
}

/**
 * `workflow`, or a piece of one: `steps`, `jobs`, `inputs` (of the action whose page it is). `template`: a template file with the line of its
 * schema. `packages`: a packages-file.
 */
export type BlockKind = 'workflow' | 'steps' | 'jobs' | 'inputs' | 'template' | 'packages';

export function yamlBlocks(root: string): readonly YamlBlock[] {
  const pages = globSync(['*.md', 'docs/**/*.md', 'actions/*/README.md'], { cwd: root }).toSorted();
  return pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/^ *```ya?ml\n([\s\S]*?)^ *```$/gm)].map(
      ([, text = ''], index) => ({
        page,
        index,
        text,
      }),
    ),
  );
}

/** @throws Error for YAML that is none of them */
export function kindOfBlock({ page, index, text }: YamlBlock): BlockKind {
  if (text.startsWith('# yaml-language-server: ')) return 'template';
  // Pieces may show two ways beside each other.
  const value: unknown = parse(text, { uniqueKeys: false });
  if (isList(value)) {
    if (value.every((step) => isObject(step) && ('uses' in step || 'run' in step))) return 'steps';
  } else if (isObject(value)) {
    if ('on' in value && 'jobs' in value) return 'workflow';
    if (isList(value.packages)) return 'packages';
    const values = Object.values(value);
    if (values.every((job) => isObject(job) && 'runs-on' in job)) return 'jobs';
    if (page.startsWith('actions/') && values.every((one) => typeof one !== 'object')) return 'inputs';
  }
  throw new Error(`block ${index} of ${page} is YAML of no kind that is checked`);
}

/** @returns the text of a workflow around it; undefined for what is no piece of one */
export function asWorkflow(block: YamlBlock): string | undefined {
  const kind = kindOfBlock(block);
  if (kind === 'workflow') return block.text;
  if (kind === 'jobs') return wrap(parse(block.text) as object, block.text);
  if (kind !== 'steps') return undefined;
  const steps = parse(block.text) as readonly object[];
  const own = new Set(steps.map((step) => (step as { id?: string }).id));
  // What comes before in a workflow, as far as the piece asks for it.
  const asked = new Set([...block.text.matchAll(/\bsteps\.([\w-]+)\./g)].map(([, id]) => id));
  const before = [...asked].filter((id) => !own.has(id)).map((id) => ({ id, run: 'true' }));
  const job = { 'runs-on': 'ubuntu-24.04', 'timeout-minutes': 5, permissions: {}, steps: [...before, ...steps] };
  return wrap({ piece: job }, block.text);
}

function wrap(jobs: object, text: string): string {
  const needed = [...text.matchAll(/\bneeds\.([\w-]+)\.outputs\.([\w-]+)/g)];
  const names = new Set(needed.map(([, name = '']) => name));
  const before = [...names].map((name) => {
    const outputs = Object.fromEntries(needed.map(([, , output = '']) => [output, 'x']));
    return [name, { 'runs-on': 'ubuntu-24.04', permissions: {}, outputs, steps: [{ run: 'true' }] }];
  });
  const whole = Object.entries(jobs).map(([name, job]) => [
    name,
    { permissions: {}, steps: [{ run: 'true' }], ...(job as object) },
  ]);
  return stringify({
    name: 'a piece',
    on: { workflow_dispatch: {} },
    permissions: {},
    jobs: Object.fromEntries([...before, ...whole]),
  });
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
