// As the real one: a name that the run has already is refused, and what is not there is warned of.
const { cpSync, existsSync, mkdirSync, statSync } = require('node:fs');
const { basename, join } = require('node:path');

const { INPUT_NAME: name, INPUT_PATH: path, GH_DOUBLE } = process.env;
const artifact = join(GH_DOUBLE, 'artifacts', name);
if (existsSync(artifact)) {
  console.log(
    `::error::Failed to CreateArtifact: an artifact with the name ${name} already exists on the workflow run`,
  );
  process.exit(1);
}
if (existsSync(path)) {
  mkdirSync(artifact, { recursive: true });
  cpSync(path, statSync(path).isDirectory() ? artifact : join(artifact, basename(path)), { recursive: true });
} else {
  console.log(`::warning::No files were found with the provided path: ${path}. No artifacts will be uploaded.`);
}
