/** What a disk whose updates, drivers and features wait for the first boot lacks of one that has them, and has for them; docs/windows-runner.md lists the same. */

/** Kinds of differences: which of both disks has it, `serviced | waiting`, and its key. */
const KINDS: readonly (readonly [kind: string, key: RegExp, who: 'serviced' | 'waiting' | 'either'])[] = [
  [
    'files: what the first boot installs, and the steps that do it',
    /^\/Windows\/Setup\/Stillframe\/(drivers|packages|steps|sxs)(\/|$)/,
    'waiting',
  ],
  ['files: driver store', /^\/Windows\/System32\/DriverStore(\/|$)/, 'serviced'],
  ['files: INF files that were published', /^\/Windows\/INF\/oem\d+\.inf$/, 'serviced'],
  [
    'files: packages and the component of the build',
    /^\/Windows\/(servicing\/Packages\/Package_for_|WinSxS\/Manifests\/\S*_microsoft-windows-coreos-revision_)/,
    'serviced',
  ],
  ['files: hives', /^\/Windows\/System32\/config\/(SOFTWARE|SYSTEM)$/, 'either'],
  ['registry: revision of the build', /^SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion "UBR"$/, 'either'],
  [
    'registry: states of packages and features',
    /^SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\(Packages|Version)/,
    'serviced',
  ],
  ['registry: driver database', /^SYSTEM\\DriverDatabase\\(DeviceIds|DriverInfFiles|DriverPackages)\\/, 'either'],
  ['registry: whose driver the service is', /^SYSTEM\\ControlSet001\\Services\\pvscsi "Owners"$/, 'serviced'],
  [
    'registry: what the INF file says of the service',
    /^SYSTEM\\ControlSet001\\Services\\pvscsi\\Parameters/,
    'waiting',
  ],
];

export const WAITING_KINDS: readonly string[] = KINDS.map(([kind]) => kind);

/**
 * @param lines of `differences` between a disk that is serviced and one on which that waits
 * @returns the kinds that occur, in the order of the list; a difference of no kind as it is
 */
export function kindsOf(lines: readonly string[]): string[] {
  const found = new Set(
    lines.map((line) => {
      const [, key = '', first = '', second = ''] = /^(.*?): (.*) \| (.*)$/s.exec(line) ?? [];
      const who = first === 'nothing' ? 'waiting' : second === 'nothing' ? 'serviced' : 'both';
      const known = KINDS.find(([, pattern, whose]) => pattern.test(key) && (whose === 'either' || whose === who));
      return known?.[0] ?? line;
    }),
  );
  return [
    ...WAITING_KINDS.filter((kind) => found.has(kind)),
    ...[...found].filter((kind) => !WAITING_KINDS.includes(kind)),
  ];
}
