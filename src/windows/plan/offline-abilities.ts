/** What an engine can bring about on a Windows that is not running; the plan is split along it. */

/** `because` is a whole sentence without its full stop that names the engine: it is what people read. */
export type Ability = { readonly offline: true } | { readonly offline: false; readonly because: string };

/**
 * Every engine lays out the disk, applies the image, adds files and makes Windows start from its disk: the drivers that it starts
 * with are never left to the first boot. The rest differs.
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
  /** Change values in the registry. */
  readonly registry: Ability;
}
