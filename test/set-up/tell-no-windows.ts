/** Says once, before the Windows tests, why all of them will be skipped; fails where that is not allowed. */

import { missingForWindows } from './missing-windows.ts';

/** Set by .ci/run: a machine that cannot run them fails. */
const NO_SKIP = 'STILLFRAME_NO_SKIP';

export function setup(): void {
  const missing = missingForWindows();
  if (missing.length === 0) return;
  const text = `Windows programs cannot be run here: there is no ${missing.join(', ')}. npm run test:windows makes them.`;
  if (process.env[NO_SKIP] === '1') throw new Error(text);
  console.warn(`${text} Until then the Windows tests are skipped.`);
}
