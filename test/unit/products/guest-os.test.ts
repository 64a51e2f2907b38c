import { expect, it } from 'vitest';
import { CIM_WINDOWS_SERVER_64, guestOs } from '../../../src/products/guest-os.ts';

it.each([
  ['windows-server-2016', 0, 'windows9Server64Guest', false],
  ['windows-server-2016', 13, 'windows9Server64Guest', false],
  ['windows-server-2019', 14, 'windows2019srv_64Guest', false],
  ['windows-server-2019', 13, 'windows9Server64Guest', true],
  ['windows-server-2019', 99, 'windows2019srv_64Guest', false],
  ['windows-server-2022', 18, 'windows2019srvNext_64Guest', false],
  ['windows-server-2022', 19, 'windows2019srvNext_64Guest', false],
  ['windows-server-2022', 17, 'windows2019srv_64Guest', true],
  ['windows-server-2025', 20, 'windows2022srvNext_64Guest', false],
  ['windows-server-2025', 19, 'windows2019srvNext_64Guest', true],
  ['windows-server-2025', 14, 'windows2019srv_64Guest', true],
] as const)('%s on hardware %i is %s', (product, hardwareVersion, id, fallback) => {
  expect(guestOs(product, hardwareVersion)).toMatchObject({ id, fallback });
});

it('names the product, whatever id the host gets', () => {
  expect(guestOs('windows-server-2025', 14).title).toBe('Microsoft Windows Server 2025 (64-bit)');
});

// VMware's own exports of Windows Server carry it.
it('has the id of CIM', () => {
  expect(CIM_WINDOWS_SERVER_64).toBe(112);
});
