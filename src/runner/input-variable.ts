/** How the runner names the variable of an input. */

const PREFIX = 'INPUT_';

/** Upper case, blanks as underscores; dashes stay. */
export function inputVariable(name: string): string {
  return `${PREFIX}${name.replaceAll(' ', '_').toUpperCase()}`;
}

/**
 * The runner sets a variable for every input of a step, also for one that the action does not have (actions/runner, ActionRunner.cs and Handler.cs).
 * @returns in lower case; none under act, which hands the inputs of a composite action on to each of its steps (nektos/act issue 2874)
 */
export function givenInputs(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (env.ACT === 'true') return [];
  return Object.keys(env)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length).toLowerCase());
}
