/** Looks for a planted secret in whatever may hold it, in each way in which texts are written; it shares nothing with what masks them. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const replaceAll = (text: string, by: Readonly<Record<string, string>>): string =>
  [...text].map((character) => by[character] ?? character).join('');

/** What stands in every base64 of a text that has these bytes after so many others. */
function base64After(before: number, bytes: Buffer): string {
  const digits = Buffer.concat([Buffer.alloc(before, 0x75), bytes, Buffer.alloc(3)]).toString('base64');
  const [from, to] = [before * 8, (before + bytes.length) * 8];
  return digits.slice(Math.ceil(from / 6), Math.floor(to / 6));
}

/** Name of each encoding, and what gives the secret away in it. */
export function encodingsOf(secret: string): ReadonlyMap<string, string> {
  const bytes = Buffer.from(secret);
  const xml = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return new Map([
    ['plain', secret],
    ['address', encodeURIComponent(secret)],
    ['base64', base64After(0, bytes)],
    ['base64 one byte in', base64After(1, bytes)],
    ['base64 two bytes in', base64After(2, bytes)],
    ['hexadecimal', bytes.toString('hex')],
    ['hexadecimal, upper case', bytes.toString('hex').toUpperCase()],
    ['XML', replaceAll(secret, { ...xml, "'": '&apos;' })],
    ['XML, as some write it', replaceAll(secret, xml)],
    ['HTML', replaceAll(secret, { ...xml, "'": '&#39;' })],
    ['JSON', JSON.stringify(secret).slice(1, -1)],
    ['answer file', base64After(0, Buffer.from(secret, 'utf16le'))],
    ['PowerShell', secret.replaceAll("'", "''")],
    ['shell', secret.replaceAll("'", "'\\''")],
  ]);
}

/** @returns names of the encodings in which the text has the secret */
export function encodingsIn(text: string, secret: string): string[] {
  return [...encodingsOf(secret)].filter(([, form]) => text.includes(form)).map(([name]) => name);
}

/** @returns `path: encoding` for each file below the folder that has it in its content or its name */
export async function secretsBelow(folder: string, secret: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const texts = [path];
    if (entry.isFile()) {
      const content = await readFile(path);
      texts.push(content.toString('utf8'), content.toString('utf16le'));
    }
    for (const name of new Set(texts.flatMap((text) => encodingsIn(text, secret)))) found.push(`${path}: ${name}`);
  }
  return found;
}

/** Reads the command lines of all processes, again and again. @returns stops, and says which had the secret */
export function watchCommandLines(secret: string): () => Promise<string[]> {
  const found = new Set<string>();
  let going = true;
  const watch = async (): Promise<void> => {
    while (going) {
      for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
        const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
        for (const name of encodingsIn(line, secret)) found.add(`${line.split('\0')[0]}: ${name}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const watching = watch();
  return async () => {
    going = false;
    await watching;
    return [...found];
  };
}
