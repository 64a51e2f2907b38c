/** What an engine can bring about on a Windows that is not running; the plan is split along it. */

/** `because` is a whole sentence without its full stop that names the engine: it is what people read. */
export type Ability = { readonly offline: true } | { readonly offline: false; readonly because: string };

/**
 * Every engine lays out the disk, applies the image, adds files and makes Windows start from its disk: the drivers that it starts
 * with, and the values of the registry that are asked for, are never left to the first boot. The rest differs.
 */
export interface OfflineAbilities {
  /** Install update packages. */
  readonly packages: Ability;
  /** Install the drivers that Windows can start without. */
  readonly drivers: Ability;
  /** Enable features. */
  readonly features: Ability;
  /** Remove components that updates superseded. */
  readonly cleanup: Ability;
  /** Let Remote Desktop listen, by the registry. */
  readonly registry: Ability;
}
