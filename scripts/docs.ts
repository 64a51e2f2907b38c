/**
 * Writes what is generated from the declarations of the actions: every action.yml, and the tables of inputs and outputs between
 * the markers of the READMEs; the root's action.yml, which the Marketplace lists, and the workflow for GitHub Enterprise Server from that of
 * release-template; the schema of base files from that of templates; from the tests of known faults and those of Windows runners the tables of docs/testing.md, from the rules that of docs/quiescing.md, and from what actions ask for, and what govmomi's simulator lacks, those of docs/vsphere.md.
 *   node scripts/docs.ts [--check]       --check: fail when something is not current
 */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ACTIONS } from '../actions/all.ts';
import { renderMetadata } from '../src/job/action-metadata.ts';
import { LACKS } from '../test/integration/vsphere/vcsim-lacks.ts';
import { baseSchema } from './docs/base-schema.ts';
import { checkoutPin, enterpriseServerWorkflow } from './docs/enterprise-server-workflow.ts';
import { findingsTable } from './docs/findings.ts';
import { listedAction } from './docs/listed-action.ts';
import { privilegesTable, wholeRole } from './docs/privileges.ts';
import { actionsTable, fill, inputsTable, outputsTable } from './docs/tables.ts';
import { lacksTable } from './docs/vcsim-lacks.ts';
import { windowsFaults, windowsFaultsTable } from './docs/windows-faults.ts';
import { LINES } from './regressions/reason.ts';
import { linesTable, taggedFiles } from './regressions/tagged-files.ts';
import { ROOT } from './root.ts';

async function update(file: string, change: (text: string) => string): Promise<void> {
  const path = join(ROOT, file);
  const before = await readFile(path, 'utf8').catch(() => '');
  const after = change(before);
  if (before === after) return;
  if (process.argv.includes('--check')) {
    console.error(`${file} is not what the declarations give; run "npm run docs"`);
    process.exitCode = 1;
  } else {
    await writeFile(path, after);
    console.log(`updated ${file}`);
  }
}

for (const action of ACTIONS) {
  await update(`actions/${action.name}/action.yml`, () => renderMetadata(action));
  const readme = `actions/${action.name}/README.md`;
  await update(readme, (text) =>
    fill(readme, fill(readme, text, 'inputs', inputsTable(action)), 'outputs', outputsTable(action)),
  );
}
const composite = await readFile(join(ROOT, 'actions/release-template/action.yml'), 'utf8');
const template = await readFile(join(ROOT, 'schema/template.schema.json'), 'utf8');
await update('schema/base.schema.json', () => baseSchema(template));
await update('action.yml', () => listedAction(composite));
const pinned = checkoutPin(await readFile(join(ROOT, 'examples/workflows/build-templates.yml'), 'utf8'));
await update('examples/workflows/release-on-enterprise-server.yml', () => enterpriseServerWorkflow(composite, pinned));
await update('README.md', (text) => fill('README.md', text, 'actions', actionsTable(ACTIONS)));
await update('docs/testing.md', (text) => fill('docs/testing.md', text, 'lines', linesTable(LINES, taggedFiles())));
await update('docs/testing.md', (text) =>
  fill('docs/testing.md', text, 'windows-faults', windowsFaultsTable(windowsFaults())),
);
await update('docs/quiescing.md', (text) => fill('docs/quiescing.md', text, 'findings', findingsTable()));
await update('docs/vsphere.md', (text) => fill('docs/vsphere.md', text, 'role', wholeRole()));
await update('docs/vsphere.md', (text) => fill('docs/vsphere.md', text, 'privileges', privilegesTable()));
await update('docs/vsphere.md', (text) => fill('docs/vsphere.md', text, 'vcsim', lacksTable(Object.values(LACKS))));
