/** The date in the headers of an OVA's archive. */

/** 1980-01-01, the oldest that every format of archives can say: the same for everybody who sets no SOURCE_DATE_EPOCH. */
const DEFAULT_SECONDS = 315_532_800;

/** Seconds since 1970; without a date the same for everybody, so that one image gives one archive. */
export function archiveSeconds(sourceDate: Date | undefined): number {
  return sourceDate === undefined ? DEFAULT_SECONDS : Math.floor(sourceDate.getTime() / 1000);
}
