/** Privileges by action, for docs/vsphere.md. */

import { OF_EVERY_ROLE, roleLine } from '../../src/vsphere/access/assert-privileges.ts';
import { PRIVILEGES } from '../../src/vsphere/access/privileges.ts';

export function privilegesTable(): string {
  const rows = Object.entries(PRIVILEGES).map(([action, needs]) => {
    const parts = new Map<string, Set<string>>();
    for (const { privilege, when } of needs) {
      const key = when === undefined ? '' : `${when}: `;
      parts.set(key, (parts.get(key) ?? new Set()).add(`\`${privilege}\``));
    }
    return `| ${action} | ${[...parts].map(([key, names]) => `${key}${[...names].join(' ')}`).join('; ')} |`;
  });
  return ['| action | privileges beside the three of `System` |', '| --- | --- |', ...rows].join('\n');
}

/** One role for all actions, in lines that fit. */
export function wholeRole(): string {
  const all = Object.values(PRIVILEGES).flatMap((needs) => needs.map(({ privilege }) => privilege));
  const [, , , ...words] = roleLine([...new Set([...OF_EVERY_ROLE, ...all])]).split(' ');
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length > 130) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`.trim();
  }
  return ['```sh', ['govc role.create stillframe', ...lines.map((line) => `  ${line}`)].join(' \\\n'), '```'].join(
    '\n',
  );
}
