/** Reads a page of Microsoft's sites into memory. */

import { catalogTrouble } from './catalog-trouble.ts';

const MAX_PAGE_BYTES = 16 * 2 ** 20;

/** The text of a page, bounded. @throws Transient (catalog-unavailable) when the connection breaks or the page has no end */
export async function readPage(body: AsyncIterable<Buffer>, what: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.length;
      if (size > MAX_PAGE_BYTES) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw catalogTrouble(
      what,
      `the connection broke: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
  if (size > MAX_PAGE_BYTES) throw catalogTrouble(what, `the page is larger than ${MAX_PAGE_BYTES} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}
