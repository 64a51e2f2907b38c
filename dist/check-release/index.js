import { start } from '../shared/index.js';

await start('check-release');
