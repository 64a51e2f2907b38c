/** The error for an image that is no installed Windows. */

import { UserError } from '../../errors.ts';
import type { WindowsImage } from '../media/editions.ts';

export function noHive({ index, name }: Pick<WindowsImage, 'index' | 'name'>, hive: string): UserError {
  return new UserError(
    'not-windows-media',
    `Image ${index} "${name}" has no Windows/System32/config/${hive}: it is no installed Windows`,
    'Choose an edition of Windows Server, not the set-up or recovery environment.',
  );
}
