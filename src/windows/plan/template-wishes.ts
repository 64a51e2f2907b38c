/** What a template asks of an image, compared with what the step was given: a step never takes less without a word. */

import { type SourceLocation, UserError } from '../../errors.ts';
import { PRODUCT_FACTS, type Product } from '../../products/product.ts';
import type { Template } from '../../template/template.ts';
import type { UpdatePackage } from './update-package.ts';

/** The Windows that the template means. */
export interface ExpectedWindows {
  readonly product: Product;
  /** Language tag, e.g. `en-US`. */
  readonly language: string;
  /** The template file, for messages. */
  readonly file: string;
  /** Where each key stands in it. */
  readonly places: Template['places'];
}

export interface GivenInputs {
  readonly packages: string | undefined;
  readonly drivers: string | undefined;
  readonly toolsSetup: string | undefined;
}

interface Wish {
  readonly missing: boolean;
  readonly input: string;
  /** What the template says, as it is written there. */
  readonly key: string;
  readonly step: string;
  /** How to say no. */
  readonly no: string;
}

export function expectedWindows({ windows, file, places }: Template): ExpectedWindows {
  return { product: windows.product, language: windows.language, file, places };
}

/**
 * An input that the template needs and that is empty is most often the output of a step whose id is spelled wrong or that did not
 * run: an expression of GitHub that names nothing is an empty text.
 * @throws UserError input-missing that names every such input, the key that needs it and the step that gives it
 */
export function checkWishes(template: Template | undefined, given: GivenInputs): void {
  if (template === undefined) return;
  const { updates, drivers, customize, windows } = template;
  const brings = Object.keys(PRODUCT_FACTS[windows.product].inBoxDrivers).length > 0;
  const wishes: readonly Wish[] = [
    {
      missing: updates.include.length > 0 && (isEmpty(given.packages) || isEmptyList(given.packages)),
      input: 'packages',
      key: `updates.include: [${updates.include.join(', ')}]`,
      step: 'fetch-updates (output packages)',
      no: 'updates.include: []',
    },
    {
      // An empty list is an answer where Windows has the drivers itself; nothing at all is none.
      missing: drivers.include.length > 0 && (isEmpty(given.drivers) || (isEmptyList(given.drivers) && !brings)),
      input: 'drivers',
      key: `drivers.include: [${drivers.include.join(', ')}]`,
      step: 'extract-drivers (output drivers)',
      no: 'drivers.include: []',
    },
    {
      missing: customize.vmwareTools !== 'none' && isEmpty(given.toolsSetup),
      input: 'tools-setup',
      key: `customize.vmware-tools: ${customize.vmwareTools}`,
      step: 'extract-drivers (output tools-setup)',
      no: 'customize.vmware-tools: none',
    },
  ];
  const missing = wishes.filter((wish) => wish.missing);
  const [first] = missing;
  if (first === undefined) return;
  const location = nearestPlace(template.places, first.key.replace(/:.*/, ''));
  throw new UserError(
    'input-missing',
    `The template ${template.file} asks for more than this step was given: ${missing
      .map(({ input, key }) => `input ${input} is empty, but "${key}" needs it`)
      .join('; ')}`,
    `Did the step that gives it run, and is its id right? ${missing
      .map(
        ({ input, step, no }) => `${input} comes from ${step}; where it is not wanted write "${no}" in the template.`,
      )
      .join(' ')}`,
    location && { location },
  );
}

/** Of the key itself, or of the section that leaves it at its default. */
function nearestPlace(places: Template['places'], key: string): SourceLocation | undefined {
  return places.get(key) ?? places.get(key.replace(/\.[^.]*$/, ''));
}

/**
 * The kinds of updates that a template includes; which servicing stacks and .NET updates there are is for fetch-updates to know, but
 * there is a cumulative update in every month.
 * @throws UserError input-invalid
 */
export function checkUpdateKinds(template: Template | undefined, packages: readonly UpdatePackage[]): void {
  const wanted = template?.updates.include.includes('cumulative') ?? false;
  const named = template?.updates.release.some((release) => /^KB/i.test(release)) ?? false;
  if (!wanted || named || packages.some(({ kind }) => kind === undefined || kind === 'cumulative')) return;
  throw new UserError(
    'input-invalid',
    `Input packages holds no cumulative update, but "updates.include" of the template ${template?.file} asks for one`,
    'Give the whole output "packages" of fetch-updates.',
  );
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function isEmptyList(text: string | undefined): boolean {
  return /^\s*\[\s*\]\s*$/.test(text ?? '');
}
