import { expect, it } from 'vitest';
import {
  ASK_SERVICES,
  awaitServices,
  runningServices,
  STARTED_WITHIN,
  serviceFindings,
} from '../../../src/quiesce/service-check.ts';

const SEEN = 'A linked clone of the snapshot does not run services that ran before it: ';

it('asks for services that start at every start, and for no others', () => {
  for (const words of [
    `-Filter "StartMode = 'Auto' AND State = 'Running' AND DelayedAutoStart = FALSE"`,
    "'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\'",
    '-band 0x40) -eq 0',
    "-not (Test-Path -LiteralPath ($root + $_.Name + '\\TriggerInfo'))",
  ]) {
    expect(ASK_SERVICES).toContain(words);
  }
});

it.each<[unknown, readonly string[] | undefined]>([
  [{ running: ['A', 5, 'b'] }, ['A', 'b']],
  [{ running: [] }, []],
  [{ running: 'A' }, undefined],
  [{}, undefined],
  [null, undefined],
  [undefined, undefined],
])('reads %j', (answer, names) => {
  expect(runningServices(answer)).toEqual(names);
});

/** Asked until it is enough, or there are no more answers. */
function machine(...answers: readonly unknown[]) {
  let asked = 0;
  const ask = async (enough: (answer: unknown) => boolean): Promise<void> => {
    while (asked < answers.length && !enough(answers[asked++]));
  };
  return { ask, asked: () => asked };
}
const running = (...names: readonly string[]) => ({ running: names });

it('waits until each has been seen to run, also one that has ended again', async () => {
  const { ask, asked } = machine(running('A'), null, running('B'), running('C'));
  expect(await awaitServices(ask, ['A', 'B'])).toEqual([]);
  expect(asked()).toBe(3);
});

it('says which never ran, and waits for nothing where nothing ran', async () => {
  const { ask } = machine(running('B'), running('B'));
  expect(await awaitServices(ask, ['A', 'B', 'c'])).toEqual(['A', 'c']);
  const none = machine(running(), running());
  expect(await awaitServices(none.ask, [])).toEqual([]);
  expect(none.asked()).toBe(1);
});

it('throws what asking throws', async () => {
  await expect(awaitServices(() => Promise.reject(new Error('gone')), ['A'])).rejects.toThrow('gone');
});

it('gives Windows five minutes', () => {
  expect(STARTED_WITHIN).toBe(300_000);
});

it.each<[readonly string[], readonly string[]]>([
  [[], []],
  [['Spooler', 'Schedule'], [`restore-service-differs warning: ${SEEN}Spooler, Schedule`]],
  [
    ['VMTools', 'Spooler', 'SQLWriter'],
    [
      `restore-service-stopped error: ${SEEN}VMTools (VMware Tools), SQLWriter (SqlServerWriter)`,
      `restore-service-differs warning: ${SEEN}Spooler`,
    ],
  ],
  // An instance of a database by its name; what only begins so is another.
  [
    ['MSSQL$PROD', 'MSSQLSERVER', 'MSSQLSERVERADHelper'],
    [
      `restore-service-stopped error: ${SEEN}MSSQL$PROD (SqlServerWriter), MSSQLSERVER (SqlServerWriter)`,
      `restore-service-differs warning: ${SEEN}MSSQLSERVERADHelper`,
    ],
  ],
])('of %j', (lacking, findings) => {
  expect(serviceFindings(lacking).map(({ code, severity, seen }) => `${code} ${severity}: ${seen}`)).toEqual(findings);
});

it.each([
  ...['VGAuthService', 'vmvss', 'VSS', 'swprv', 'EventSystem', 'COMSysApp', 'AppHostSvc', 'CertSvc', 'ClusSvc'],
  ...['CryptSvc', 'DFSR', 'DHCPServer', 'IISADMIN', 'MSExchangeIS', 'NTDS', 'NtFrs', 'SrmSvc', 'TermServLicensing'],
  ...['vmms', 'Winmgmt', 'WINS', 'SyncShareSvc', 'TSGateway', 'WDSServer', 'WIDWriter'],
])('takes %s for one that a snapshot needs', (name) => {
  expect(serviceFindings([name])).toMatchObject([{ code: 'restore-service-stopped', severity: 'error' }]);
});

it.each([
  // As Microsoft writes it, whose list of writers every vssadmin shows.
  ['DHCPServer', 'Dhcp Jet Writer'],
  ['MSMQ', 'MSMQ Writer'],
  ['MSMQ$Cluster', 'MSMQ Writer'],
  ['ADAM_instance1', 'ADAM Writer'],
  // The database of Windows itself is none of SQL Server's.
  ['MSSQL$MICROSOFT##WID', 'WIDWriter'],
  ['MSSQL$MICROSOFT##WID2', 'SqlServerWriter'],
])('says of %s that it has the %s', (name, writer) => {
  expect(serviceFindings([name]).map(({ seen }) => seen)).toEqual([`${SEEN}${name} (${writer})`]);
});

it.each(['BITS', 'WSearch', 'MSMQTriggers', 'xMSSQL$A', 'ADAM'])('takes %s for one that no snapshot needs', (name) => {
  expect(serviceFindings([name])).toMatchObject([{ code: 'restore-service-differs' }]);
});
