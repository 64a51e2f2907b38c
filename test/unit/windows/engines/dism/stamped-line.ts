/** A line of a log of servicing, written so many milliseconds from now. */
export function stamped(later: number, text: string): string {
  const moment = new Date(Date.now() + later);
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 19)}, ${text}`;
}
