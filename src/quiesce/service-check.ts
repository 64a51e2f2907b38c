/** Which services a Windows that was started from a snapshot has to run: those that it starts by itself, and that ran before the snapshot. */

import { type DeclaredFinding, found } from '../check/rule.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { guestQuestion } from '../vsphere/guest/guest-question.ts';

/**
 * Services that Windows starts at every start, and that run now. Left out are those that start late (Win32_Service.DelayedAutoStart, from
 * Windows Server 2016 on) or on an event (`TriggerInfo` in their key, where ChangeServiceConfig2 writes it), for which there is no time by which
 * they run, and those of somebody who is logged on (0x40 of Type: winnt.h, SERVICE_USER_SERVICE), whose names are others every time.
 *   out: running
 */
export const ASK_SERVICES = guestQuestion(`$root = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\'
$services = Get-CimInstance -ClassName Win32_Service -Filter "StartMode = 'Auto' AND State = 'Running' AND DelayedAutoStart = FALSE"
$own = $services | Where-Object {
  $type = (Get-ItemProperty -LiteralPath ($root + $_.Name) -Name Type).Type
  (($type -band 0x40) -eq 0) -and -not (Test-Path -LiteralPath ($root + $_.Name + '\\TriggerInfo'))
}
$answer = @{ running = @($own | ForEach-Object { $_.Name }) }`);

/** Milliseconds that Windows may take at most to start them once VMware Tools run, which are one of them. */
export const STARTED_WITHIN = 5 * 60_000;

/**
 * By names in lower case: what a snapshot needs of it. Writers are called as Microsoft calls them ("In-Box VSS Writers", Win32 documentation),
 * which tells the service too for the System Writer and for MSMQ, and of FSRM and Sync Share that they have a writer only while they run; of
 * SQL Server "SQL Writer service" tells it. Microsoft has no page for the others: Carbonite, "List of VSS Writers and Services". The writers of
 * the registry, of COM+, of ASR and of shadow copy optimization live in VSS itself. Left out are BITS and Windows Search, whose writers only
 * keep files out of a backup.
 */
const NEEDED: Readonly<Record<string, string>> = {
  vmtools: 'VMware Tools',
  vgauthservice: 'VMware Tools',
  vmvss: 'VMware Snapshot Provider',
  vss: 'Volume Shadow Copy',
  swprv: 'Volume Shadow Copy',
  eventsystem: 'COM+ Event System',
  comsysapp: 'COM+ System Application',
  apphostsvc: 'IIS Config Writer',
  certsvc: 'Certificate Authority',
  clussvc: 'Cluster Service Writer',
  cryptsvc: 'System Writer',
  dfsr: 'DFS Replication service writer',
  dhcpserver: 'Dhcp Jet Writer',
  iisadmin: 'IIS Metabase Writer',
  msexchangeis: 'Microsoft Exchange Writer',
  msmq: 'MSMQ Writer',
  ntds: 'NTDS',
  ntfrs: 'FRS Writer',
  sqlwriter: 'SqlServerWriter',
  srmsvc: 'FSRM Writer',
  syncsharesvc: 'Sync Share Service VSS writer',
  termservlicensing: 'TermServLicensing',
  tsgateway: 'TS Gateway Writer',
  vmms: 'Microsoft Hyper-V VSS Writer',
  wdsserver: 'WDS VSS Writer',
  widwriter: 'WIDWriter',
  winmgmt: 'WMI Writer',
  wins: 'WINS Jet Writer',
};

/** @returns names; undefined for what is no answer to ASK_SERVICES */
export function runningServices(answer: unknown): readonly string[] | undefined {
  const { running } = (answer ?? {}) as { readonly running?: unknown };
  return Array.isArray(running) ? running.filter((name) => typeof name === 'string') : undefined;
}

/**
 * One that ran and ended by itself has started.
 * @param ask asks the machine that was started ASK_SERVICES until an answer is enough, or its time is up
 * @returns names of those that never ran
 * @throws what `ask` throws
 */
export async function awaitServices(
  ask: (enough: (answer: unknown) => boolean) => Promise<void>,
  before: readonly string[],
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const lacking = (): readonly string[] => before.filter((name) => !seen.has(name));
  await ask((answer) => {
    for (const name of runningServices(answer) ?? []) seen.add(name);
    return lacking().length === 0;
  });
  return lacking();
}

const STOPPED: DeclaredFinding = {
  code: 'restore-service-stopped',
  severity: 'error',
  remedy:
    'Start a clone of a snapshot by hand, start these services there and read why they fail in its System log: without them the next snapshot has no application in it.',
  source: 'Microsoft, Win32_Service (StartMode Auto, DelayedAutoStart); "In-Box VSS Writers"',
};

const DIFFERS: DeclaredFinding = {
  code: 'restore-service-differs',
  severity: 'warning',
  remedy:
    'Start a clone of a snapshot by hand and look at these services: one that ends by itself when it has nothing to do is in order, and belongs on start type Manual or delayed.',
  source: 'Microsoft, Win32_Service (StartMode Auto, DelayedAutoStart)',
};

export const SERVICE_FINDINGS: readonly DeclaredFinding[] = [STOPPED, DIFFERS];

/** @param lacking names as awaitServices gives them; what a snapshot needs is an error */
export function serviceFindings(lacking: readonly string[]): readonly QuiesceFinding[] {
  const needed = lacking.filter((name) => purposeOf(name) !== undefined);
  const others = lacking.filter((name) => purposeOf(name) === undefined);
  const told = needed.map((name) => `${name} (${purposeOf(name)})`).join(', ');
  return [
    ...(needed.length > 0
      ? [found(STOPPED, `A linked clone of the snapshot does not run services that ran before it: ${told}`)]
      : []),
    ...(others.length > 0
      ? [
          found(
            DIFFERS,
            `A linked clone of the snapshot does not run services that ran before it: ${others.join(', ')}`,
          ),
        ]
      : []),
  ];
}

/**
 * What has instances is a service for each: a database MSSQLSERVER or MSSQL$NAME, of which that of Windows itself has a writer of its own;
 * a queue on a cluster MSMQ$NAME; a directory of AD LDS ADAM_NAME.
 */
const INSTANCES: readonly (readonly [service: RegExp, writer: string])[] = [
  [/^mssql\$microsoft##wid$/, 'WIDWriter'],
  [/^mssql(?:server$|\$)/, 'SqlServerWriter'],
  [/^msmq\$/, 'MSMQ Writer'],
  [/^adam_/, 'ADAM Writer'],
];

function purposeOf(name: string): string | undefined {
  const service = name.toLowerCase();
  return INSTANCES.find(([instance]) => instance.test(service))?.[1] ?? NEEDED[service];
}
