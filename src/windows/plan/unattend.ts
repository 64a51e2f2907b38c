/** The answer file that Windows reads at its first start. */

import { readFile } from 'node:fs/promises';
import { SaxesParser } from 'saxes';
import { UserError } from '../../errors.ts';
import { explainPathError } from '../../files/explain-path-error.ts';

const NAMESPACE = 'urn:schemas-microsoft-com:unattend';

/**
 * Reads an answer file and checks that Windows Setup could read it at all: well-formed, and the root in its namespace.
 * @throws UserError file-missing, input-invalid with line and column
 */
export async function readUnattend(path: string): Promise<Buffer> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw explainPathError(error, { what: 'the answer file', path, input: 'unattend' });
  });
  checkUnattend(decode(bytes), path);
  return bytes;
}

/** @throws UserError input-invalid */
export function checkUnattend(xml: string, path: string): void {
  const parser = new SaxesParser({ xmlns: true, fileName: path });
  let root: { local: string; uri: string } | undefined;
  parser.on('opentag', (tag) => {
    root ??= { local: tag.local, uri: tag.uri };
  });
  // Without a handler the parser would throw a bare Error at the first mistake.
  let mistake: Error | undefined;
  parser.on('error', (error) => {
    mistake ??= error;
  });
  parser.write(xml).close();
  if (mistake) {
    throw new UserError(
      'input-invalid',
      `The answer file is not well-formed XML: ${mistake.message}`,
      'Correct it there; Windows Setup would stop with an error at first start.',
      { cause: mistake },
    );
  }
  if (root?.local === 'unattend' && root.uri === NAMESPACE) return;
  throw new UserError(
    'input-invalid',
    `The answer file ${path} has the root element ${root?.local ?? 'nothing'} in the namespace "${root?.uri ?? ''}"`,
    `The root must be <unattend xmlns="${NAMESPACE}">.`,
  );
}

/**
 * What is used when no answer file is given: no licence page, language of the image. It sets no password, so the first start
 * asks for the Administrator's at the console.
 * @param language e.g. `en-US`
 */
export function defaultUnattend(language: string): string {
  const component = (name: string, body: string): string =>
    `    <component name="${name}" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">\n${body}    </component>\n`;
  const locale = ['InputLocale', 'SystemLocale', 'UILanguage', 'UserLocale']
    .map((name) => `      <${name}>${language}</${name}>\n`)
    .join('');
  return `<?xml version="1.0" encoding="utf-8"?>
<unattend xmlns="${NAMESPACE}">
  <settings pass="oobeSystem">
${component('Microsoft-Windows-International-Core', locale)}${component(
  'Microsoft-Windows-Shell-Setup',
  '      <OOBE>\n        <HideEULAPage>true</HideEULAPage>\n      </OOBE>\n',
)}  </settings>
</unattend>
`;
}

function decode(bytes: Buffer): string {
  if (bytes.length >= 2 && bytes.readUInt16LE(0) === 0xfeff) return bytes.toString('utf16le', 2);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}
