/** Assembles the sample EFI programs: real PE32+ applications that say on the console who they are, signed as Secure Boot wants them. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { signProgram } from '../authenticode.ts';
import { tools } from '../media-tools.ts';

const SOURCE = fileURLToPath(new URL('boot-application.asm', import.meta.url));

/**
 * @param name what the program calls itself, e.g. `boot manager`: "Stillframe sample boot manager: started from \EFI\…"
 * @param folder where the assembler may put its output
 */
export async function assembleBootApplication(name: string, folder: string): Promise<Buffer> {
  const output = join(folder, `${name.replaceAll(' ', '-')}.efi`);
  await tools.run('nasm', ['-f', 'bin', '-D', `NAME='${name}'`, '-o', output, SOURCE]);
  return signProgram(await readFile(output));
}
