/** Whether the key of an answer file is for the edition that was chosen. */

import { PRODUCT_FACTS, productOfBuild } from '../../products/product.ts';
import { genericKey, isProductKey } from '../../products/product-keys.ts';
import type { WindowsImage } from '../media/editions.ts';
import { isEvaluation } from '../media/evaluation.ts';
import { SHELL_SETUP } from './components.ts';
import type { AnswerFault } from './fault.ts';
import { type AnswerElement, type AnswerFile, descend } from './parse-answer-file.ts';

/** The key that counts is that of the pass specialize; the one of windowsPE has no effect here. The key never stands in a message. */
export function productKeyFaults({ passes }: AnswerFile, image: WindowsImage): readonly AnswerFault[] {
  return passes
    .filter(({ name }) => name === 'specialize')
    .flatMap(({ components }) => components)
    .filter(({ name, architecture }) => name === SHELL_SETUP && architecture === 'amd64')
    .flatMap(({ element }) => descend(element, 'ProductKey'))
    .flatMap((element) => keyFaults(element, image));
}

function keyFaults(element: AnswerElement, image: WindowsImage): readonly AnswerFault[] {
  const fault = (what: string): readonly AnswerFault[] => [{ element, what }];
  if (!isProductKey(element.text)) return fault('ProductKey is not of the form XXXXX-XXXXX-XXXXX-XXXXX-XXXXX');
  if (isEvaluation(image)) {
    return fault(
      `ProductKey on evaluation media: "${image.name}" takes no key; use volume or retail media, or convert it afterwards with dism /Set-Edition`,
    );
  }
  const key = genericKey(element.text);
  const product = productOfBuild(image.build);
  const edition = image.editionId.replace(/core$/i, '').toLowerCase();
  if (key === undefined || product === undefined) return [];
  if (key.product === product && key.editionId.toLowerCase() === edition) return [];
  return fault(
    `ProductKey is the volume licence key of ${PRODUCT_FACTS[key.product].name} ${key.editionId.replace('Server', '')}, but the image is "${image.name}"`,
  );
}
