/** The releases of Windows Server that templates are made of. */

export const PRODUCTS = [
  'windows-server-2016',
  'windows-server-2019',
  'windows-server-2022',
  'windows-server-2025',
] as const;
export type Product = (typeof PRODUCTS)[number];
