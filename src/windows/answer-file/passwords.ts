/**
 * Passwords in an answer file. What Windows takes: Microsoft Learn, "AdministratorPassword" (a hidden value is base64 of UTF-16LE of the
 * password followed by the element's name) and "Passwords must meet complexity requirements" (on by default on servers).
 */

import type { Finding } from '../../report/report.ts';
import { SHELL_SETUP } from './components.ts';
import type { AnswerFault } from './fault.ts';
import { WAITS_AT_CONSOLE } from './no-answer-file.ts';
import { type AnswerElement, type AnswerFile, descend } from './parse-answer-file.ts';

/** Code of the finding that nobody gives the Administrator a password. */
export const NO_PASSWORD = 'unattend-no-password';

const SHORTEST = 6;
const CATEGORIES = 3;

export interface CheckedPasswords {
  readonly faults: readonly AnswerFault[];
  readonly findings: readonly Finding[];
}

export function checkPasswords(file: AnswerFile): CheckedPasswords {
  const everywhere = file.passes.flatMap(({ element }) => passwordElements(element));
  const accounts = accountPasswords(file);
  return {
    faults: [
      ...everywhere.flatMap(hiddenFaults),
      ...accounts.flatMap(({ element, account }) => complexityFaults(element, account)),
    ],
    findings: [
      ...plainFindings(file.path, everywhere.filter(isPlain)),
      ...(accounts.some(({ element }) => passwordOf(element) !== '') ? [] : [noPassword(file.path)]),
    ],
  };
}

/** Elements named …Password, at any depth. */
function passwordElements(element: AnswerElement): readonly AnswerElement[] {
  return element.children.flatMap((child) => [
    ...(/password$/i.test(child.name) ? [child] : []),
    ...passwordElements(child),
  ]);
}

/** The passwords with which accounts are made at first start. */
function accountPasswords({ passes }: AnswerFile): readonly { element: AnswerElement; account: string }[] {
  return passes
    .filter(({ name }) => name === 'oobeSystem')
    .flatMap(({ components }) => components)
    .filter(({ name, architecture }) => name === SHELL_SETUP && architecture === 'amd64')
    .flatMap(({ element }) => [
      ...descend(element, 'UserAccounts', 'AdministratorPassword').map((password) => ({
        element: password,
        account: 'Administrator',
      })),
      ...descend(element, 'UserAccounts', 'LocalAccounts', 'LocalAccount').flatMap((account) =>
        descend(account, 'Password').map((password) => ({
          element: password,
          account: descend(account, 'Name')[0]?.text ?? '',
        })),
      ),
    ]);
}

function isHidden(element: AnswerElement): boolean {
  return descend(element, 'PlainText')[0]?.text.toLowerCase() === 'false';
}

function isPlain(element: AnswerElement): boolean {
  if (element.text !== '') return true;
  return !isHidden(element) && (descend(element, 'Value')[0]?.text ?? '') !== '';
}

/** Empty where there is none, or none that Windows could read. */
function passwordOf(element: AnswerElement): string {
  const value = descend(element, 'Value')[0]?.text ?? '';
  return isHidden(element) ? (reveal(element, value) ?? '') : value;
}

function reveal({ name }: AnswerElement, value: string): string | undefined {
  const text = Buffer.from(value, 'base64').toString('utf16le');
  return text.endsWith(name) ? text.slice(0, -name.length) : undefined;
}

function hiddenFaults(element: AnswerElement): readonly AnswerFault[] {
  const value = descend(element, 'Value')[0]?.text ?? '';
  if (!isHidden(element) || value === '' || reveal(element, value) !== undefined) return [];
  return [
    {
      element,
      what: `${element.name} is said to be hidden (PlainText false), but its value is not base64 of UTF-16LE of the password followed by "${element.name}"`,
    },
  ];
}

/** `$A_NAME`, `${name}`, `$env:name`, `%name%` and `{{ name }}`, whole: how shells, PowerShell, batch files and templates name what goes there. */
const PLACEHOLDER = /^(?:\$[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|\$\{\w+\}|\$env:\w+|%[A-Za-z_]\w*%|\$?\{\{.*\}\})$/;

/** The password itself never stands in a message. */
function complexityFaults(element: AnswerElement, account: string): readonly AnswerFault[] {
  const password = passwordOf(element);
  if (password === '') return [];
  if (PLACEHOLDER.test(password)) {
    return [
      {
        element,
        what: `the password of ${account || 'an account'} is the name of a variable that nobody has filled in, which everybody who knows the file would know (ADMINISTRATOR_PASSWORD is filled in by build-vhd, from administrator-password or its environment; another by a step before)`,
      },
    ];
  }
  const reasons = [
    ...(password.length < SHORTEST ? [`it has fewer than ${SHORTEST} characters`] : []),
    ...(categories(password) < CATEGORIES
      ? [`it has not ${CATEGORIES} of capital letters, small letters, digits, other characters`]
      : []),
    ...(account.length > 2 && password.toLowerCase().includes(account.toLowerCase())
      ? ['it contains the name of the account']
      : []),
  ];
  if (reasons.length === 0) return [];
  return [
    { element, what: `Windows will not take the password of ${account || 'an account'}: ${reasons.join(', and ')}` },
  ];
}

function categories(password: string): number {
  const other = [...password].some((letter) => !/[\p{L}\p{Nd}]/u.test(letter));
  // Letters without case, as in Chinese, are a category of their own.
  const caseless = /[\p{Lo}\p{Lm}]/u.test(password);
  return [/\p{Lu}/u.test(password), /\p{Ll}/u.test(password), /[0-9]/.test(password), other, caseless].filter(Boolean)
    .length;
}

function plainFindings(path: string, plain: readonly AnswerElement[]): readonly Finding[] {
  if (plain.length === 0) return [];
  const places = plain.map(({ name, line }) => `${name} in line ${line}`).join(', ');
  return [
    {
      code: 'unattend-plain-password',
      severity: 'warning',
      seen: `The answer file ${path} holds a password in plain text: ${places}. It lies in the image until the first boot has ended, and in every copy of the image.`,
      remedy: 'Use one for the template alone and change it in each clone; keep the file itself out of the repository.',
    },
  ];
}

function noPassword(path: string): Finding {
  return {
    code: NO_PASSWORD,
    severity: 'warning',
    seen: `The answer file ${path} gives the Administrator no password: ${WAITS_AT_CONSOLE}; bake-template would wait until its time limit.`,
    remedy:
      'Set UserAccounts/AdministratorPassword in the pass oobeSystem, or make sure that somebody, or a customization specification, sets it.',
  };
}
