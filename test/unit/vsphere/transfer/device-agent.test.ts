import { expect, it } from 'vitest';
import { connectDevice } from '../../../../src/vsphere/transfer/device-agent.ts';
import type { DeviceUrl } from '../../../../src/vsphere/transfer/nfc-lease.ts';
import { playedVsphere } from '../played-vsphere.ts';

const device = (host: string): DeviceUrl => ({
  key: '',
  importKey: '',
  url: new URL(`https://${host}/nfc/1/disk-0.vmdk`),
  sslThumbprint: undefined,
  sslCertificate: undefined,
});

it('shows its session to the server, and to no other host', () => {
  const own = connectDevice(playedVsphere({}), device('vc.example.com'));
  expect([own.peer, own.cookie]).toEqual(['server', { Cookie: 'the-cookie' }]);
  const other = connectDevice(playedVsphere({}), device('esx1.example.com'));
  expect([other.peer, other.cookie]).toEqual(['host', {}]);
  for (const { agent } of [own, other]) agent.destroy();
});
