import { start } from '../shared/index.js';

await start('extract-drivers');
