/** What kind of container a package is, by its first bytes: names and operating systems do not tell. */

import { open } from 'node:fs/promises';
import { FormatError } from '../errors.ts';

/** `cab`: classic and combined packages. `wim`: packages of builds from 25336 on, such as Server 2025's. */
export type Container = 'cab' | 'wim';

/** @throws FormatError when it is neither a cabinet nor a WIM */
export async function sniffContainer(path: string): Promise<Container> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    const magic = buffer.subarray(0, bytesRead).toString('latin1');
    if (magic.startsWith('MSCF')) return 'cab'; // [MS-CAB] 2.1
    if (magic === 'MSWIM\0\0\0') return 'wim';
    throw new FormatError(path, 0, 'MSCF (a cabinet) or MSWIM (a WIM)', `"${magic.replaceAll(/[^ -~]/g, '.')}"`);
  } finally {
    await file.close();
  }
}
