/** Completion for bash 4 and later ("Programmable Completion" of its manual). */

import type { Completable, OfferedValues } from './completable.ts';

export function bashCompletion(commands: readonly Completable[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return [
    '# bash completion of stillframe: source <(stillframe completion bash)',
    '_stillframe() {',
    '  local cur prev',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: bash
    '  cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}',
    '  COMPREPLY=()',
    '  if [ "$COMP_CWORD" -eq 1 ]; then',
    `    ${answer(`help --version ${names}`)}`,
    '    return',
    '  fi',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: bash
    '  case ${COMP_WORDS[1]} in',
    ...commands.flatMap(commandCase),
    '  esac',
    '}',
    'complete -F _stillframe stillframe',
    '',
  ].join('\n');
}

function commandCase({ name, options, words }: Completable): string[] {
  const valued = options.filter(({ values }) => values !== 'none');
  return [
    `    ${name})`,
    '      case $prev in',
    ...valued.map(({ flag, values }) => `        ${flag}) ${completeValue(values)} return ;;`),
    '      esac',
    '      case $cur in',
    `        -*) ${answer(options.map(({ flag }) => flag).join(' '))} ;;`,
    `        *) ${words === 'none' ? answer(options.map(({ flag }) => flag).join(' ')) : completeValue(words)} ;;`,
    '      esac ;;',
  ];
}

function completeValue(values: OfferedValues): string {
  if (values === 'file') return 'compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$cur");';
  if (typeof values === 'string') return '';
  return `${answer(values.join(' '))};`;
}

/** Words hold no blanks, quotes or dollars: they are names of inputs and their choices. */
function answer(words: string): string {
  return `mapfile -t COMPREPLY < <(compgen -W '${words}' -- "$cur")`;
}
