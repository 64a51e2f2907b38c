import { describe, expect, it } from 'vitest';
import { valueFaults } from '../../../../src/windows/answer-file/check-values.ts';
import { answerFile, component, SHELL, settings } from './sample-answer-file.ts';

const DEPLOYMENT = 'Microsoft-Windows-Deployment';
const faults = (pass: string, ...components: readonly string[]): readonly string[] =>
  valueFaults(answerFile(settings(pass, ...components))).map(({ what }) => what);
const shell = (body: string, pass = 'specialize'): readonly string[] => faults(pass, component(SHELL, body));

describe('ComputerName', () => {
  it.each(['*', 'SRV-1', 'a'.repeat(15), 'srv_1', ''])('may be "%s"', (name) => {
    expect(shell(`<ComputerName>${name}</ComputerName>`)).toEqual([]);
  });

  it.each(['a'.repeat(16), 'srv.corp', 'my server', 'srv%1', '**', 'a/b', 'a\\b'])('may not be "%s"', (name) => {
    expect(shell(`<ComputerName>${name}</ComputerName>`)).toEqual([
      `ComputerName "${name}" is no name for a computer: at most 15 characters, letters, digits and hyphens, or * alone`,
    ]);
  });
});

describe('TimeZone', () => {
  it.each(['UTC', 'W. Europe Standard Time', 'w. europe standard time', 'Pacific Standard Time_dstoff'])(
    'may be %s',
    (zone) => {
      expect(shell(`<TimeZone>${zone}</TimeZone>`)).toEqual([]);
      expect(shell(`<TimeZone>${zone}</TimeZone>`, 'oobeSystem')).toEqual([]);
    },
  );

  it('is known to Windows by its English name alone', () => {
    expect(shell('<TimeZone>Mitteleuropäische Zeit</TimeZone>')).toEqual([
      'TimeZone "Mitteleuropäische Zeit" is no name of Windows for a time zone, as tzutil /l lists them',
    ]);
    expect(shell('<TimeZone>W.Europe Standard Time</TimeZone>', 'oobeSystem')).toEqual([
      'TimeZone "W.Europe Standard Time" is no name of Windows for a time zone; did you mean "W. Europe Standard Time"?',
    ]);
  });
});

describe('a command', () => {
  const run = (length: number, kind = 'Synchronous'): readonly string[] =>
    faults(
      'specialize',
      component(
        DEPLOYMENT,
        `<Run${kind}><Run${kind}Command><Path>cmd</Path></Run${kind}Command><Run${kind}Command><Path> ${'x'.repeat(length)} </Path></Run${kind}Command></Run${kind}>`,
      ),
    );
  const logon = (length: number, list: string, kind: string): readonly string[] =>
    shell(`<${list}><${kind}><CommandLine>${'x'.repeat(length)}</CommandLine></${kind}></${list}>`, 'oobeSystem');

  it('of the pass specialize has at most 259 characters', () => {
    for (const kind of ['Synchronous', 'Asynchronous']) {
      expect(run(259, kind)).toEqual([]);
      expect(run(260, kind)).toEqual(['Path has 260 characters, and Windows Setup takes at most 259']);
    }
  });

  it('at log-on has at most 1024', () => {
    for (const [list, kind] of [
      ['FirstLogonCommands', 'SynchronousCommand'],
      ['LogonCommands', 'AsynchronousCommand'],
    ] as const) {
      expect(logon(1024, list, kind)).toEqual([]);
      expect(logon(1025, list, kind)).toEqual([
        'CommandLine has 1025 characters, and Windows Setup takes at most 1024',
      ]);
    }
  });

  it('of another architecture or component counts for nothing', () => {
    const body = `<RunSynchronous><RunSynchronousCommand><Path>${'x'.repeat(300)}</Path></RunSynchronousCommand></RunSynchronous><ComputerName>${'x'.repeat(20)}</ComputerName>`;
    expect(faults('specialize', component(DEPLOYMENT, body, 'x86'), component(SHELL, body, 'arm64'))).toEqual([]);
    expect(faults('specialize', component('Microsoft-Windows-TCPIP', body))).toEqual([]);
  });
});
