/** The template file that the input `template` names, together with the places of its keys. */

import type { SourceLocation } from '../errors.ts';
import type { Template } from '../template/template.ts';
import { loadTemplate } from '../template/template-file.ts';

export interface LoadedTemplate {
  readonly template: Template;
  /** Where a key such as `disk.size` stands; undefined when the file does not write it. */
  locate(key: string): SourceLocation | undefined;
}

/** @param path as the user wrote it. @throws UserError file-missing, template-invalid */
export async function loadTemplateInput(path: string): Promise<LoadedTemplate> {
  const template = await loadTemplate(path);
  return { template, locate: (key) => template.places.get(key) };
}
