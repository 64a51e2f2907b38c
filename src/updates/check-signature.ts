/** The signature of a package: a third witness beside the two hashes; its absence is reported, not fatal. */

import { UserError } from '../errors.ts';
import { readSignature, type Signature } from '../tools/signature.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';
import type { Container } from './container.ts';

/** @throws UserError package-invalid when there is a signature and the content is not what was signed */
export async function checkSignature(path: string, container: Container, tools: ToolRunner): Promise<Signature> {
  if (container === 'wim' && process.platform !== 'win32') {
    return { state: 'unchecked', by: 'osslsigncode reads no WIM containers' };
  }
  const signature = await readSignature(path, tools);
  if (signature.state !== 'altered') return signature;
  throw new UserError(
    'package-invalid',
    `${path} was altered after it was signed (${signature.by})`,
    'Do not use it: fetch it again, and look at what lies between this runner and Microsoft.',
  );
}
