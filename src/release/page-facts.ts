/** What the release was made of, by digest, and where: for who wants to check it, folded away for who does not. */

import { type Html, html } from '../report/html.ts';
import { formatSize } from '../units.ts';
import type { ReleaseBake, ReleaseInput, ReleaseRecord } from './release-record.ts';

const ROLES: Readonly<Record<ReleaseInput['role'], string>> = {
  template: 'Template',
  base: 'Base of the template',
  lock: 'Lock',
  iso: 'Windows ISO',
  'tools-iso': 'VMware Tools ISO',
  'tools-setup': 'VMware Tools installer',
  file: 'File',
  script: 'First-boot script',
};

type Fact = readonly [string, Html];

export function factsSection(record: ReleaseRecord): Html {
  const { inputs, ova, packages } = record;
  return html`<section aria-labelledby="facts"><h2 id="facts">What it is made of</h2>
<dl class="facts">${facts([
    ['OVA', digest(`${ova.file}, ${formatSize(ova.size)}`, ova.sha256)],
    ...inputs.map(({ role, name, sha256 }): Fact => [ROLES[role], digest(name, sha256)]),
    ...driverFacts(record),
  ])}</dl>
${packages.length > 0 && html`<details class="group"><summary>Update packages, in the order of their installation</summary><dl class="facts">${facts(packages.map(({ kb, file, sha256 }): Fact => [kb || 'Update', digest(file, sha256)]))}</dl></details>`}
<details class="group"><summary>Tools and runner</summary><dl class="facts">${facts(runFacts(record))}</dl></details>
${record.imageBake && firstBoot('First boot on Hyper-V', [...stepFacts(record.imageBake), ...record.imageBake.waits.map((id): Fact => [id, html`left for vSphere`])])}
${record.bake && firstBoot('First boot', stepFacts(record.bake))}</section>`;
}

function stepFacts({ steps }: Pick<ReleaseBake, 'steps'>): readonly Fact[] {
  return steps.map(({ id, result }) => [id, html`${result}`]);
}

function firstBoot(title: string, steps: readonly Fact[]): Html {
  return html`<details class="group"><summary>${title}</summary><dl class="facts">${facts(steps)}</dl></details>`;
}

function driverFacts({ drivers, vmwareTools, bake, features }: ReleaseRecord): readonly Fact[] {
  const tools = bake?.toolsVersion || vmwareTools?.version;
  return [
    ...(tools === undefined ? [] : [['VMware Tools', html`${tools}`] as const]),
    ...drivers.map(({ name, version, sha256 }): Fact => [`Driver ${name}`, digest(version, sha256)]),
    ...(features.length > 0 ? [['Features', html`${features.join(', ')}`] as const] : []),
  ];
}

function runFacts({ tools, run, publication }: ReleaseRecord): readonly Fact[] {
  const { name, system, arch, node } = run.runner;
  return [
    ['Engine', html`${tools.engine}`],
    ...tools.programs.map(({ name: program, version, sha256 }): Fact => [program, digest(version ?? '', sha256)]),
    ...(tools.stillframe === undefined ? [] : [['Stillframe', digest('', tools.stillframe)] as const]),
    ['Runner', html`${name}: ${system}, ${arch}, Node ${node}`],
    ...(run.server === undefined ? [] : [['Server', html`${run.server}`] as const]),
    ...(run.inventoryPath === undefined
      ? []
      : [
          [
            publication ? 'Published as' : 'Candidate',
            html`${run.inventoryPath} (${run.libraryItem ?? run.vm ?? ''})`,
          ] as const,
        ]),
    ...(run.commit === undefined ? [] : [['Commit', html`<code>${run.commit}</code>`] as const]),
    ...run.evidence.map(({ name: file, sha256 }): Fact => ['Evidence', digest(file, sha256)]),
  ];
}

function digest(name: string, sha256: string): Html {
  return html`${name} <code class="soft">${sha256}</code>`;
}

function facts(list: readonly Fact[]): readonly Html[] {
  return list.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`);
}
