/** The table of what govmomi's simulator lacks, for docs/vsphere.md. */

import type { Lack } from '../../test/integration/vsphere/vcsim-lacks.ts';

export function lacksTable(lacks: readonly Lack[]): string {
  const rows = lacks.map(
    ({ what, answer, seen, double }) => `| ${what} | ${answer} | \`${seen}\` | ${double || '–'} |`,
  );
  return ['| method | the plain simulator | seen by | the double |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
