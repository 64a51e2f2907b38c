/** The SOFTWARE hive of a Windows image: what tells its version and edition. */

import { ExpandString, type KeyNotation } from '../registry/registry-key.ts';
import type { Edition } from './editions.ts';

export function softwareHive(edition: Edition): KeyNotation {
  const { version, branch, built, releaseId } = edition.release;
  const { major, minor, build, spBuild } = version;
  return {
    Classes: { '.txt': { '@': 'txtfile' }, txtfile: { '@': 'Text Document' } },
    Clients: {},
    'Microsoft\\Windows NT\\CurrentVersion': {
      BuildBranch: branch,
      BuildLab: `${build}.${branch}.${built}`,
      BuildLabEx: `${build}.1.amd64fre.${branch}.${built}`,
      CompositionEditionID: edition.editionId,
      CurrentBuild: String(build),
      CurrentBuildNumber: String(build),
      CurrentMajorVersionNumber: major,
      CurrentMinorVersionNumber: minor,
      CurrentType: 'Multiprocessor Free',
      CurrentVersion: '6.3',
      EditionID: edition.editionId,
      InstallationType: edition.installationType,
      ProductName: edition.productName,
      ReleaseId: releaseId,
      SoftwareType: 'System',
      SystemRoot: 'C:\\Windows',
      UBR: spBuild,
      ProfileList: {
        Default: new ExpandString('%SystemDrive%\\Users\\Default'),
        ProfilesDirectory: new ExpandString('%SystemDrive%\\Users'),
        Public: new ExpandString('%SystemDrive%\\Users\\Public'),
      },
      Winlogon: {
        Shell: edition.installationType === 'Server' ? 'explorer.exe' : 'cmd.exe',
        Userinit: 'C:\\Windows\\system32\\userinit.exe,',
      },
    },
    'Microsoft\\Windows\\CurrentVersion': {
      CommonFilesDir: 'C:\\Program Files\\Common Files',
      DevicePath: new ExpandString('%SystemRoot%\\inf'),
      ProgramFilesDir: 'C:\\Program Files',
      'Component Based Servicing': {
        Version: {
          [`10.0.${build}.1`]: `C:\\Windows\\winsxs\\amd64_microsoft-windows-servicingstack_31bf3856ad364e35_10.0.${build}.1_none_3d2ea44b6e7aa7a3`,
        },
      },
      'Policies\\System': { ConsentPromptBehaviorAdmin: 5, EnableLUA: 1 },
      'Setup\\State': { ImageState: 'IMAGE_STATE_GENERALIZE_RESEAL_TO_OOBE' },
      RunOnce: {},
      Run: {},
    },
    Policies: {},
    WOW6432Node: {},
  };
}
