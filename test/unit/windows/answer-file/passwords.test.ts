import { describe, expect, it } from 'vitest';
import { checkPasswords } from '../../../../src/windows/answer-file/passwords.ts';
import { answerFile, component, SHELL, settings, withPassword } from './sample-answer-file.ts';

const GOOD = 'Correct-1';

function hidden(password: string, suffix = 'AdministratorPassword'): string {
  return Buffer.from(password + suffix, 'utf16le').toString('base64');
}

function codes(file: Parameters<typeof checkPasswords>[0]): readonly string[] {
  return checkPasswords(file).findings.map(({ code }) => code);
}

describe('the complexity that a server asks for', () => {
  it.each([GOOD, 'abcdE1', 'ABCDE.1', 'abcde.1', 'Übung1', '日本語日1a'])('takes %s', (password) => {
    expect(checkPasswords(withPassword(password)).faults).toEqual([]);
  });

  it.each([
    ['aB.1x', 'fewer than 6 characters'],
    ['hunter2', 'not 3 of'],
    ['HUNTER2', 'not 3 of'],
    ['aaaaaaB', 'not 3 of'],
    ['.......1', 'not 3 of'],
    ['My-administrator-1', 'contains the name of the account'],
    ['$ADMIN_PW_1', 'the name of a variable'],
    ['$ADMINISTRATOR_PASSWORD', 'the name of a variable'],
    [`\${Pass1}`, 'the name of a variable'],
    ['$env:Pass1', 'the name of a variable'],
    ['%Pass_1%', 'the name of a variable'],
    ['{{ Pass1 }}', 'the name of a variable'],
    [`\${{ secrets.PASS1 }}`, 'the name of a variable'],
  ])('refuses %s without saying it', (password, words) => {
    const [fault, second] = checkPasswords(withPassword(password)).faults;
    expect(fault?.what).toContain(words);
    expect(fault?.what).toContain('the password of Administrator');
    expect(fault?.what).not.toContain(password);
    expect(second).toBeUndefined();
  });

  it('looks into a hidden password as well', () => {
    expect(checkPasswords(withPassword(hidden(GOOD), 'false')).faults).toEqual([]);
    expect(checkPasswords(withPassword(hidden('hunter2'), 'false')).faults[0]?.what).toContain('not 3 of');
  });

  it('refuses a hidden password that Windows could not read', () => {
    for (const value of [GOOD, hidden(GOOD, 'Password2'), 'QQ==']) {
      expect(checkPasswords(withPassword(value, 'false')).faults.map(({ what }) => what)).toEqual([
        'AdministratorPassword is said to be hidden (PlainText false), but its value is not base64 of UTF-16LE of the password followed by "AdministratorPassword"',
      ]);
    }
  });

  it('holds for local accounts, by their own names, and only where accounts are made', () => {
    const local = (name: string, password: string): string =>
      `<UserAccounts><LocalAccounts><LocalAccount><Name>${name}</Name><Password><Value>${password}</Value></Password></LocalAccount></LocalAccounts></UserAccounts>`;
    const file = (pass: string, body: string) => answerFile(settings(pass, component(SHELL, body)));
    expect(checkPasswords(file('oobeSystem', local('ops', 'x'))).faults[0]?.what).toContain('the password of ops');
    expect(checkPasswords(file('oobeSystem', local('ops', 'My-ops-12'))).faults).toHaveLength(1);
    expect(checkPasswords(file('oobeSystem', local('op', 'My-op-12'))).faults).toEqual([]);
    expect(checkPasswords(file('specialize', local('ops', 'x'))).faults).toEqual([]);
    expect(codes(file('oobeSystem', local('ops', GOOD)))).toEqual(['unattend-plain-password']);
  });
});

describe('passwords in plain text', () => {
  it('are told with their places, never themselves', () => {
    const [finding] = checkPasswords(withPassword(GOOD)).findings;
    expect(finding).toMatchObject({ code: 'unattend-plain-password', severity: 'warning' });
    expect(finding?.seen).toContain('AdministratorPassword in line 2');
    expect(finding?.seen).not.toContain(GOOD);
  });

  it.each([
    ['true', ['unattend-plain-password']],
    [undefined, ['unattend-plain-password']],
    ['FALSE', []],
  ])('PlainText %s', (plainText, expected) => {
    expect(codes(withPassword(plainText === 'FALSE' ? hidden(GOOD) : GOOD, plainText))).toEqual(expected);
  });

  it('are found in every pass and component, in the text of an element too', () => {
    const join = '<Identification><Credentials><Password>secret</Password></Credentials></Identification>';
    const file = answerFile(
      settings('specialize', component('Microsoft-Windows-UnattendedJoin', join)),
      settings('windowsPE', component(SHELL, '<Password><Value>x</Value></Password>', 'x86')),
      settings('auditUser', component(SHELL, '<AutoLogon><Password><Value/></Password></AutoLogon>')),
    );
    const [plain] = checkPasswords(file).findings;
    expect(plain?.seen).toContain('Password in line 2, Password in line 3.');
  });
});

describe('an answer file without a password', () => {
  it.each([
    ['nothing at all', answerFile()],
    ['an empty value', withPassword('')],
    ['another pass', answerFile(settings('auditSystem', component(SHELL)))],
    [
      'another architecture',
      answerFile(
        settings(
          'oobeSystem',
          component(
            SHELL,
            `<UserAccounts><AdministratorPassword><Value>${hidden(GOOD)}</Value><PlainText>false</PlainText></AdministratorPassword></UserAccounts>`,
            'x86',
          ),
        ),
      ),
    ],
  ])('%s: the first start may wait at the console', (_what, file) => {
    const { findings } = checkPasswords(file);
    const seen = expect.stringContaining('no step of the first boot begins before somebody gives it') as string;
    expect(findings).toMatchObject([{ code: 'unattend-no-password', severity: 'warning', seen }]);
    expect(findings[0]?.seen).toContain('may wait at the console');
  });

  it('is told apart from one that has it', () => {
    expect(codes(withPassword(hidden(GOOD), 'false'))).toEqual([]);
  });
});

describe('which passwords count', () => {
  const accounts = (body: string, pass = 'oobeSystem', architecture = 'amd64', name: string = SHELL) =>
    answerFile(settings(pass, component(name, `<UserAccounts>${body}</UserAccounts>`, architecture)));
  const administrator = (value: string): string =>
    `<AdministratorPassword><Value>${value}</Value></AdministratorPassword>`;

  it.each([
    ['another pass', accounts(administrator(GOOD), 'specialize')],
    ['another architecture', accounts(administrator(GOOD), 'oobeSystem', 'x86')],
    ['another component', accounts(administrator(GOOD), 'oobeSystem', 'amd64', 'Microsoft-Windows-Deployment')],
    ['an empty one', accounts(administrator(''))],
    ['no value', accounts('<AdministratorPassword/>')],
  ])('not one of %s: the first start may wait for one', (_, file) => {
    expect(codes(file)).toContain('unattend-no-password');
  });

  it('one account that has one is enough, and it is found wherever it stands', () => {
    const local = `<LocalAccounts><LocalAccount><Password><Value>${GOOD}</Value></Password></LocalAccount></LocalAccounts>`;
    expect(codes(accounts(`<AdministratorPassword/>${local}`))).toEqual(['unattend-plain-password']);
    const bad = `<LocalAccounts><LocalAccount><Password><Value>hunter2</Value></Password></LocalAccount></LocalAccounts>`;
    expect(checkPasswords(accounts(bad)).faults[0]?.what).toContain('will not take the password of an account:');
  });

  it('all reasons against one are told', () => {
    expect(checkPasswords(accounts(administrator('admin'))).faults.map(({ what }) => what)).toEqual([
      'Windows will not take the password of Administrator: it has fewer than 6 characters, and it has not 3 of capital letters, small letters, digits, other characters',
    ]);
  });

  it.each([
    ['abcDE1', []],
    // No name: a small letter, no underscore, or more beside it.
    ['$ecret_Pass1', []],
    ['$SECRET1', []],
    [`\${a}.B1`, []],
    ['100%_of%A', []],
    ['abcD1', ['fewer than 6']],
    ['abcdefG', ['not 3 of']],
    ['日本語abc', ['not 3 of']],
    ['日本語abC', []],
    ['xADMINISTRATORx1', ['name of the account']],
  ])('%s: %j', (password, words) => {
    const faults = checkPasswords(accounts(administrator(password))).faults;
    expect(faults).toHaveLength(words.length);
    for (const word of words) expect(faults[0]?.what).toContain(word);
  });

  it('each in plain text is told with its line', () => {
    const file = accounts(`${administrator(GOOD)}\n<x><SomePassword>secret</SomePassword></x>`);
    expect(checkPasswords(file).findings[0]?.seen).toMatch(
      /AdministratorPassword in line \d+, SomePassword in line \d+\./,
    );
    expect(codes(accounts('<NoPasswordHere>x</NoPasswordHere><Passwords>x</Passwords>'))).toEqual([
      'unattend-no-password',
    ]);
  });
});
