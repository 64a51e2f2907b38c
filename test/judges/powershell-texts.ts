/** Every PowerShell text of the project, found where it is declared. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/root.ts';
import { ISO_SCRIPTS } from '../../src/archives/iso/mounted-iso.ts';
import { ASK_OUTPUT } from '../../src/bake/guest-script.ts';
import { ASK_FACTS, ASK_TEXTS } from '../../src/quiesce/guest-questions.ts';
import { PLACE_MARKER, READ_MARKERS } from '../../src/quiesce/marker-script.ts';
import { ASK_SERVICES } from '../../src/quiesce/service-check.ts';
import { VOLUME_CHECK } from '../../src/quiesce/volume-check.ts';
import { INSPECT_GUEST } from '../../src/repair/live/scripts/inspect-guest.ts';
import type { PowerShellScript } from '../../src/tools/powershell.ts';
import { WINDOWS_PROCESSES } from '../../src/tools/process-table.ts';
import { SIGNATURE_SCRIPT } from '../../src/tools/signature.ts';
import { allowRemoteDesktop } from '../../src/windows/first-boot/first-boot-steps.ts';
import { PUBLISH_GUESTINFO } from '../../src/windows/first-boot/scripts/publish-guestinfo.ts';

export interface PowerShellText extends PowerShellScript {
  /** The file it stands in. */
  readonly file: string;
  /** `asked` by us on a runner, who read the answer; run in a `guest`; or of a `workflow`, where GitHub stops at the first error. */
  readonly role: 'asked' | 'guest' | 'workflow';
}

const SRC = join(ROOT, 'src');

function isScript(value: unknown): value is PowerShellScript {
  return typeof value === 'object' && value !== null && 'text' in value && 'name' in value;
}

/** Those that have a file of their own. */
async function scriptFiles(): Promise<readonly PowerShellText[]> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /[\\/]scripts[\\/][^\\/]+\.ts$/.test(path),
  );
  const found = files.sort().map(async (path) => {
    const exported: unknown[] = Object.values((await import(join(SRC, path))) as object);
    return exported.filter(isScript).map((script) => ({ ...script, file: `src/${path}`, role: 'asked' as const }));
  });
  return (await Promise.all(found)).flat();
}

function workflowSteps(): readonly PowerShellText[] {
  const folders = ['.github/workflows', 'examples/workflows'];
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.yml'))
      .flatMap((name) => stepsOf(`${folder}/${name}`)),
  );
}

function stepsOf(file: string): readonly PowerShellText[] {
  const { jobs = {} } = parse(readFileSync(join(ROOT, file), 'utf8')) as {
    jobs?: Record<string, { steps?: readonly { name?: string; shell?: string; run?: string }[] }>;
  };
  return Object.values(jobs)
    .flatMap(({ steps = [] }) => steps)
    .filter(({ shell }) => shell !== undefined && /^(pwsh|powershell)\b/.test(shell))
    .map(({ name = '', run = '' }) => ({ name, text: run, file, role: 'workflow' }));
}

export async function powerShellTexts(): Promise<readonly PowerShellText[]> {
  const iso = ISO_SCRIPTS.map((script) => ({
    ...script,
    file: 'src/archives/iso/mounted-iso.ts',
    role: 'asked' as const,
  }));
  return [
    ...(await scriptFiles()),
    ...iso,
    { name: 'processes', text: WINDOWS_PROCESSES, file: 'src/tools/process-table.ts', role: 'asked' },
    { name: 'signature', text: SIGNATURE_SCRIPT, file: 'src/tools/signature.ts', role: 'asked' },
    {
      ...{ name: 'publish', text: PUBLISH_GUESTINFO, role: 'guest' },
      file: 'src/windows/first-boot/scripts/publish-guestinfo.ts',
    },
    { name: 'place-marker', text: PLACE_MARKER, file: 'src/quiesce/marker-script.ts', role: 'guest' },
    { name: 'read-markers', text: READ_MARKERS, file: 'src/quiesce/marker-script.ts', role: 'guest' },
    { name: 'ask-services', text: ASK_SERVICES, file: 'src/quiesce/service-check.ts', role: 'guest' },
    { name: 'ask-output', text: ASK_OUTPUT, file: 'src/bake/guest-script.ts', role: 'guest' },
    {
      ...{ name: 'inspect-guest', text: INSPECT_GUEST, role: 'guest' },
      file: 'src/repair/live/scripts/inspect-guest.ts',
    },
    { name: 'volume-check', text: VOLUME_CHECK, file: 'src/quiesce/volume-check.ts', role: 'guest' },
    { name: 'ask-facts', text: ASK_FACTS, file: 'src/quiesce/guest-questions.ts', role: 'guest' },
    { name: 'ask-texts', text: ASK_TEXTS, file: 'src/quiesce/guest-questions.ts', role: 'guest' },
    {
      ...{ name: 'remote-desktop', text: allowRemoteDesktop(), role: 'guest' },
      file: 'src/windows/first-boot/first-boot-steps.ts',
    },
    ...workflowSteps(),
  ];
}

/** Files of src and actions in which PowerShell is started: each has to be in the list above, or to say whose text it starts. */
export function powerShellCallers(): readonly string[] {
  return ['src', 'actions'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter(
        (path) =>
          path.endsWith('.ts') && /['"`\\ ]powershell(?:\.exe)?['"` ]/.test(readFileSync(join(ROOT, path), 'utf8')),
      )
      .sort(),
  );
}
