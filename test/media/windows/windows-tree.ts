/** The tree of one Windows edition: small, but with the shapes a Windows volume has. */

import { createHash } from 'node:crypto';
import { fileTime, MEDIA_TIME } from '../media-tools.ts';
import { portableExecutable, SUBSYSTEM } from '../portable-executable.ts';
import { encodeHive } from '../registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../registry/registry-key.ts';
import { sampleContent } from '../sample-content.ts';
import { ATTRIBUTE, type Blob, type EntryOptions, mountPointData, WimTree } from '../wim/wim-tree.ts';
import type { WimWriter } from '../wim/wim-writer.ts';
import { bcdTemplate } from './bcd-template.ts';
import { type ComponentFile, coreFiles, desktopFiles } from './component-files.ts';
import type { Edition } from './editions.ts';
import { featurePackages } from './feature-packages.ts';
import {
  FOLDER_SECURITY,
  JUNCTION_SECURITY,
  KEY_SECURITY,
  PRIVATE_SECURITY,
  SYSTEM_FILE_SECURITY,
} from './security-descriptors.ts';
import { softwareHive } from './software-hive.ts';
import { systemHive } from './system-hive.ts';

/** Files that other builders made: the EFI programs and the recovery environment. */
export interface BootFiles {
  readonly bootManager: Buffer;
  readonly memoryTest: Buffer;
  readonly osLoader: Buffer;
  readonly resumeLoader: Buffer;
  readonly winre: Buffer;
}

const { hidden, system, archive, readOnly, notContentIndexed } = ATTRIBUTE;
const TIME = fileTime(MEDIA_TIME);

/** The name hives get from the tool that makes Microsoft's images. */
const HIVE_ROOT = 'CsiTool-CreateHive-{00000000-0000-0000-0000-000000000000}';

export async function windowsTree(edition: Edition, boot: BootFiles, wim: WimWriter): Promise<WimTree> {
  const tree = new WimTree(TIME, FOLDER_SECURITY);
  addFolders(tree);
  const { build } = edition.release.version;
  const core = coreFiles(build);
  const components = edition.installationType === 'Server' ? [...core, ...desktopFiles()] : core;
  for (const file of components) await addComponentFile({ tree, wim, build }, file, components);
  for (const [path, text] of featurePackages(build)) {
    tree.file(path, await wim.blob(Buffer.from(text, 'utf8')), { security: SYSTEM_FILE_SECURITY, attributes: archive });
  }
  await addBootFiles(tree, wim, boot);
  await addHives(tree, wim, edition);
  await addOddities(tree, wim, edition);
  return tree;
}

function addFolders(tree: WimTree): void {
  tree.directory('Program Files', { attributes: readOnly, shortName: 'PROGRA~1' });
  tree.directory('Program Files (x86)', { attributes: readOnly, shortName: 'PROGRA~2' });
  tree.directory('ProgramData', { attributes: hidden | notContentIndexed, shortName: 'PROGRA~3' });
  tree.directory('PerfLogs');
  tree.directory('Users', { attributes: readOnly });
  tree.directory('Windows', { security: SYSTEM_FILE_SECURITY });
  tree.directory('Windows/Temp');
  tree.directory('Windows/Panther');
  tree.directory('Windows/Setup/Scripts');
  tree.directory('Windows/assembly', { attributes: readOnly | system });
  tree.directory('Windows/System32/Recovery', { attributes: hidden | system });
  tree.directory('Windows/System32/config', { security: PRIVATE_SECURITY });
}

async function addComponentFile(
  { tree, wim, build }: { readonly tree: WimTree; readonly wim: WimWriter; readonly build: number },
  file: ComponentFile,
  siblings: readonly ComponentFile[],
): Promise<void> {
  const blob = await wim.blob(contentOf(file));
  const entry = tree.file(file.path, blob, { security: SYSTEM_FILE_SECURITY, attributes: archive });
  if (file.component === undefined || !siblings.includes(file)) return;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  tree.hardLink(entry, `Windows/WinSxS/${storeFolder(file.component, build)}/${name}`);
}

/** Programs are programs to whoever looks at their headers: inspectors tell the architecture of a Windows by them. */
function contentOf({ path, kind, size }: ComponentFile): Buffer {
  if (/\.sys$|ntoskrnl\.exe$/.test(path)) return portableExecutable(path, size, SUBSYSTEM.native);
  if (/\.(exe|dll)$/.test(path)) {
    return portableExecutable(path, size, SUBSYSTEM.windowsConsole, { dll: path.endsWith('.dll') });
  }
  return sampleContent(kind, path, size);
}

/** Name of a component's folder in the store: architecture, name, key token, version, language, hash. */
function storeFolder(component: string, build: number): string {
  const hash = createHash('sha256').update(component).digest('hex').slice(0, 16);
  return `${component}_31bf3856ad364e35_10.0.${build}.1_none_${hash}`;
}

async function addBootFiles(tree: WimTree, wim: WimWriter, boot: BootFiles): Promise<void> {
  const add = async (path: string, content: Buffer, options: EntryOptions = {}): Promise<void> => {
    tree.file(path, await wim.blob(content), { security: SYSTEM_FILE_SECURITY, ...options });
  };
  await add('Windows/Boot/EFI/bootmgfw.efi', boot.bootManager);
  await add('Windows/Boot/EFI/bootmgr.efi', boot.bootManager);
  await add('Windows/Boot/EFI/memtest.efi', boot.memoryTest);
  await add('Windows/Boot/EFI/en-US/bootmgfw.efi.mui', sampleContent('text', 'bootmgfw.efi.mui', 79_200));
  await add('Windows/Boot/EFI/en-US/memtest.efi.mui', sampleContent('text', 'memtest.efi.mui', 45_400));
  await add('Windows/Boot/Resources/bootres.dll', sampleContent('packed', 'bootres.dll', 93_000));
  for (const font of ['chs_boot', 'jpn_boot', 'segmono_boot', 'segoe_slboot', 'wgl4_boot']) {
    await add(`Windows/Boot/Fonts/${font}.ttf`, sampleContent('packed', font, 48_000));
  }
  await add('Windows/Boot/DVD/EFI/boot.sdi', sampleContent('packed', 'boot.sdi', 32_768));
  await add('Windows/System32/winload.efi', boot.osLoader);
  await add('Windows/System32/winresume.efi', boot.resumeLoader);
  await add('Windows/System32/Boot/winload.efi', boot.osLoader);
  await add('Windows/System32/Boot/winresume.efi', boot.resumeLoader);
  const hiddenSystem = { attributes: archive | hidden | system | notContentIndexed };
  await add('Windows/System32/Recovery/Winre.wim', boot.winre, hiddenSystem);
  await add('Windows/System32/Recovery/ReAgent.xml', Buffer.from(reAgentXml()), hiddenSystem);
}

/** WinRE as an applied image has it: staged, not yet enabled. */
function reAgentXml(): string {
  return [
    "<?xml version='1.0' encoding='utf-8'?>",
    '<WindowsRE version="2.0">',
    '  <WinreBCD id="{00000000-0000-0000-0000-000000000000}"/>',
    '  <WinreLocation path="" id="0" offset="0" guid="{00000000-0000-0000-0000-000000000000}"/>',
    '  <ImageLocation path="" id="0" offset="0" guid="{00000000-0000-0000-0000-000000000000}"/>',
    '  <InstallState state="0"/>',
    '</WindowsRE>',
    '',
  ].join('\r\n');
}

async function addHives(tree: WimTree, wim: WimWriter, edition: Edition): Promise<void> {
  const hive = async (path: string, root: string, notation: KeyNotation, options: EntryOptions = {}): Promise<void> => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const bytes = encodeHive(registryKey(root, notation), name, TIME, KEY_SECURITY);
    tree.file(path, await wim.blob(bytes), { security: PRIVATE_SECURITY, ...options });
  };
  const config = 'Windows/System32/config';
  await hive(`${config}/SYSTEM`, HIVE_ROOT, systemHive(edition.release));
  await hive(`${config}/SOFTWARE`, HIVE_ROOT, softwareHive(edition));
  await hive(`${config}/DEFAULT`, HIVE_ROOT, {
    'Control Panel': { International: { Locale: '00000409' } },
    Software: {},
  });
  await hive(`${config}/SAM`, HIVE_ROOT, { SAM: { Domains: { Account: { Users: {} }, Builtin: {} } } });
  await hive(`${config}/SECURITY`, HIVE_ROOT, { Policy: { PolAdtEv: {}, Accounts: {} } });
  await hive(`${config}/COMPONENTS`, HIVE_ROOT, { CanonicalData: {}, DerivedData: {} });
  await hive(`${config}/DRIVERS`, HIVE_ROOT, { DriverDatabase: {} });
  await hive(`${config}/BCD-Template`, 'NewStoreRoot', bcdTemplate());
  await hive(
    'Users/Default/NTUSER.DAT',
    HIVE_ROOT,
    { Environment: { TEMP: '%USERPROFILE%\\AppData\\Local\\Temp' }, Software: { Microsoft: {} } },
    { attributes: archive | hidden },
  );
}

/** Everything a copying tool likes to lose: links, streams, attributes, odd names. */
async function addOddities(tree: WimTree, wim: WimWriter, edition: Edition): Promise<void> {
  const text = (content: string): Promise<Blob> => wim.blob(Buffer.from(content, 'utf8'));
  const junction = async (path: string, target: string, shortName = ''): Promise<void> => {
    const attributes = hidden | system | notContentIndexed;
    tree.junction(path, await wim.blob(mountPointData(target)), { attributes, shortName, security: JUNCTION_SECURITY });
  };
  await junction('Documents and Settings', 'C:\\Users', 'DOCUME~1');
  await junction('Users/All Users', 'C:\\ProgramData');
  await junction('Users/Default User', 'C:\\Users\\Default');
  await junction('ProgramData/Application Data', 'C:\\ProgramData');
  const desktopIni = await text(
    '\ufeff[.ShellClassInfo]\r\nLocalizedResourceName=@%SystemRoot%\\system32\\shell32.dll,-21813\r\n',
  );
  for (const folder of ['Users', 'Users/Public', 'Program Files']) {
    tree.file(`${folder}/desktop.ini`, desktopIni, { attributes: archive | hidden | system });
  }
  const notes = tree.file('Users/Public/Documents/Grüße – 日本語 🗻.txt', await text('名前 is not ASCII\r\n'));
  tree.stream(notes, 'Zone.Identifier', await text('[ZoneTransfer]\r\nZoneId=3\r\n'));
  const longName = `Windows/WinSxS/${storeFolder(`amd64_microsoft-windows-${'a-component-with-a-very-long-name-'.repeat(4)}resources`, edition.release.version.build)}`;
  tree.file(`${longName}/${'deep'.repeat(30)}.dll.mui`, await text('long paths\r\n'), {
    attributes: archive | readOnly,
  });
  tree.directory('Windows/System32/spp/store');
  tree.file('Windows/System32/spp/tokens/skus.xml', await text(`<sku edition="${edition.editionId}"/>\r\n`), {
    attributes: archive | readOnly,
  });
  tree.file('Windows/System32/empty.dat', await wim.blob(Buffer.alloc(0)));
}
