/** Answer files for unit tests. */

import { type AnswerFile, parseAnswerFile } from '../../../../src/windows/answer-file/parse-answer-file.ts';

export function component(name: string, body = '', architecture = 'amd64'): string {
  return `<component name="${name}" processorArchitecture="${architecture}" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS">${body}</component>`;
}

export function settings(pass: string, ...components: readonly string[]): string {
  return `<settings pass="${pass}">${components.join('')}</settings>`;
}

export function answerFile(...content: readonly string[]): AnswerFile {
  const xml = `<unattend xmlns="urn:schemas-microsoft-com:unattend">\n${content.join('\n')}\n</unattend>`;
  return parseAnswerFile(Buffer.from(xml), 'a.xml');
}

export const SHELL = 'Microsoft-Windows-Shell-Setup';

/** A file whose Administrator has that password. */
export function withPassword(value: string, plainText: string | undefined = 'true'): AnswerFile {
  const plain = plainText === undefined ? '' : `<PlainText>${plainText}</PlainText>`;
  const body = `<UserAccounts><AdministratorPassword><Value>${value}</Value>${plain}</AdministratorPassword></UserAccounts>`;
  return answerFile(settings('oobeSystem', component(SHELL, body)));
}
