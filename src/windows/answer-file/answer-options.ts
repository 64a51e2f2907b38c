/** What an answer file can be made of without being written by hand. */

import { nearestName } from '../../nearest-name.ts';
import { TIME_ZONES } from './time-zones.ts';

/** Where disks beside that of Windows go at their first start. Microsoft Learn, "SanPolicy". */
export const SAN_POLICIES = ['online-all', 'offline-shared', 'offline-all'] as const;
export type SanPolicy = (typeof SAN_POLICIES)[number];

export interface AnswerOptions {
  /** Formats and keyboard, a language tag such as `de-DE`; the language of Windows itself is that of the image. */
  readonly locale?: string;
  /** One of TIME_ZONES. */
  readonly timeZone?: string;
  /** `client-setup`: the public key of the edition, with which a KMS host or Active Directory activates. */
  readonly productKey?: 'client-setup';
  /** `*` lets Windows make one up. */
  readonly computerName?: string;
  /** Of the Administrator. */
  readonly password?: string;
  readonly sanPolicy?: SanPolicy;
}

/** A NetBIOS name: 15 characters, and not digits alone (Microsoft Learn, "ComputerName"). */
const COMPUTER_NAME = /^(?:\*|(?!\d+$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,13}[A-Za-z0-9])?)$/;
const LOCALE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

type Checked = 'locale' | 'timeZone' | 'computerName';

/** @returns the first option that Windows Setup would stop at, and how to mend it; undefined when there is none */
export function optionFault(options: AnswerOptions): { readonly option: Checked; readonly hint: string } | undefined {
  const { locale, timeZone, computerName } = options;
  if (locale !== undefined && !LOCALE.test(locale)) {
    return { option: 'locale', hint: 'Write a language tag such as en-US or de-DE.' };
  }
  if (timeZone !== undefined && !TIME_ZONES.includes(timeZone)) {
    const nearest = nearestName(timeZone, TIME_ZONES);
    const guess = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    return {
      option: 'timeZone',
      hint: `Write the name that Windows has for it, as tzutil /l lists them, such as UTC or "W. Europe Standard Time".${guess}`,
    };
  }
  if (computerName !== undefined && !COMPUTER_NAME.test(computerName)) {
    return {
      option: 'computerName',
      hint: 'Write at most 15 letters, digits and hyphens, not digits alone, or * for a name that Windows makes up.',
    };
  }
  return undefined;
}
