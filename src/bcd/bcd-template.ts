/** BCD-Template: the store in Windows\System32\config that bcdboot makes every other from; what it says about starting this Windows. */

import type { Hive } from '../registry/hive.ts';
import { BCD_OBJECT, BCD_TYPE, ELEMENT } from './bcd-ids.ts';
import { type BcdObject, elementInteger, elementText, readBcdObjects } from './bcd-objects.ts';

/** Settings of the loader that differ between kinds and releases of Windows. */
export interface LoaderSettings {
  /** Shown in the boot menu; undefined where the template does not say. */
  readonly description: string | undefined;
  /** No-execute policy: 0 OptIn (clients), 1 OptOut (servers), 2 AlwaysOff, 3 AlwaysOn. */
  readonly nxPolicy: bigint | undefined;
  /** 0 legacy, 1 standard. */
  readonly bootMenuPolicy: bigint | undefined;
}

const EFI_LOADER = /\\winload\.efi$/i;

/** @returns undefined when the template holds no loader for EFI machines */
export function readLoaderTemplate(template: Hive): LoaderSettings | undefined {
  const loader = findLoader(readBcdObjects(template));
  if (loader === undefined) return undefined;
  return {
    description: elementText(loader, ELEMENT.description) || undefined,
    nxPolicy: elementInteger(loader, ELEMENT.nxPolicy),
    bootMenuPolicy: elementInteger(loader, ELEMENT.bootMenuPolicy),
  };
}

/** The well-known one; else whichever loader names the program for EFI. */
function findLoader(objects: readonly BcdObject[]): BcdObject | undefined {
  return (
    objects.find(({ guid }) => guid === BCD_OBJECT.loaderTemplate) ??
    objects.find(
      (object) =>
        object.type === BCD_TYPE.osLoader && EFI_LOADER.test(elementText(object, ELEMENT.applicationPath) ?? ''),
    )
  );
}
