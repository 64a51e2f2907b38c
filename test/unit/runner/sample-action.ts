/** An action that does what the test asks for in INPUT_MODE; started as a process of its own. */

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FormatError, ToolError, UserError } from '../../../src/errors.ts';
import { runAction } from '../../../src/runner/run-action.ts';

await runAction('sample', async (action) => {
  const secret = action.inputs.secret('password');
  const mode = action.inputs.required('mode');
  action.log.info(`the password is ${secret}`);
  action.output('path', action.temp);
  action.output('list', [{ a: 1 }]);
  action.result({ answer: 42 }, [{ code: 'seen', severity: 'info', seen: 'Something.', remedy: 'Nothing.' }]);
  action.summary('### Summary\n');
  const file = join(process.env.WORK ?? '', 'half-made');
  await writeFile(file, 'half');
  const done = action.onCleanup('the half-made file', () => rm(file));
  action.onCleanup('the second thing', async () => {
    // A program started by the clean-up, also of a cancelled run.
    await action.tools.run(process.execPath, ['-e', 'require("fs").writeFileSync(process.env.WORK + "/undone", "")']);
  });
  switch (mode) {
    case 'ok':
      done();
      return;
    case 'user':
      throw new UserError('file-exists', 'It is there', 'Remove it.', {
        location: { file: 'templates/x.yml', line: 3, column: 7 },
      });
    case 'tool':
      await action.tools.run(process.execPath, ['-e', 'console.error("line of tool"); process.exit(7)']);
      return;
    case 'known-tool':
      throw new ToolError('dism', 2, 'tail', 'It means this.');
    case 'format':
      throw new FormatError('disk.vhd', 512, 'a footer', 'zeros');
    case 'bug':
      throw new TypeError('x is not a function');
    case 'full':
      throw new Error('write failed', { cause: Object.assign(new Error('no space'), { code: 'ENOSPC' }) });
    case 'text': // what a careless library throws
      throw 'only text';
    case 'wait':
      // A child that would run for ever ends with the action.
      await action.tools.run(process.execPath, ['-e', 'console.log("waiting"); setInterval(() => {}, 1000)'], {
        onLine: (line) => action.log.info(line),
      });
  }
});
