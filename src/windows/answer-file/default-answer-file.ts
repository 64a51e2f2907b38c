/** The answer file that is used when none is given. */

import type { Finding } from '../../report/report.ts';
import { NAMESPACE } from './parse-answer-file.ts';

/**
 * No licence page, language of the image. It sets no password: none is ever made up.
 * @param language e.g. `en-US`
 */
export function defaultAnswerFile(language: string): string {
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

export function noAnswerFile(): Finding {
  return {
    code: 'unattend-missing',
    severity: 'warning',
    seen: 'No answer file was given: the first start may wait at the console for a password of the Administrator.',
    remedy: 'Give an answer file with a password with the input unattend where nobody sits at the console.',
  };
}
