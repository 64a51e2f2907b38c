/**
 * What act 0.2.89 does not know of workflows and composites, rewritten: this file is the only one that does it (docs/testing.md).
 *
 * - `$/actions/<name>`, a path in the repository of the action at its commit (runner 2.336), becomes a folder of the repository.
 * - `stillframe/stillframe/actions/<name>@main` does too: act would fetch it from GitHub.
 *   A job without a checkout gets one, since that folder is of the work tree.
 * - `strategy.job-index`, which tells the jobs of a matrix apart and is empty in act, becomes the name of the template.
 * - `queue: max` of `concurrency` (github.com since May 2026) goes; act plays no concurrency.
 */

/** @param folder in which actions/ and dist/ lie, from the root of the repository */
export function rewriteWorkflow(text: string, folder: string): string {
  return text
    .replaceAll(/stillframe\/stillframe\/actions\/([a-z-]+)@main/g, `./${folder}/actions/$1`)
    .replaceAll(/^( +)steps:\n(?! +- uses: actions\/checkout@)/gm, '$1steps:\n$1  - uses: actions/checkout@v4\n')
    .replaceAll('strategy.job-index', 'matrix.template.name')
    .replaceAll(/^ +queue: max\n/gm, '');
}

/** @param text of an action.yml @param folder as above */
export function rewriteComposite(text: string, folder: string): string {
  return text.replaceAll('$/actions/', `./${folder}/actions/`);
}
