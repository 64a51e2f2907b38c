/** The inputs of which an answer file is made, and how they are read. */

import { UserError } from '../../src/errors.ts';
import { input } from '../../src/job/input.ts';
import { choice, path, secret, text } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading, ReadRaw } from '../../src/job/read-inputs.ts';
import type { Template } from '../../src/template/template.ts';
import { type AnswerOptions, optionFault, SAN_POLICIES } from '../../src/windows/answer-file/answer-options.ts';
import { type AnswerPassword, PASSWORD_VARIABLE } from '../../src/windows/answer-file/fill-in-password.ts';
import { hidePassword } from '../../src/windows/answer-file/generate-answer-file.ts';

export const ANSWER_INPUTS = {
  unattend: input(path, {
    description: 'Answer file for the first start; instead of the options that follow, of which one is made.',
    template: { key: 'customize.unattend.file', read: ({ customize }) => customize.unattend },
    otherwise: 'made of the options below; without any a minimal one without a password',
  }),
  locale: input(text, {
    description: 'Formats and keyboard, such as de-DE; the language of Windows is that of the image.',
    template: { key: 'customize.unattend.locale', read: ({ customize }) => customize.answers?.locale },
    otherwise: 'the language of the image',
  }),
  'time-zone': input(text, {
    description: 'Time zone as Windows names it, such as UTC or W. Europe Standard Time.',
    template: { key: 'customize.unattend.time-zone', read: ({ customize }) => customize.answers?.timeZone },
    otherwise: 'as Windows has it',
  }),
  'computer-name': input(text, {
    description: 'Name of the computer, or * for one that Windows makes up.',
    template: { key: 'customize.unattend.computer-name', read: ({ customize }) => customize.answers?.computerName },
    otherwise: 'Windows makes one up',
  }),
  'product-key': input(choice(['client-setup']), {
    description:
      'client-setup: the public key of the edition, with which a KMS host or Active Directory activates. Any other key belongs into an answer file.',
    template: { key: 'customize.unattend.product-key', read: ({ customize }) => customize.answers?.productKey },
    otherwise: 'none',
  }),
  'san-policy': input(choice(SAN_POLICIES), {
    description: 'Where further disks go when Windows first sees them.',
    template: { key: 'customize.unattend.san-policy', read: ({ customize }) => customize.answers?.sanPolicy },
    otherwise: 'as Windows has it',
  }),
  'administrator-password': input(secret, {
    description:
      'Password of the Administrator, from a secret. It lies hidden, not encrypted, in the answer file of the image, which the first boot deletes; in one of your own (unattend) it goes where that says $ADMINISTRATOR_PASSWORD. In a template administrator-password-env names the environment variable that holds it.',
    otherwise:
      'of the variable that customize.unattend.administrator-password-env of the template file names; for an answer file that of ADMINISTRATOR_PASSWORD in the environment; else none',
  }),
} as const;

const INPUT_OF = { locale: 'locale', timeZone: 'time-zone', computerName: 'computer-name' } as const;

type AnswerReading = Reading<typeof ANSWER_INPUTS>;

/**
 * @returns undefined where no option is set
 * @throws UserError input-invalid, input-missing for a variable that is not set
 */
export function readAnswers(reading: AnswerReading, { env }: Pick<Place, 'env'>): AnswerOptions | undefined {
  const { values, isSet, invalid } = reading;
  // A file that the step names itself stands for all that the template says, and the other way round.
  const inputs = ['locale', 'time-zone', 'computer-name', 'product-key', 'san-policy'] as const;
  const set = inputs.find((name) => isSet(name));
  if (values.unattend !== undefined) {
    if (set === undefined) return undefined;
    throw invalid(set, '', 'Give either an answer file (unattend), or the options of which one is made.');
  }
  const password = values['administrator-password'] ?? passwordOfVariable(reading, env);
  const options: AnswerOptions = {
    ...(values.locale !== undefined && { locale: values.locale }),
    ...(values['time-zone'] !== undefined && { timeZone: values['time-zone'] }),
    ...(values['computer-name'] !== undefined && { computerName: values['computer-name'] }),
    ...(values['product-key'] !== undefined && { productKey: values['product-key'] }),
    ...(values['san-policy'] !== undefined && { sanPolicy: values['san-policy'] }),
    ...(password !== undefined && { password }),
  };
  const fault = optionFault(options);
  if (fault !== undefined) throw invalid(INPUT_OF[fault.option], options[fault.option] ?? '', fault.hint);
  return Object.keys(options).length === 0 ? undefined : options;
}

/** What goes where an answer file names its variable; undefined where nobody gives one. */
export function unattendPassword(
  { values, isSet }: AnswerReading,
  { env }: Pick<Place, 'env'>,
): AnswerPassword | undefined {
  const isAsked = isSet('administrator-password');
  const text = values['administrator-password'] ?? env[PASSWORD_VARIABLE];
  return text === undefined || text === '' ? undefined : { text, isAsked };
}

/** The Administrator's password from wherever it comes, and as answer files hide it. */
export function passwordSecrets(
  readRaw: ReadRaw,
  template: Template | undefined,
  env: Place['env'],
): readonly (string | undefined)[] {
  const name = template?.customize.answers?.administratorPasswordEnv;
  const given = [readRaw('administrator-password'), env[PASSWORD_VARIABLE], name === undefined ? undefined : env[name]];
  return given.flatMap((password) =>
    password === undefined || password === ''
      ? []
      : [password, hidePassword(password, 'AdministratorPassword'), hidePassword(password, 'Password')],
  );
}

function passwordOfVariable({ template }: AnswerReading, env: Place['env']): string | undefined {
  const name = template?.customize.answers?.administratorPasswordEnv;
  if (name === undefined) return undefined;
  const value = env[name];
  if (value !== undefined && value !== '') return value;
  throw new UserError(
    'input-missing',
    `The environment variable ${name}, which customize.unattend.administrator-password-env of the template names, is empty or not set`,
    `Set it for this step, for example: env: { ${name}: "\${{ secrets.${name} }}" }.`,
  );
}
