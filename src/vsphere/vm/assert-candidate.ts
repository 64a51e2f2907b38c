/** Whether a VM is a candidate still, by its mark and its name. */

import { UserError } from '../../errors.ts';
import type { LocatedVm } from '../inventory/locate-vm.ts';
import { nameOfCandidate, type ReleaseMark, releaseState } from './release-mark.ts';

/**
 * @param mark that it bears; undefined: none
 * @returns the mark
 * @throws UserError input-invalid for what upload-esxi has not made as a candidate, what is published already, and what has another name than
 * its mark says: somebody has renamed it, or it is a clone
 */
export function assertCandidate(
  { path, name }: Pick<LocatedVm, 'path' | 'name'>,
  mark: ReleaseMark | undefined,
): ReleaseMark {
  const state = mark && releaseState(name, mark.name);
  if (mark && state === 'candidate') return mark;
  if (mark && state === undefined) {
    const own = nameOfCandidate(mark.name, mark.run);
    throw new UserError(
      'input-invalid',
      `${path} bears the mark of the candidate ${own}, but has another name`,
      `Rename it to ${own} if it is that candidate; a clone of it is none.`,
    );
  }
  throw new UserError(
    'input-invalid',
    mark ? `${path} is no candidate any more: it was published before` : `${path} was not uploaded as a candidate`,
    'Set vm to the output vm of upload-esxi, which makes a candidate unless its input as says otherwise.',
  );
}
