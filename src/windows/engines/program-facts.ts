/** Which programs an image was made with: by the bytes of each, since a version number alone does not tell two builds apart. */

import type { Context } from '../../context.ts';
import { hashFile } from '../../files/hash-file.ts';

export interface ProgramFacts {
  /** As it is asked for: `wimlib-imagex`. */
  readonly name: string;
  /** As it says itself; undefined where it does not. */
  readonly version?: string;
  /** Of the program's own file. */
  readonly sha256: string;
}

/**
 * @param names of programs that are there
 * @param ask whether to ask each for its version; programs of Windows itself have that of Windows
 * @throws UserError tool-missing; the signal's reason
 */
export async function programFacts(
  names: readonly string[],
  ask: boolean,
  { tools, signal }: Pick<Context, 'tools' | 'signal'>,
): Promise<readonly ProgramFacts[]> {
  return Promise.all(
    names.map(async (name) => {
      const sha256 = await hashFile(await tools.find(name), signal);
      const version = ask ? await askVersion(name, tools) : undefined;
      return { name, ...(version !== undefined && { version }), sha256 };
    }),
  );
}

/** Some programs know no `--version`, and say so in ways of their own. */
async function askVersion(name: string, tools: Context['tools']): Promise<string | undefined> {
  const said = await tools.run(name, ['--version']).catch(() => undefined);
  return said && /(?<![\d.])\d+(?:\.\d+)+/.exec(`${said.stdout}\n${said.stderr}`)?.[0];
}
