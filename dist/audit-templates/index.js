import { start } from '../shared/index.js';

await start('audit-templates');
