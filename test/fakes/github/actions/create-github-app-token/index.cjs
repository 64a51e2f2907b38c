const { appendFileSync } = require('node:fs');

for (const name of ['APP-ID', 'PRIVATE-KEY']) {
  if (!process.env[`INPUT_${name}`]) throw new Error(`Input required and not supplied: ${name.toLowerCase()}`);
}
appendFileSync(process.env.GITHUB_OUTPUT, 'token=token-of-the-app\n');
