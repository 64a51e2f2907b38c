/**
 * The schema of base files, for editors: that of template files, of which a base may say any part. What is checked is the whole, by the schema of
 * template files, when a template extends the base.
 */

/** What a template has to say, as it stands in the text of its schema. */
const DEMANDS = /^ {2}"if": \{\n[\s\S]*?^ {2}\},\n {2}"else": \{\n[\s\S]*?^ {2}\},\n/m;

/** @param template text of schema/template.schema.json. @throws Error when that keeps what must be there elsewhere than in `if` and `else` */
export function baseSchema(template: string): string {
  const text = template
    .replace(DEMANDS, '')
    .replace('template.schema.json"', 'base.schema.json"')
    .replace(/^ {2}"title": .*$/m, '  "title": "Stillframe base file",')
    .replace(
      /^ {2}"description": .*$/m,
      '  "description": "What templates that extend this file have in common: any part of a template file.",',
    );
  if (!DEMANDS.test(template) || 'required' in JSON.parse(text)) {
    throw new Error(
      'schema/template.schema.json keeps elsewhere what must be there: change scripts/docs/base-schema.ts',
    );
  }
  return text;
}
