import { describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/errors.ts';
import { readManifest } from '../../../src/ova/ova-package.ts';
import { readOvfConfig } from '../../../src/ova/ovf-config.ts';
import { readOvfNetworks } from '../../../src/ova/ovf-networks.ts';

const SHA256 = 'ab'.repeat(32);

describe('readManifest', () => {
  it.each([
    `SHA256(a b (1).vmdk)= ${SHA256}\n`,
    `SHA256 (a b (1).vmdk) = ${SHA256.toUpperCase()}\r\n`,
    `\nsha256(./a b (1).vmdk)=${SHA256}`,
  ])('reads %j', (text) => {
    expect([...readManifest('x.ova!x.mf', 'x.mf', text).digests]).toEqual([
      ['a b (1).vmdk', { algorithm: 'sha256', digest: SHA256 }],
    ]);
  });

  it.each([`SHA256(a.vmdk)= ${SHA256.slice(1)}`, `MD5(a.vmdk)= ${SHA256.slice(32)}`, 'SHA256 a.vmdk', '<html>'])(
    'refuses %j',
    (text) => {
      expect(() => readManifest('x.ova!x.mf', 'x.mf', `SHA256(b)= ${SHA256}\n${text}`)).toThrow(FormatError);
    },
  );
});

it('lists the networks of a descriptor', () => {
  const text = `<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1" xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1">
    <NetworkSection><Info/><Network ovf:name="VM &amp; Network"/><Network ovf:name="dmz"/></NetworkSection></Envelope>`;
  expect(readOvfNetworks(text, 'x.ovf')).toEqual(['VM & Network', 'dmz']);
  expect(readOvfNetworks('<Envelope/>', 'x.ovf')).toEqual([]);
});

it('reads the settings of the VM in a descriptor', () => {
  const text = `<Envelope xmlns="o" xmlns:vmw="http://www.vmware.com/schema/ovf"><VirtualSystem><VirtualHardwareSection>
    <vmw:Config ovf:required="false" xmlns:ovf="o" vmw:key="bootOptions.efiSecureBootEnabled" vmw:value="true"/>
    </VirtualHardwareSection></VirtualSystem></Envelope>`;
  expect([...readOvfConfig(text, 'x.ovf')]).toEqual([['bootOptions.efiSecureBootEnabled', 'true']]);
});
