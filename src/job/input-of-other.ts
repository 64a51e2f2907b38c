/** Inputs of an action that does one of two things: those of the other one would do nothing, which nobody would notice. */

/**
 * @param untouched what each of these inputs has when nobody wrote anything: GitHub gives defaults as if they were written
 * @returns the first that says something else; undefined when none does
 */
export function inputOfOther<N extends string>(
  values: Readonly<Record<NoInfer<N>, unknown>>,
  untouched: Readonly<Record<N, unknown>>,
): N | undefined {
  return (Object.keys(untouched) as N[]).find((name) => values[name] !== untouched[name]);
}
