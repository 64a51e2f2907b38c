/**
 * Generic volume licence keys: public, the same for everybody, good for a KMS or Active Directory activation only. Source:
 * Microsoft Learn, "Key Management Services (KMS) client activation and product keys".
 */

import type { Product } from './product.ts';

export interface GenericKey {
  readonly product: Product;
  /** EditionID as images carry it, without `Eval`. */
  readonly editionId: string;
}

const GENERIC_KEYS: Readonly<Record<string, GenericKey>> = {
  'TVRH6-WHNXV-R9WG3-9XRFY-MY832': { product: 'windows-server-2025', editionId: 'ServerStandard' },
  'D764K-2NDRG-47T6Q-P8T8W-YP6DF': { product: 'windows-server-2025', editionId: 'ServerDatacenter' },
  'VDYBN-27WPP-V4HQT-9VMD4-VMK7H': { product: 'windows-server-2022', editionId: 'ServerStandard' },
  'WX4NM-KYWYW-QJJR4-XV3QB-6VM33': { product: 'windows-server-2022', editionId: 'ServerDatacenter' },
  'N69G4-B89J2-4G8F4-WWYCC-J464C': { product: 'windows-server-2019', editionId: 'ServerStandard' },
  'WMDGN-G9PQG-XVVXX-R3X43-63DFG': { product: 'windows-server-2019', editionId: 'ServerDatacenter' },
  'WC2BQ-8NRM3-FDDYY-2BFGV-KHKQY': { product: 'windows-server-2016', editionId: 'ServerStandard' },
  'CB7KF-BWN84-R7R2Y-793K2-8XDDG': { product: 'windows-server-2016', editionId: 'ServerDatacenter' },
};

/** Five groups of the 24 characters that keys are written in, and N, which newer ones have. */
const FORM = /^(?:[BCDFGHJKMNPQRTVWXY2346789]{5}-){4}[BCDFGHJKMNPQRTVWXY2346789]{5}$/;

export function isProductKey(text: string): boolean {
  return FORM.test(text.toUpperCase());
}

/** The key of an edition. @param editionId as images carry it; that of Core is the same */
export function genericKeyOf(product: Product, editionId: string): string | undefined {
  const edition = editionId.replace(/core$/i, '').toLowerCase();
  return Object.entries(GENERIC_KEYS).find(
    ([, key]) => key.product === product && key.editionId.toLowerCase() === edition,
  )?.[0];
}

/** What a key is for, where it is a generic one; other keys do not tell. */
export function genericKey(key: string): GenericKey | undefined {
  return GENERIC_KEYS[key.toUpperCase()];
}
