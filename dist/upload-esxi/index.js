import { start } from '../shared/index.js';

await start('upload-esxi');
