import { describe, expect, it } from 'vitest';
import {
  ANSWER_INPUTS,
  passwordSecrets,
  readAnswers,
  unattendPassword,
} from '../../../../actions/build-vhd/read-answers.ts';
import { loadTemplate } from '../../../../src/template/template-file.ts';
import { PLACE, prepareInputs } from '../prepare-inputs.ts';
import { sampleTemplate } from '../sample-template.ts';

const read = (given: Record<string, string>, env: Record<string, string> = {}) =>
  prepareInputs({ INPUTS: ANSWER_INPUTS, prepare: readAnswers }, given, { ...PLACE, env });
const template = (unattend: string) =>
  sampleTemplate((text) => text.replace('unattend: { file: /media/answer.xml }', `unattend: ${unattend}`));

it('is nothing where nothing is said', async () => {
  expect(await read({})).toBeUndefined();
  expect(await read({ unattend: 'a.xml' })).toBeUndefined();
  expect(await read({ template: await sampleTemplate() })).toBeUndefined();
});

it('takes every option from the step', async () => {
  expect(
    await read({
      ...{ locale: 'de-DE', 'time-zone': 'UTC', 'computer-name': 'web01', 'product-key': 'client-setup' },
      ...{ 'san-policy': 'online-all', 'administrator-password': ' Secret 1 ' },
    }),
  ).toEqual({
    ...{ locale: 'de-DE', timeZone: 'UTC', computerName: 'web01', productKey: 'client-setup' },
    ...{ sanPolicy: 'online-all', password: ' Secret 1 ' },
  });
});

it('takes every option from the template, the password from the variable that it names', async () => {
  const text = `{ locale: fr-FR, time-zone: UTC, computer-name: "*", product-key: client-setup, san-policy: offline-all, administrator-password-env: ADMIN }`;
  expect(await read({ template: await template(text) }, { ADMIN: 'Secret-1' })).toEqual({
    ...{ locale: 'fr-FR', timeZone: 'UTC', computerName: '*', productKey: 'client-setup' },
    ...{ sanPolicy: 'offline-all', password: 'Secret-1' },
  });
  const given = { template: await template(text), 'administrator-password': 'Other-2' };
  expect(await read(given)).toMatchObject({ password: 'Other-2' });
});

it.each([{}, { ADMIN: '' }])('says which variable is not set, and how to set it: %j', async (env) => {
  const given = { template: await template('{ administrator-password-env: ADMIN }') };
  await expect(read(given, env)).rejects.toMatchObject({
    code: 'input-missing',
    message: expect.stringContaining('The environment variable ADMIN') as string,
    hint: expect.stringContaining('secrets.ADMIN') as string,
  });
});

it('takes no option beside an answer file', async () => {
  await expect(read({ unattend: 'a.xml', locale: 'de-DE' })).rejects.toMatchObject({
    code: 'input-invalid',
    hint: expect.stringContaining('Give either an answer file') as string,
  });
  expect(await read({ unattend: 'a.xml', 'administrator-password': 'Secret-1' })).toBeUndefined();
});

it.each([
  { locale: 'de-DE' },
  { 'time-zone': 'UTC' },
  { 'computer-name': 'web01' },
  { 'product-key': 'client-setup' },
  { 'san-policy': 'online-all' },
])('takes no answer file beside the option %j', async (given) => {
  await expect(read({ unattend: 'a.xml', ...given })).rejects.toMatchObject({
    code: 'input-invalid',
    message: expect.stringContaining(`Input ${Object.keys(given)[0]}`) as string,
    hint: expect.stringContaining('Give either an answer file') as string,
  });
});

it.each([
  [{ locale: 'x y' }, 'Input locale: "x y" is not valid'],
  [{ 'time-zone': 'Berlin' }, 'Input time-zone: "Berlin" is not valid'],
  [{ 'computer-name': '12' }, 'Input computer-name: "12" is not valid'],
])('refuses %j', async (given, words) => {
  await expect(read(given)).rejects.toThrow(words);
});

it('takes the password for an answer file from the step, else from the variable that the file names', async () => {
  const password = (given: Record<string, string>, env: Record<string, string> = {}) =>
    prepareInputs(
      { INPUTS: ANSWER_INPUTS, prepare: unattendPassword },
      { unattend: 'a.xml', ...given },
      { ...PLACE, env },
    );
  const env = { ADMINISTRATOR_PASSWORD: 'Variable-2' };
  expect(await password({ 'administrator-password': 'Step-1' }, env)).toEqual({ text: 'Step-1', isAsked: true });
  expect(await password({}, env)).toEqual({ text: 'Variable-2', isAsked: false });
  expect(await password({}, { ADMINISTRATOR_PASSWORD: '' })).toBeUndefined();
  expect(await password({})).toBeUndefined();
});

describe('passwordSecrets', () => {
  const hidden = (text: string): string => Buffer.from(text, 'utf16le').toString('base64');
  const forms = (password: string): readonly string[] => [
    password,
    hidden(`${password}AdministratorPassword`),
    hidden(`${password}Password`),
  ];

  it('is the password of the step and that of the variable, each as answer files hide it', async () => {
    const file = await template('{ administrator-password-env: ADMIN }');
    const loaded = await loadTemplate(file);
    const raw = (name: string): string | undefined => ({ 'administrator-password': 'Step-1' })[name];
    expect(passwordSecrets(raw, loaded, { ADMIN: 'Variable-2' })).toEqual([...forms('Step-1'), ...forms('Variable-2')]);
    expect(passwordSecrets(() => undefined, loaded, { ADMIN: 'Variable-2' })).toEqual(forms('Variable-2'));
    expect(passwordSecrets(() => '', loaded, { ADMIN: '' })).toEqual([]);
    expect(passwordSecrets(() => '', undefined, { ADMINISTRATOR_PASSWORD: 'File-3' })).toEqual(forms('File-3'));
    expect(passwordSecrets(raw, undefined, { ADMIN: 'Variable-2' })).toEqual(forms('Step-1'));
  });
});
