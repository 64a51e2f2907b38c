/**
 * What a guest said about its failed quiescing. The host puts it into an event of the VM (vmx message "The guest OS has reported an
 * error during quiescing. The error code was: N The error message was: …"), in the language of the server; the number, the codes in
 * hexadecimal and the message's arguments are the same in every language.
 */

import type { TargetEvent, VmFault } from './verify-target.ts';
import { describeUnknown, VSS_CODES, type VssCode } from './vss-codes.ts';

/** `VmBackupStatus` of open-vm-tools (vmbackup.h): the number that the guest reports. */
export const GUEST_STATUS = { invalidState: 1, scriptError: 2, syncError: 3, remoteAbort: 4, unexpected: 5 } as const;

export interface GuestReport {
  /** One line for people. */
  readonly text: string;
  readonly status: number | undefined;
  /** In the order in which they appear. */
  readonly codes: readonly { readonly number: number; readonly code: VssCode }[];
}

/** "error code" in the languages that vCenter comes in. */
const ERROR_CODE =
  /(?:error code|fehlercode|code d['’]erreur|código de error|codice (?:di )?errore|エラー\s?コード|오류 코드|错误代码|错误码|錯誤代碼|錯誤碼)[^0-9]{0,16}([0-9]+)/i;

/**
 * The newest event that says more than "failed"; where none does, the fault's own texts; then the newest that is about quiescing
 * at all. Number, codes and text are always of the same message.
 * @param events oldest first
 */
export function readGuestReport(fault: VmFault | undefined, events: readonly TargetEvent[]): GuestReport | undefined {
  const reports = events.toReversed().map(reportOfEvent);
  const told = reports.find(tells);
  if (told) return told;
  const own = fault && reportOf(fault.message, []);
  if (own && tells(own)) return own;
  return (
    reports.find(({ text }) => /quiesc/i.test(text)) ??
    (fault && { ...reportOf(fault.message, []), text: firstLine(fault.message) })
  );
}

function tells({ status, codes }: GuestReport): boolean {
  return status !== undefined || codes.length > 0;
}

function reportOfEvent({ message, parts }: TargetEvent): GuestReport {
  return reportOf(message, parts ?? []);
}

/** @param parts arguments of the vmx message: status, then what the guest said */
function reportOf(text: string, parts: readonly string[]): GuestReport {
  const [first = '', ...rest] = parts;
  const status = /^[0-5]$/.test(first.trim()) && rest.length > 0 ? Number(first) : findGuestStatus(text);
  return { text: text.trim().replaceAll(/\s+/g, ' '), status, codes: findVssCodes([text, ...rest].join('\n')) };
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? '';
}

/** N of "The error code was: N", whatever language it is in. */
export function findGuestStatus(text: string): number | undefined {
  const match = ERROR_CODE.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** HRESULTs of failures in a text, in the order in which they appear; `IDispatch error #N` is 0x80040200 + N (COM). */
export function findVssCodes(text: string): { number: number; code: VssCode }[] {
  const found = [...text.matchAll(/\b0x(8[0-9a-f]{7})\b|IDispatch error #([0-9]{4,5})\b/gi)].map(([, hex, dispatch]) =>
    hex === undefined ? 0x80040200 + Number(dispatch) : Number.parseInt(hex, 16),
  );
  return [...new Set(found)].map((number) => ({ number, code: VSS_CODES.get(number) ?? describeUnknown(number) }));
}
