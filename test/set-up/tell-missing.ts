/** Says once, before the integration tests, why all of them will be skipped; fails where the machine was to be set up. */

import { missingPrograms } from './missing-programs.ts';

/** Set by `npm test`, which installs what is missing. */
export const MUST_BE_SET_UP = 'STILLFRAME_SET_UP';

export function setup(): void {
  const missing = missingPrograms();
  if (missing.length === 0) return;
  const text = `This machine lacks ${missing.join(', ')}. Run "npm run setup", or npm test, which does it.`;
  if (process.env[MUST_BE_SET_UP] === '1') throw new Error(text);
  console.warn(`${text} Until then the integration tests are skipped.`);
}
