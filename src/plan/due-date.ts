/** From which day on releases count: a clock in the user's own time zone, and the patience that was asked for. */

export interface Patience {
  /** IANA name, such as Europe/Berlin. */
  readonly timeZone: string;
  /** Days that a release has to be out. */
  readonly offsetDays: number;
  /** Hour of the day, 0 to 23, from which a release counts on its day. */
  readonly hour: number;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** @returns ISO date: releases of this day and before count */
export function lastDueDate(now: Date, { timeZone, offsetDays, hour }: Patience): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  const date = new Date(`${part('year')}-${part('month')}-${part('day')}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - offsetDays - (Number(part('hour')) < hour ? 1 : 0));
  return date.toISOString().slice(0, 10);
}

/** @returns ISO date after which releases do not count; undefined where all that is out does */
export function patienceEnds(now: Date, patience: Patience): string | undefined {
  const lastDue = lastDueDate(now, patience);
  return lastDue >= now.toISOString().slice(0, 10) ? undefined : lastDue;
}
