/** Passes, components and architectures of an answer file: what Windows Setup would stop at, and what it would pass over. */

import { nearestName } from '../../nearest-name.ts';
import type { Finding } from '../../report/report.ts';
import { COMPONENTS, PASSES, PASSES_WITHOUT_EFFECT, WINDOWS_PE_COMPONENTS } from './components.ts';
import type { AnswerFault } from './fault.ts';
import type { AnswerComponent, AnswerFile, AnswerPass } from './parse-answer-file.ts';

const ARCHITECTURE = 'amd64';

export interface CheckedSettings {
  readonly faults: readonly AnswerFault[];
  readonly findings: readonly Finding[];
}

export function checkSettings(file: AnswerFile): CheckedSettings {
  const { passes, servicing, path } = file;
  const withoutEffect = passes.filter(({ name }) => PASSES_WITHOUT_EFFECT.includes(name));
  return {
    faults: [...passes.flatMap(passFaults), ...duplicates(passes)],
    findings: [
      ...withoutEffect.map(({ name, components }) => noEffect(path, `the pass ${name}`, components)),
      ...(servicing === undefined ? [] : [noEffect(path, 'the element servicing', [])]),
      ...passes.flatMap(({ components }) => components.flatMap((component) => unknownComponent(path, component))),
    ],
  };
}

function passFaults(pass: AnswerPass): readonly AnswerFault[] {
  const { name, components, element } = pass;
  const known = PASSES.some((candidate) => candidate === name);
  return [
    ...(known ? [] : [{ element, what: `there is no pass "${name}"${suggestion(name, PASSES)}` }]),
    ...components.flatMap((component) => componentFaults(component, pass)),
  ];
}

function componentFaults(component: AnswerComponent, pass: AnswerPass): readonly AnswerFault[] {
  const { name, architecture, element } = component;
  if (name === '') return [{ element, what: 'a component without a name' }];
  const faults: AnswerFault[] = [];
  const near = COMPONENTS.includes(name) ? undefined : nearestName(name, COMPONENTS, TYPO);
  if (near !== undefined) faults.push({ element, what: `there is no component ${name}; did you mean "${near}"?` });
  // Files for several architectures are common: what is there for amd64 too is no mistake.
  const twin = pass.components.some((other) => other.name === name && other.architecture === ARCHITECTURE);
  if (architecture !== ARCHITECTURE && !twin) {
    const what = architecture === '' ? 'has no processorArchitecture' : `is for ${architecture}`;
    faults.push({ element, what: `component ${name} ${what}; Windows Server takes amd64 only` });
  }
  if (WINDOWS_PE_COMPONENTS.includes(name) && pass.name !== 'windowsPE') {
    faults.push({ element, what: `component ${name} is of the pass windowsPE, it is unknown in ${pass.name}` });
  }
  return faults;
}

/** So many changed letters are a typo; farther names may be components that we do not know. */
const TYPO = 2;

/** Windows Setup: "A component or non-list setting is specified more than once in the answer file." */
function duplicates(passes: readonly AnswerPass[]): readonly AnswerFault[] {
  const seen = new Set<string>();
  return passes.flatMap((pass) =>
    pass.components.flatMap(({ name, architecture, element }) => {
      const key = `${pass.name}\n${name}\n${architecture}`;
      if (seen.has(key)) return [{ element, what: `component ${name} stands twice in the pass ${pass.name}` }];
      seen.add(key);
      return [];
    }),
  );
}

function noEffect(path: string, what: string, components: readonly AnswerComponent[]): Finding {
  const names = [...new Set(components.map(({ name }) => name))].join(', ');
  return {
    code: 'no-effect',
    severity: 'warning',
    seen: `In the answer file ${path} ${what} does nothing here${names === '' ? '' : ` (${names})`}: the image is applied, not set up.`,
    remedy: 'Move what is meant for the finished Windows to specialize or oobeSystem, and take out the rest.',
  };
}

function unknownComponent(path: string, { name, element }: AnswerComponent): readonly Finding[] {
  if (name === '' || nearestName(name, COMPONENTS, TYPO) !== undefined) return [];
  return [
    {
      code: 'unattend-component-unknown',
      severity: 'warning',
      seen: `The answer file ${path} sets a component ${name} (line ${element.line}) that is not in the table of known ones.`,
      remedy: 'Check its name: Windows Setup stops at a component that the image does not have.',
    },
  ];
}

function suggestion(written: string, names: readonly string[]): string {
  const nearest = nearestName(written, names);
  return nearest === undefined ? `; there are ${names.join(', ')}` : `; did you mean "${nearest}"?`;
}
