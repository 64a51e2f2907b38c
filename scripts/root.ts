/** The folder of the project, wherever it was cloned to. */

import { dirname } from 'node:path';

export const ROOT = dirname(import.meta.dirname);
