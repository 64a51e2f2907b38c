/** How the runner names the variable of an input. */

/** Upper case, blanks as underscores; dashes stay. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
