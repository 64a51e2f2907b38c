import { describe, expect, it } from 'vitest';
import { checkSettings } from '../../../../src/windows/answer-file/check-settings.ts';
import { PASSES } from '../../../../src/windows/answer-file/components.ts';
import { answerFile, component, SHELL, settings } from './sample-answer-file.ts';

function faults(...content: readonly string[]): readonly string[] {
  return checkSettings(answerFile(...content)).faults.map(({ what }) => what);
}

function findings(...content: readonly string[]) {
  return checkSettings(answerFile(...content)).findings;
}

describe('what Windows Setup stops at', () => {
  it('is nothing in a sound file', () => {
    expect(faults(settings('specialize', component(SHELL)), settings('oobeSystem', component(SHELL)))).toEqual([]);
    for (const pass of PASSES) expect(faults(settings(pass))).toEqual([]);
  });

  it('a pass that does not exist, with the one that is meant', () => {
    expect(faults(settings('oobeSytem', component(SHELL)))).toEqual([
      'there is no pass "oobeSytem"; did you mean "oobeSystem"?',
    ]);
    expect(faults(settings('firstLogonCommandsAndMore'))[0]).toContain('there are windowsPE, offlineServicing');
    expect(faults('<settings/>')[0]).toContain('there is no pass ""');
  });

  it('a component that is misspelt, and one without a name', () => {
    expect(faults(settings('specialize', component('Microsoft-Windows-Shell-Setpu')))).toEqual([
      'there is no component Microsoft-Windows-Shell-Setpu; did you mean "Microsoft-Windows-Shell-Setup"?',
    ]);
    expect(faults(settings('specialize', component('')))).toEqual(['a component without a name']);
  });

  it.each([
    ['x86', 'is for x86'],
    ['arm64', 'is for arm64'],
    ['', 'has no processorArchitecture'],
  ])('a component for the architecture "%s"', (architecture, words) => {
    expect(faults(settings('specialize', component(SHELL, '', architecture)))).toEqual([
      `component ${SHELL} ${words}; Windows Server takes amd64 only`,
    ]);
  });

  it('not one for x86 where the same stands for amd64 in the same pass', () => {
    expect(faults(settings('specialize', component(SHELL, '', 'x86'), component(SHELL)))).toEqual([]);
    expect(
      faults(settings('specialize', component(SHELL, '', 'x86')), settings('oobeSystem', component(SHELL))),
    ).toHaveLength(1);
    expect(
      faults(settings('specialize', component(SHELL, '', 'x86'), component('Microsoft-Windows-TCPIP'))),
    ).toHaveLength(1);
  });

  it('a component of Windows PE in another pass', () => {
    expect(faults(settings('windowsPE', component('Microsoft-Windows-Setup')))).toEqual([]);
    expect(faults(settings('specialize', component('Microsoft-Windows-Setup')))).toEqual([
      'component Microsoft-Windows-Setup is of the pass windowsPE, it is unknown in specialize',
    ]);
  });

  it('a component that stands twice, in one pass, for one architecture', () => {
    expect(faults(settings('specialize', component(SHELL), component(SHELL)))).toEqual([
      `component ${SHELL} stands twice in the pass specialize`,
    ]);
    expect(faults(settings('specialize', component(SHELL)), settings('specialize', component(SHELL)))).toHaveLength(1);
  });
});

describe('what it passes over', () => {
  it('is named: passes that are over when an image is applied, with their components', () => {
    const found = findings(
      settings('offlineServicing', component('Microsoft-Windows-LUA-Settings')),
      settings('windowsPE', component('Microsoft-Windows-Setup'), component('Microsoft-Windows-Setup', '', 'x86')),
      settings('specialize', component(SHELL)),
      '<servicing/>',
    );
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['no-effect', 'warning'],
      ['no-effect', 'warning'],
      ['no-effect', 'warning'],
    ]);
    expect(found[0]?.seen).toContain('the pass offlineServicing does nothing here (Microsoft-Windows-LUA-Settings):');
    expect(found[1]?.seen).toContain('the pass windowsPE does nothing here (Microsoft-Windows-Setup):');
    expect(found[2]?.seen).toContain('the element servicing does nothing here:');
  });

  it('or may be unknown to the image', () => {
    expect(findings(settings('specialize', component('Contoso-Agent')))).toMatchObject([
      { code: 'unattend-component-unknown', severity: 'warning' },
    ]);
    expect(findings(settings('specialize', component(SHELL), component('Microsoft-Windows-Shell-Setpu')))).toEqual([]);
  });
});
