/**
 * Builds the documentation as a site of plain HTML, every link checked.
 *   node scripts/site.ts [folder]       default: .cache/site
 */

import { join, resolve } from 'node:path';
import { ROOT } from './root.ts';
import { buildSite } from './site/build-site.ts';

const output = resolve(process.argv[2] ?? join(ROOT, '.cache', 'site'));
const files = await buildSite(ROOT, output);
console.log(`${files.size} files in ${output}; begin with ${join(output, 'index.html')}`);
