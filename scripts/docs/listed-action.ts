/**
 * The root's action.yml: the Marketplace lists one action of a repository, that of its root. It is release-template under the name of the
 * suite; `$/actions/…` means the same from there.
 */

/** Unique on the Marketplace, and no name of a user, organisation or category there. */
const NAME = 'Stillframe: Windows Server templates for vSphere';

/** @param composite text of actions/release-template/action.yml. @throws Error when it has no name of its own */
export function listedAction(composite: string): string {
  if (!composite.startsWith('name: ')) throw new Error('release-template/action.yml does not begin with its name');
  const rest = composite.slice(composite.indexOf('\n') + 1);
  return `# Generated from actions/release-template/action.yml by "npm run docs".\nname: '${NAME}'\n${rest}`;
}
