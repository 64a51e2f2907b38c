/** Template files, whole ones and broken ones, with the faults that each has: `line:column` and words of the message. */

const HASH = 'ab'.repeat(32);

export const MINIMAL = `name: ws2025
windows:
  product: windows-server-2025
  edition: standard-core
  iso: { path: media/a.iso, sha256: ${HASH} }
`;

export interface Document {
  readonly text: string;
  /** None: the template is good. */
  readonly faults: readonly (readonly [position: string, words: string])[];
}

const good = (...lines: string[]): Document => ({ text: `${MINIMAL}${lines.join('\n')}\n`, faults: [] });
/** A line behind the minimal template, which is line 6, and its one fault. */
const bad = (line: string, column: number, words: string): Document => ({
  text: `${MINIMAL}${line}\n`,
  faults: [[`6:${column}`, words]],
});
/** The minimal template with one of its lines replaced. */
const changed = (line: number, text: string, column: number, words: string): Document => ({
  text: MINIMAL.split('\n')
    .with(line - 1, text)
    .join('\n'),
  faults: words === '' ? [] : [[`${line}:${column}`, words]],
});
const iso = (value: string, words = ''): Document => changed(5, `  iso: ${value}`, 8, words);

export const DOCUMENTS: readonly Document[] = [
  good(),
  good('updates: {}', 'drivers: {}', 'disk: {}', 'customize: {}', 'vm: {}', 'publish: []', 'verify: {}'),
  // Names.
  changed(1, 'name: Ws 2025 (golden) ä', 0, ''),
  changed(1, `name: ${'x'.repeat(50)}`, 0, ''),
  changed(1, `name: ${'x'.repeat(51)}`, 7, 'name: "xxx'),
  changed(1, 'name: "a:b*c?"', 7, 'name: "a:b*c?" is not allowed'),
  changed(1, 'name: a/b', 7, 'name: "a/b"'),
  changed(1, String.raw`name: a\b`, 7, String.raw`name: "a\\b"`),
  changed(1, 'name: a<b', 7, 'name: "a<b"'),
  changed(1, 'name: ws2025.', 7, 'name: "ws2025."'),
  changed(1, 'name: "ws2025 "', 7, 'name: "ws2025 "'),
  changed(1, 'name: " ws2025"', 7, 'name: " ws2025"'),
  changed(1, 'name: ws.2025', 0, ''),
  changed(1, 'name: a%b', 7, 'name: "a%b"'),
  changed(1, 'name: con', 7, 'name: "con"'),
  changed(1, 'name: LPT1.old', 7, 'name: "LPT1.old"'),
  changed(1, 'name: console', 0, ''),
  changed(1, 'name: ""', 7, 'name: ""'),
  changed(1, 'name:', 1, 'name is empty'),
  changed(1, 'name: 2025', 7, 'name is a number; a text is wanted'),
  changed(1, 'name: [a]', 7, 'name is a list; a text is wanted'),
  { text: MINIMAL.slice(MINIMAL.indexOf('\n') + 1), faults: [['1:1', 'the template lacks the key "name"']] },
  // Windows.
  changed(3, '  product: windows-server-2052', 12, 'windows.product: "windows-server-2052" is not one of'),
  changed(3, '  product:', 3, 'windows.product is empty'),
  changed(4, '  edition: 1', 0, ''),
  changed(4, '  edition: "4"', 0, ''),
  changed(4, '  edition: Windows Server 2025 SERVERSTANDARD', 0, ''),
  changed(4, '  edition: 0', 12, 'windows.edition: 0 is too small'),
  changed(4, '  edition: "0"', 12, 'windows.edition: "0"'),
  changed(4, '  edition: -1', 12, 'windows.edition: -1 is too small'),
  changed(4, '  edition: 1.5', 12, 'windows.edition is a number; a text or a whole number is wanted'),
  changed(4, '  edition: ""', 12, 'windows.edition: ""'),
  changed(4, '  edition: " "', 12, 'windows.edition: " "'),
  changed(4, '  edition: true', 12, 'windows.edition is true or false'),
  changed(5, '  iso: { path: a.iso }\n  language: de-DE', 0, ''),
  { ...changed(5, '  iso: { path: a.iso }\n  language: german!', 0, ''), faults: [['6:13', 'windows.language']] },
  { text: 'name: a\nwindows:\n', faults: [['2:1', 'windows is empty']] },
  { text: 'name: a\nwindows: []\n', faults: [['2:10', 'windows is a list; a mapping of keys is wanted']] },
  // The ISO.
  iso('{ path: a.iso }'),
  iso(`{ url: 'https://x.example/y.iso', sha256: ${HASH} }`),
  iso(`{ url: 'http://mirror:8080/y.iso?a=b', sha256: ${HASH.toUpperCase()} }`),
  iso(`{ url: 'https://[fd00::1]:8443/y.iso', sha256: ${HASH} }`),
  iso("{ url: 'https://x/y.iso' }", 'windows.iso has a url without sha256'),
  iso(`{ path: a, url: 'https://x/y.iso', sha256: ${HASH} }`, 'windows.iso has both path and url'),
  iso(`{ sha256: ${HASH} }`, 'windows.iso has neither path nor url'),
  { ...iso('{ path: "" }'), faults: [['5:16', 'windows.iso.path: ""']] },
  { ...iso('{ path: a, sha256: abc }'), faults: [['5:27', 'windows.iso.sha256: "abc"']] },
  { ...iso('{ path: a, sha1: abc }'), faults: [['5:19', 'unknown key "sha1" in windows.iso']] },
  { ...iso(`{ url: 'https://user:pw@h/y', sha256: ${HASH} }`), faults: [['5:15', '"https://***@h/y" is not allowed']] },
  { ...iso(`{ url: 'https://user@h/y', sha256: ${HASH} }`), faults: [['5:15', 'windows.iso.url']] },
  { ...iso(`{ url: 'ftp://h/y', sha256: ${HASH} }`), faults: [['5:15', 'windows.iso.url: "ftp://h/y"']] },
  { ...iso(`{ url: 'https:///y', sha256: ${HASH} }`), faults: [['5:15', 'windows.iso.url']] },
  { ...iso(`{ url: 'https://h:99999/y', sha256: ${HASH} }`), faults: [['5:15', 'windows.iso.url']] },
  { ...iso(`{ url: 'https://h/a b', sha256: ${HASH} }`), faults: [['5:15', 'windows.iso.url']] },
  iso('media/a.iso', 'windows.iso is a text; a mapping of keys is wanted'),
  // Updates.
  good('updates: { include: [dotnet], release: latest, channel: preview, exclude: [KB5005112] }'),
  good('updates: { release: 2026-11 }'),
  good('updates: { release: 2026-11-10 }'),
  good('updates: { release: 2028-02-29 }'),
  good('updates: { release: [KB5005112, KB5030216] }'),
  good('updates: { release: KB5005112, media-build: 26100.1742 }'),
  good('updates: { include: [] }'),
  bad('updates: { release: 2026-13 }', 21, 'updates.release: "2026-13" is not allowed'),
  bad('updates: { release: 2026-00 }', 21, 'updates.release: "2026-00"'),
  bad('updates: { release: 2026-1 }', 21, 'updates.release: "2026-1"'),
  bad('updates: { release: 2026-02-30 }', 21, 'updates.release: "2026-02-30"'),
  bad('updates: { release: 2027-02-29 }', 21, 'updates.release: "2027-02-29"'),
  bad('updates: { release: 2026-11-31 }', 21, 'updates.release: "2026-11-31"'),
  bad('updates: { release: newest }', 21, 'updates.release: "newest"'),
  bad('updates: { release: KB1 }', 21, 'updates.release: "KB1"'),
  bad('updates: { release: 2026 }', 21, 'updates.release is a number; a text or a list is wanted'),
  bad('updates: { release: [] }', 21, 'updates.release is an empty list'),
  bad('updates: { release: [KB1] }', 22, 'updates.release[0]: "KB1"'),
  bad('updates: { release: [latest] }', 22, 'updates.release[0]: "latest"'),
  bad('updates: { release: [KB5005112, KB5005112] }', 21, 'updates.release names "KB5005112" twice'),
  bad('updates: { include: ssu }', 21, 'updates.include is a text; a list is wanted'),
  bad('updates: { include: [ssu] }', 22, 'updates.include[0]: "ssu" is not one of'),
  bad('updates: { channel: oob }', 21, 'updates.channel: "oob" is not one of'),
  bad('updates: { exclude: KB5005112 }', 21, 'updates.exclude is a text; a list is wanted'),
  bad('updates: { exclude: [5005112] }', 22, 'updates.exclude[0] is a number; a text is wanted'),
  good('updates: { media-build: "26100.10" }'),
  bad('updates: { media-build: 26100 }', 25, 'updates.media-build: "26100" is not allowed'),
  bad('updates: { media-build: 20348.587 }', 25, 'updates.media-build: "20348.587" is not allowed'),
  bad('updates: { media-build: true }', 25, 'updates.media-build is true or false; a text or a number is wanted'),
  bad('updates: { media-build: "26100" }', 25, 'updates.media-build: "26100" is not allowed'),
  bad('updates: { media-build: "20348.587" }', 25, 'updates.media-build: "20348.587" is not allowed'),
  bad('updates:', 1, 'updates is empty'),
  bad('updates: [KB5005112]', 10, 'updates is a list; a mapping of keys is wanted'),
  // Drivers.
  good('drivers: { tools-iso: { path: tools.iso }, include: [pvscsi] }'),
  good('drivers: { include: [] }'),
  bad("drivers: { tools-iso: { url: 'https://x/t.iso' } }", 23, 'drivers.tools-iso has a url without sha256'),
  bad('drivers: { include: [""] }', 22, 'drivers.include[0]: ""'),
  bad('drivers: { include: pvscsi }', 21, 'drivers.include is a text; a list is wanted'),
  bad('drivers:', 1, 'drivers is empty'),
  // The disk.
  good('disk: { size: 60 GiB, format: vhd, type: fixed, esp: 260MiB, msr: 0.5 GiB, recovery: none }'),
  good('disk: { size: 1.5 TiB }'),
  good('disk: { size: 42949672960 B }'),
  bad('disk: { size: 0.3 B }', 15, 'disk.size: "0.3 B" is not allowed'),
  bad('disk: { size: 0.3 GiB }', 15, 'disk.size: "0.3 GiB"'),
  bad('disk: { size: 99999999 TiB }', 15, 'disk.size: "99999999 TiB"'),
  bad('disk: { size: 0 GiB }', 15, 'disk.size: "0 GiB"'),
  bad('disk: { size: 0.0 GiB }', 15, 'disk.size: "0.0 GiB"'),
  bad('disk: { size: -1 GiB }', 15, 'disk.size: "-1 GiB"'),
  bad('disk: { size: 40 }', 15, 'disk.size is a number; a text is wanted'),
  bad('disk: { size: 40 Gb }', 15, 'disk.size: "40 Gb"'),
  bad('disk: { size: "" }', 15, 'disk.size: ""'),
  bad('disk: { size: }', 9, 'disk.size is empty'),
  bad('disk: { format: vhdx }', 17, 'disk.format: "vhdx" is not one of'),
  bad('disk: { recovery: last }', 19, 'disk.recovery: "last" is not one of'),
  bad('disk: { type: thin }', 15, 'disk.type: "thin"'),
  bad('disk: { siez: 40 GiB }', 9, 'unknown key "siez" in disk'),
  bad('disk:', 1, 'disk is empty'),
  // Customisation.
  good('customize: { features: [NetFx3], remote-desktop: true, vmware-tools: none, unattend: { file: a.xml } }'),
  good("customize: { files: [ { from: corp/, to: 'C:\\Corp' } ], first-boot-scripts: [a.ps1, b.CMD] }"),
  good("customize: { registry: [ { key: 'HKLM\\SOFTWARE\\C', type: multi-string, value: [a] } ] }"),
  bad('customize: { files: [ { from: corp/ } ] }', 23, 'customize.files[0] lacks the key "to"'),
  bad('customize: { files: [ { from: a, to: "D:/x" } ] }', 38, 'customize.files[0].to: "D:/x"'),
  bad('customize: { first-boot-scripts: [a.vbs] }', 35, 'customize.first-boot-scripts[0]: "a.vbs"'),
  bad('customize: { registry: [ { key: HKCU, type: dword, value: 1 } ] }', 33, 'customize.registry[0].key: "HKCU"'),
  bad('customize: { features: ["a b"] }', 25, 'customize.features[0]: "a b"'),
  bad('customize: { features: }', 14, 'customize.features is empty'),
  bad('customize: { remote-desktop: yes }', 30, 'customize.remote-desktop is a text; true or false is wanted'),
  bad('customize: { vmware-tools: always }', 28, 'customize.vmware-tools: "always"'),
  bad('customize: { unattend: a.xml }', 24, 'customize.unattend is a text; a mapping of keys is wanted'),
  bad('customize: { unattend: {} }', 24, 'customize.unattend lacks the key "file"'),
  bad('customize: { unattend: { file: } }', 26, 'customize.unattend.file is empty'),
  bad('customize: { administrator-password: x }', 14, 'unknown key "administrator-password" in customize'),
  // The machine.
  good('vm: { cpus: 768, memory: 6144 MiB, hardware-version: 22, firmware: bios, secure-boot: false, network: a }'),
  good('vm: { firmware: bios }'),
  good('vm: { memory: 4.5 GiB, hardware-version: 13 }'),
  bad('vm: { firmware: bios, secure-boot: true }', 36, 'vm.secure-boot: true is not allowed'),
  bad('vm: { cpus: 0 }', 13, 'vm.cpus: 0 is too small'),
  bad('vm: { cpus: 769 }', 13, 'vm.cpus: 769 is too large'),
  bad('vm: { cpus: 1.5 }', 13, 'vm.cpus is a number; a whole number is wanted'),
  bad('vm: { memory: 4 GB }', 15, 'vm.memory: "4 GB"'),
  bad('vm: { memory: 4097 MiB }', 15, 'vm.memory: "4097 MiB"'),
  bad('vm: { memory: 0 MiB }', 15, 'vm.memory: "0 MiB"'),
  bad('vm: { hardware-version: vmx-19 }', 25, 'vm.hardware-version is a text; a whole number is wanted'),
  bad('vm: { hardware-version: 12 }', 25, 'vm.hardware-version: 12 is too small'),
  bad('vm: { hardware-version: 23 }', 25, 'vm.hardware-version: 23 is too large'),
  bad('vm: { disk-controller: ide }', 24, 'vm.disk-controller: "ide"'),
  bad('vm: { network: "" }', 16, 'vm.network: ""'),
  bad('vm:', 1, 'vm is empty'),
  // Publishing and proving.
  good('publish:', '  - { as: template, datastore: ds1, folder: Templates/2025 }'),
  good('publish: [{ as: vm }]'),
  bad('publish: [{ as: library-item }]', 17, 'publish[0].as: "library-item" is not one of'),
  bad('publish: [{ as: template, library: golden }]', 27, 'unknown key "library" in publish[0]'),
  bad('publish: [{ as: template }, { as: template }]', 10, 'publish has more than 1 entry'),
  bad('publish: { as: template }', 10, 'publish is a mapping of keys; a list is wanted'),
  bad('publish: [{}]', 11, 'publish[0] lacks the key "as"'),
  bad('publish: [template]', 11, 'publish[0] is a text; a mapping of keys is wanted'),
  bad('publish:', 1, 'publish is empty'),
  good('verify: { level: filesystem, timeout: 90 s }'),
  good('verify: { timeout: 1.5 h }'),
  good('verify: { timeout: 0.5 s }'),
  bad('verify: { timeout: 0 min }', 20, 'verify.timeout: "0 min"'),
  bad('verify: { timeout: 0.0 s }', 20, 'verify.timeout: "0.0 s"'),
  bad('verify: { timeout: 15 }', 20, 'verify.timeout is a number; a text is wanted'),
  bad('verify: { timeout: 15 fortnights }', 20, 'verify.timeout: "15 fortnights"'),
  bad('verify: { level: crash }', 18, 'verify.level: "crash"'),
  bad('verify:', 1, 'verify is empty'),
  // Keys that do nothing.
  bad('runs-on: [self-hosted]', 1, 'unknown key "runs-on" in the template'),
  bad('bake: { on: vsphere }', 1, 'unknown key "bake" in the template'),
  bad('dsik: {}', 1, 'unknown key "dsik" in the template'),
  bad('__proto__: { a: 1 }', 1, 'unknown key "__proto__" in the template'),
  // Several faults at once, each at its place.
  {
    text: `${MINIMAL}disk: { size: 0 GiB, format: vhdx }\nvm: { cpus: 0 }\nruns-on: a\n`,
    faults: [
      ['6:15', 'disk.size: "0 GiB"'],
      ['6:30', 'disk.format: "vhdx"'],
      ['7:13', 'vm.cpus: 0'],
      ['8:1', 'unknown key "runs-on"'],
    ],
  },
];
