import { start } from '../shared/index.js';

await start('record-release');
