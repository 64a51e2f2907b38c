/** Findings for an output: GitHub takes 1 MiB of outputs a job, counted in UTF-16, and drops a step whose outputs are larger. */

const MAX_LENGTH = 400 * 1024;

/** The first of `findings` whose JSON has at most `max` characters. */
export function boundedFindings<T>(findings: readonly T[], max = MAX_LENGTH): readonly T[] {
  let length = 2;
  const end = findings.findIndex((finding) => {
    length += JSON.stringify(finding).length + 1;
    return length > max;
  });
  return end === -1 ? findings : findings.slice(0, end);
}
