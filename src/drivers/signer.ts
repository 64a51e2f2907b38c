/** Who signed a driver's catalog, where a tool on the machine can read it; what the signature is worth is Windows' judgement. */

import { commonName, readSignature, type SignatureTool } from '../tools/signature.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';

export interface CatalogSigner {
  /** Common name of the signing certificate. */
  readonly name: string;
  readonly tool: SignatureTool;
  /** What Windows said of the signature: `Valid` and so on; osslsigncode knows no Windows root certificates and is not asked. */
  readonly status: string | undefined;
}

/** @returns undefined when no tool is there or the catalog carries no signature that it can read */
export async function readSigner(catalog: string, tools: ToolRunner): Promise<CatalogSigner | undefined> {
  const { signer, tool, status } = await readSignature(catalog, tools);
  const name = signer === undefined ? undefined : commonName(signer);
  return name && tool ? { name, tool, status } : undefined;
}
