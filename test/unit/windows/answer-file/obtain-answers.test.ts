import { describe, expect, it } from 'vitest';
import { type AnswersRequest, obtainAnswers } from '../../../../src/windows/answer-file/obtain-answers.ts';
import { sampleImage } from '../sample-plan.ts';
import { answerFile, component, SHELL, settings } from './sample-answer-file.ts';

const NOTHING: AnswersRequest = {
  read: undefined,
  options: undefined,
  remoteDesktop: false,
  afterFirstBoot: 'stay',
};
const obtain = (request: Partial<AnswersRequest>, image = sampleImage()) =>
  obtainAnswers(image, { ...NOTHING, ...request });

describe('the answers for Windows Setup', () => {
  it('are the least it needs where nothing is given, which is a warning', () => {
    const { bytes, file, cloneUnattend, findings } = obtain({});
    expect(bytes.toString()).toContain('<UILanguage>en-US</UILanguage>');
    expect(file).toBeUndefined();
    expect(cloneUnattend).toBeUndefined();
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'unattend-missing',
        seen: expect.stringMatching(/may wait at the console .*no step of the first boot begins/),
      }),
    ]);
    expect(obtain({}, sampleImage({ language: '' })).bytes.toString()).toContain('<UILanguage>en-US</UILanguage>');
  });

  it('are those of a file, byte for byte', () => {
    const read = { bytes: Buffer.from('<x/>'), file: answerFile(), findings: [] };
    expect(obtain({ read })).toEqual({ ...read, cloneUnattend: undefined });
  });

  it('refuse the key of another edition in a file', () => {
    const key = component(SHELL, '<ProductKey>WMDGN-G9PQG-XVVXX-R3X43-63DFG</ProductKey>');
    const read = { bytes: Buffer.from(''), file: answerFile(settings('specialize', key)), findings: [] };
    expect(() => obtain({ read })).toThrow('ProductKey is the volume licence key');
  });

  it('are made of options, the key that of the edition', () => {
    const { bytes, file, findings } = obtain({
      options: { productKey: 'client-setup', password: 'Only-4-tests' },
      remoteDesktop: true,
    });
    expect(bytes.toString()).toContain('<ProductKey>N69G4-B89J2-4G8F4-WWYCC-J464C</ProductKey>');
    expect(bytes.toString()).toContain('<fDenyTSConnections>false<');
    expect(bytes.toString()).not.toMatch(/Only-4-tests|AutoLogon/);
    expect(file?.passes.map(({ name }) => name)).toEqual(['specialize', 'oobeSystem']);
    expect(findings).toEqual([]);
    expect(obtain({ options: { locale: 'de-DE' } }).bytes.toString()).not.toContain('ProductKey');
    const core = obtain(
      { options: { productKey: 'client-setup' } },
      sampleImage({ editionId: 'ServerDatacenterCore' }),
    );
    expect(core.bytes.toString()).toContain('WMDGN-G9PQG-XVVXX-R3X43-63DFG');
  });

  it.each([
    ['ServerAzure', 'there is no client setup key for Windows Server 2019 ServerAzure'],
    ['ServerStandardEval', 'there is no client setup key for Windows Server 2019 ServerStandardEval'],
  ])('have no key for %s', (editionId, words) => {
    expect(() => obtain({ options: { productKey: 'client-setup' } }, sampleImage({ editionId }))).toThrow(words);
  });

  it('have no key for a Windows that nobody knows', () => {
    expect(() => obtain({ options: { productKey: 'client-setup' } }, sampleImage({ build: 99999 }))).toThrow(
      'there is no client setup key for Windows build 99999 ServerStandard',
    );
  });

  it('refuse a password that Windows would not take, without repeating it', () => {
    const refused = () => obtain({ options: { password: 'simple' } });
    expect(refused).toThrow(/made of the options would not do what it says.*Windows will not take the password/);
    expect(refused).not.toThrow(/simple/);
  });

  it('log the Administrator on to generalize, and tell clones neither his password nor name and key', () => {
    const options = {
      ...{ locale: 'de-DE', timeZone: 'UTC', computerName: 'web01', password: 'Only-4-tests' },
      productKey: 'client-setup',
    } as const;
    const { bytes, cloneUnattend } = obtain({ options, remoteDesktop: true, afterFirstBoot: 'generalize' });
    expect(bytes.toString()).toContain('<AutoLogon>');
    expect(cloneUnattend).toContain('<UserLocale>de-DE</UserLocale>');
    expect(cloneUnattend).toContain('<TimeZone>UTC</TimeZone>');
    expect(cloneUnattend).not.toMatch(/Password|ProductKey|ComputerName|AutoLogon|fDenyTS/);
    expect(obtain({ options, afterFirstBoot: 'shut-down' }).cloneUnattend).toBeUndefined();
    const read = { bytes: Buffer.from('<x/>'), file: answerFile(), findings: [] };
    expect(obtain({ read, afterFirstBoot: 'generalize' }).cloneUnattend).toContain('<UILanguage>en-US<');
  });
});
