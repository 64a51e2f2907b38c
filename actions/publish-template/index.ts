/** Publishes a candidate that was proven: it takes the name of its template, and what had it is set aside. */

import { runOnGithub } from '../../src/runner/run-on-github.ts';
import { publishTemplate } from './action.ts';

await runOnGithub(publishTemplate);
