/** The answer file that goes into the image: the user's, one made of options, or the least that Windows needs. */

import { UserError } from '../../errors.ts';
import type { AfterFirstBoot } from '../../products/guest-words.ts';
import { PRODUCT_FACTS, productOfBuild } from '../../products/product.ts';
import { genericKeyOf } from '../../products/product-keys.ts';
import type { Finding } from '../../report/report.ts';
import type { WindowsImage } from '../media/editions.ts';
import type { AnswerOptions } from './answer-options.ts';
import { productKeyFaults } from './check-product-key.ts';
import { refuseFaults } from './fault.ts';
import { generateAnswerFile } from './generate-answer-file.ts';
import { noAnswerFile } from './no-answer-file.ts';
import { type AnswerFile, parseAnswerFile } from './parse-answer-file.ts';
import { checkAnswerFile, type ReadAnswerFile } from './read-answer-file.ts';

export interface AnswersRequest {
  /** The user's own file. */
  readonly read: ReadAnswerFile | undefined;
  /** Not beside a file of the user's. */
  readonly options: AnswerOptions | undefined;
  readonly remoteDesktop: boolean;
  readonly afterFirstBoot: AfterFirstBoot;
}

export interface Answers {
  readonly bytes: Buffer;
  /** Undefined where neither a file nor options were given. */
  readonly file: AnswerFile | undefined;
  /** With `generalize`: for the first start of the clones; without password, key and name. */
  readonly cloneUnattend: string | undefined;
  readonly findings: readonly Finding[];
}

/** @throws UserError input-invalid for what Windows Setup would stop at */
export function obtainAnswers(image: WindowsImage, request: AnswersRequest): Answers {
  const { read, options, remoteDesktop, afterFirstBoot } = request;
  const language = image.language || 'en-US';
  const { locale, timeZone } = options ?? {};
  const bare = { language, remoteDesktop: false, autologon: false };
  const cloneUnattend =
    afterFirstBoot === 'generalize'
      ? generateAnswerFile({ ...bare, options: { ...(locale && { locale }), ...(timeZone && { timeZone }) } })
      : undefined;
  if (read !== undefined) {
    refuseFaults(read.file.path, productKeyFaults(read.file, image));
    return { bytes: read.bytes, file: read.file, cloneUnattend, findings: read.findings };
  }
  if (options === undefined) {
    const bytes = Buffer.from(generateAnswerFile({ ...bare, options: {} }));
    return { bytes, file: undefined, cloneUnattend, findings: [noAnswerFile()] };
  }
  const text = generateAnswerFile({
    ...{ language, options, remoteDesktop, autologon: afterFirstBoot === 'generalize' },
    productKey: options.productKey && clientSetupKey(image),
  });
  const bytes = Buffer.from(text);
  const file = parseAnswerFile(bytes, 'made of the options');
  const { faults, findings } = checkAnswerFile(file);
  refuseFaults(file.path, [...faults, ...productKeyFaults(file, image)]);
  return { bytes, file, cloneUnattend, findings };
}

function clientSetupKey(image: WindowsImage): string {
  const product = productOfBuild(image.build);
  const key = product && genericKeyOf(product, image.editionId);
  if (key !== undefined) return key;
  const name = product === undefined ? `Windows build ${image.build}` : PRODUCT_FACTS[product].name;
  throw new UserError(
    'input-invalid',
    `Input product-key: there is no client setup key for ${name} ${image.editionId}`,
    'Leave product-key out, or give an answer file of your own with the key.',
  );
}
