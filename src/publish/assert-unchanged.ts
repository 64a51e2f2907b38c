/** A proof is of a candidate as it was: one that was started or changed since is another, and nothing is known of it. */

import { UserError } from '../errors.ts';
import { FIRST_BOOT_SETTING } from '../ova/first-boot-setting.ts';
import { BAKE_KEY, parseBakeMark } from '../vsphere/vm/bake-mark.ts';
import { wasStartedSince } from '../vsphere/vm/vm-events.ts';
import type { VmFacts } from '../vsphere/vm/vm-facts.ts';
import { readProperties } from '../vsphere/wire/properties.ts';
import type { VsphereSession } from '../vsphere/wire/session.ts';
import { PUBLISHED_KEY } from './releases.ts';
import { PROVE_IT, type Verification } from './verification.ts';

/**
 * @param path of the candidate, for messages
 * @throws UserError not-proven with what has changed
 */
export async function assertUnchanged(
  session: VsphereSession,
  path: string,
  { moref, extraConfig }: VmFacts,
  { at, changeVersion }: Verification,
): Promise<void> {
  if (extraConfig.get(FIRST_BOOT_SETTING) === 'failed') {
    throw new UserError(
      'not-proven',
      `The first boot of ${path} failed, so that no proof says what clones of it come to`,
      'Correct what its step needs, build the image and upload it again.',
    );
  }
  if (await wasStartedSince(session, moref, new Date(at))) {
    throw new UserError(
      'not-proven',
      `${path} was started after its proof of ${at}, so that nobody knows what is in it`,
      'Upload the OVA again, and prove that candidate.',
    );
  }
  // A proof on a copy does not start the candidate itself, so that nothing has since its bake.
  const baked = parseBakeMark(extraConfig.get(BAKE_KEY) ?? '')?.ended;
  if (changeVersion !== undefined && baked && (await wasStartedSince(session, moref, new Date(baked)))) {
    throw new UserError(
      'not-proven',
      `${path} was started after it was baked (${baked}), so that its clones would not be of what was baked`,
      'Upload the OVA again, bake it and prove that candidate.',
    );
  }
  // An interrupted publication has written its notes already, which is a change of ours.
  if (changeVersion === undefined || extraConfig.has(PUBLISHED_KEY)) return;
  const now = (await readProperties(session, moref, ['config.changeVersion'])).get('config.changeVersion')?.text;
  if (now === changeVersion) return;
  throw new UserError(
    'not-proven',
    `The settings of ${path} were changed after its proof of ${at} (change ${changeVersion}, now ${now ?? 'unknown'})`,
    PROVE_IT,
  );
}
