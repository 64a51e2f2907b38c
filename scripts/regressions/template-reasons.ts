/** Part A: a chain that takes less than its template asks for. */

import type { Reason } from './reason.ts';

const TAKEN = /The ISO .*none\.iso does not exist: expected 'file-missing' to be 'template-invalid'/;
const TOOK = 'took the template and went on to the ISO';
const GREEN = /makes 1: expected \+0 to be 1/;

export const TEMPLATE_REASONS: readonly Reason[] = [
  {
    test: 'A.1 ends when its template asks for',
    says: /expected \[ \+0, undefined \] to deeply equal \[ 1, 'input-missing' \]/,
    did: 'built an image without what the template asks for, and was green',
  },
  {
    test: 'A.1 is given all that the example asks for',
    says: /expected \[ 'template', 'packages', 'drivers', 'vhd' \] to deeply equal ArrayContaining .*"tools-setup"/,
    did: 'never passed tools-setup in the workflow of its README',
  },
  {
    test: 'A.2 ends at media of another product',
    says: /expected \[ \+0, undefined \] to deeply equal \[ 1, 'input-invalid' \]/,
    did: 'took a media-build of Server 2022 for Server 2019',
  },
  {
    test: 'A.2 says that the media are newer',
    says: /expected \[ 'package-unsigned' \] to include 'media-newer'/,
    did: 'chose an update older than the media without a word',
  },
  {
    test: 'A.2 of another product are refused',
    says: /expected 'none' to contain 'Input media-build/,
    did: 'took a media-build of Server 2022 for Server 2025',
  },
  {
    test: 'A.2 newer than the choice are told',
    says: /expected '' to contain 'The media are build/,
    did: 'chose an update older than the media without a word',
  },
  { test: 'A.2 a second entry of publish', says: TAKEN, did: TOOK },
  {
    test: 'A.2 an ISO that is not what the template means another product',
    says: GREEN,
    did: 'built Server 2019 for a template of Server 2022',
  },
  {
    test: 'A.2 an ISO that is not what the template means another language',
    says: GREEN,
    did: 'never read windows.language',
  },
  {
    test: 'A.2 an ISO that is not what the template means client media',
    says: GREEN,
    did: 'built a template of client media',
  },
  {
    test: 'A.2 is named with the nearest that it has',
    says: GREEN,
    did: 'built an image whose feature fails on every clone',
  },
  {
    test: 'A.2 is a warning where the image does not tell its features',
    says: /to match \/::warning\.\*TelnetClient could not be checked/,
    did: 'did not say that features were not checked',
  },
  {
    test: 'A.3 takes a day as release',
    says: /t\.yml:\d+:\d+: updates\.release.* to be undefined/,
    did: 'refused a day as release in a template, and took it as an input',
  },
  {
    test: 'A.3 takes channel, exclude and media-build',
    says: /unknown key "media-build" in updates/,
    did: 'knew no such keys',
  },
  {
    test: 'A.3 a part of a byte',
    says: /disk\.size: "0\.3 B" is not a size: expected 'input-invalid'/,
    did: 'refused without line and column what its schema took',
  },
  {
    test: 'A.3 more than a disk can be',
    says: /disk\.size: "99999999 TiB" is not a size: expected 'input-invalid'/,
    did: 'refused without line and column what its schema took',
  },
  {
    test: 'A.3 a text for a list, in words',
    says: /"ssu" must be array' to contain 'a list is wanted'/,
    did: 'spoke in the words of the schema',
  },
  {
    test: 'A.3 all its faults at once',
    says: /expected 'input-invalid' to be 'template-invalid'/,
    did: 'told one fault, as one of an input',
  },
  { test: 'A.3 ', says: TAKEN, did: TOOK },
  {
    test: 'A.4 takes the answer file of the example',
    says: /the example has an answer file: expected false to be true/,
    did: 'had an example without an answer file, which could not have started',
  },
  {
    test: 'A.4 no VMware Tools come up',
    says: /expected 'guestToolsRunning' not to be 'guestToolsRunning'/,
    did: 'had a double whose VMware Tools run whatever is on the disk',
  },
];
