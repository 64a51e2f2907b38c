import { expect, it } from 'vitest';
import { guestOs } from '../../../src/products/guest-os.ts';

it.each([
  ['windows-server-2016', 13, 'windows9Server64Guest', false],
  ['windows-server-2019', 14, 'windows2019srv_64Guest', false],
  ['windows-server-2019', 13, 'windows9Server64Guest', true],
  ['windows-server-2022', 19, 'windows2019srvNext_64Guest', false],
  ['windows-server-2022', 17, 'windows2019srv_64Guest', true],
  ['windows-server-2025', 20, 'windows2022srvNext_64Guest', false],
  ['windows-server-2025', 19, 'windows2019srvNext_64Guest', true],
  ['windows-server-2025', 14, 'windows2019srv_64Guest', true],
] as const)('%s on hardware %i is %s', (product, hardwareVersion, id, fallback) => {
  expect(guestOs(product, hardwareVersion)).toMatchObject({ id, fallback });
});
