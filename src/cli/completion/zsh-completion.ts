/** Completion for zsh (zshcompsys(1): `_arguments`, `_describe`). */

import type { Completable, OfferedValues } from './completable.ts';

export function zshCompletion(commands: readonly Completable[]): string {
  return [
    '#compdef stillframe',
    '# zsh completion of stillframe: source <(stillframe completion zsh)',
    '_stillframe() {',
    '  if (( CURRENT == 2 )); then',
    '    local -a commands=(',
    ...commands.map(({ name, description }) => `      ${quote(`${name}:${description}`)}`),
    '    )',
    "    _describe -t commands 'command' commands",
    '    return',
    '  fi',
    '  local command=$words[2]',
    '  shift words',
    '  (( CURRENT-- ))',
    '  case $command in',
    ...commands.flatMap(({ name, options, words }) => [
      `    ${name})`,
      '      _arguments \\',
      ...options.map(({ flag, description, values }) => {
        const spec =
          values === 'none'
            ? `${flag}[${unmarked(description)}]`
            : `${flag}=[${unmarked(description)}]:value:${action(values)}`;
        return `        ${quote(spec)} \\`;
      }),
      `        ${quote(`*:word:${action(words)}`)} ;;`,
    ]),
    '  esac',
    '}',
    'compdef _stillframe stillframe',
    '',
  ].join('\n');
}

function action(values: OfferedValues): string {
  if (values === 'file') return '_files';
  return typeof values === 'string' ? ' ' : `(${values.join(' ')})`;
}

/** Brackets and colons end a description. */
function unmarked(text: string): string {
  return text.replaceAll(/[[\]:]/g, '\\$&');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
