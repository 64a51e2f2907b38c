/** The template file that the input `template` names, together with the places of its keys. */

import type { SourceLocation } from '../errors.ts';
import type { Template } from '../template/template.ts';

export interface LoadedTemplate {
  readonly template: Template;
  /** Where a key such as `disk.size` stands; undefined when the file does not write it. */
  locate(key: string): SourceLocation | undefined;
}

/**
 * What reads templates is loaded with the first one: the YAML reader and the schema checker are a third of what a step that has none would
 * load at its start.
 * @param path as the user wrote it. @throws UserError file-missing, template-invalid
 */
export async function loadTemplateInput(path: string): Promise<LoadedTemplate> {
  const { loadTemplate } = await import('../template/template-file.ts');
  const template = await loadTemplate(path);
  return { template, locate: (key) => template.places.get(key) };
}
