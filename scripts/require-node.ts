/** The tests need the Node that the runner brings: others differ in text decoders, file system calls and more. */

const NEEDED = 24;

/** @throws Error that says how to start the tests, on an older Node */
export function requireNode(version: string = process.versions.node): void {
  if (Number(version.split('.')[0]) >= NEEDED) return;
  throw new Error(
    `The tests need Node ${NEEDED}, this is ${version} (npx takes the first "node" of node_modules/.bin). Run npm test, or\n` +
      '  node_modules/node24/bin/node node_modules/vitest/vitest.mjs run [--config vitest.config.itg.ts] <files>',
  );
}
