/** The text of a .reg file, as hivexregedit merges it into a hive and reg.exe imports it. */

import type { RegistryValue } from './hive-tree.ts';

interface SetValues {
  /** Path below the hive's root, e.g. `Select` or `ControlSet001\Services\pvscsi`. */
  readonly key: string;
  readonly values: readonly RegistryValue[];
}

interface DeleteKey {
  readonly key: string;
  readonly delete: true;
}

export type RegistryEdit = SetValues | DeleteKey;

/**
 * Every level of every key gets a line of its own, since hivexregedit makes no missing parents. Values are written as
 * their bytes with the type: nothing depends on encodings or escapes. Deletions come first.
 * @param root what stands before every key: the backslash of hivexregedit, or where the hive is loaded
 */
export function formatRegFile(edits: readonly RegistryEdit[], root = '\\'): string {
  const lines = ['Windows Registry Editor Version 5.00', ''];
  for (const edit of edits) if ('delete' in edit) lines.push(`[-${root}${edit.key}]`, '');
  const opened = new Set<string>();
  for (const edit of edits) {
    if ('delete' in edit) continue;
    const parts = edit.key.split('\\');
    for (let depth = 1; depth < parts.length; depth++) {
      const parent = parts.slice(0, depth).join('\\');
      if (opened.has(parent.toUpperCase())) continue;
      opened.add(parent.toUpperCase());
      lines.push(`[${root}${parent}]`, '');
    }
    opened.add(edit.key.toUpperCase());
    lines.push(`[${root}${edit.key}]`, ...edit.values.map(formatValue), '');
  }
  return `${lines.join('\n')}\n`;
}

function formatValue(value: RegistryValue): string {
  const name = value.name === '' ? '@' : `"${value.name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const bytes = [...value.data].map((byte) => byte.toString(16).padStart(2, '0')).join(',');
  return `${name}=hex(${value.type.toString(16)}):${bytes}`;
}
