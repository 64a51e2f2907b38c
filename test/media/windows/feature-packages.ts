/**
 * Manifests of packages that define features, in the shape of Microsoft's: an assembly with a package, an `update` for each feature,
 * nested updates that only refer to one, and packages that define none.
 */

const NAMESPACE = 'urn:schemas-microsoft-com:asm.v3';

/** Package -> features, by the names DISM lists on a server. */
const FEATURES: Readonly<Record<string, readonly string[]>> = {
  'Microsoft-Windows-Foundation-Package': ['TelnetClient', 'TFTP', 'SMB1Protocol', 'NetFx4ServerFeatures'],
  'Microsoft-Windows-NetFx3-OC-Package': ['NetFx3ServerFeatures', 'NetFx3'],
  'Microsoft-Windows-Server-Features-Package0': ['WindowsServerBackup', 'FailoverCluster-AdminPak', 'MultipathIo'],
  'Microsoft-Windows-Web-Services-Package': ['IIS-WebServerRole', 'IIS-WebServer', 'IIS-ManagementConsole'],
};

/** Paths below the volume's root and the text of each manifest. */
export function featurePackages(build: number): ReadonlyMap<string, string> {
  const manifests = Object.entries(FEATURES).map(
    ([name, features]) => [path(name, build), manifest(name, features, build)] as const,
  );
  return new Map([
    ...manifests,
    [path('Microsoft-Windows-Printing-Package', build), manifest('Microsoft-Windows-Printing', [], build)],
  ]);
}

function path(name: string, build: number): string {
  return `Windows/servicing/Packages/${name}~31bf3856ad364e35~amd64~~10.0.${build}.1.mum`;
}

function manifest(name: string, features: readonly string[], build: number): string {
  const identity = (of: string): string =>
    `<assemblyIdentity name="${of}" version="10.0.${build}.1" processorArchitecture="amd64" language="neutral" buildType="release" publicKeyToken="31bf3856ad364e35" />`;
  const updates = features.map((feature, index) => {
    const parent = features[index - 1];
    const applicable =
      parent === undefined
        ? ''
        : `<applicable disposition="detect"><detectUpdate><update name="${parent}" /></detectUpdate></applicable>`;
    return `    <update name="${feature}" displayName="${feature}" description="Feature ${feature}.">${applicable}<selectable disposition="staged"><detectNone default="false" /></selectable></update>\r\n`;
  });
  return [
    '\ufeff<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n',
    `<assembly xmlns="${NAMESPACE}" manifestVersion="1.0">\r\n`,
    `  ${identity(name)}\r\n`,
    `  <package identifier="${name}" releaseType="Feature Pack" restart="possible">\r\n`,
    ...updates,
    '  </package>\r\n',
    '</assembly>\r\n',
  ].join('');
}
