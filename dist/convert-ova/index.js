import { start } from '../shared/index.js';

await start('convert-ova');
