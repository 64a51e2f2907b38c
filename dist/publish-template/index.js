import { start } from '../shared/index.js';

await start('publish-template');
