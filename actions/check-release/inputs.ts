/** The inputs of check-release: which stages there are, and what of the later ones can be wrong. */

import { UserError } from '../../src/errors.ts';
import { input, variant } from '../../src/job/input.ts';
import { boolean } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { reuse, SERVER_INPUTS } from '../../src/job/shared-inputs.ts';
import { afterFirstBoot, bakeHost } from '../../src/template/after-first-boot.ts';
import { readTrust } from '../../src/vsphere/wire/trust.ts';
import { NO_PASSWORD } from '../../src/windows/answer-file/passwords.ts';
import { readAnswerFile } from '../../src/windows/answer-file/read-answer-file.ts';
import { engineObstacle } from '../../src/windows/engines/choose-engine.ts';
import { INPUTS as BUILD } from '../build-vhd/inputs.ts';
import { ANSWER_INPUTS, readAnswers, unattendPassword } from '../build-vhd/read-answers.ts';
import { INPUTS as CONVERT } from '../convert-ova/inputs.ts';
import { readSigningPair } from '../convert-ova/read-signing-pair.ts';
import { INPUTS as RECORD } from '../record-release/inputs.ts';
import { INPUTS as UPLOAD } from '../upload-esxi/inputs.ts';
import { readNetworkMap } from '../upload-esxi/read-network-map.ts';

/** Which stages of a release are asked for; it is always built. */
export interface Stages {
  readonly upload: boolean;
  readonly bake: boolean;
  /** A proof of the candidate, or an offline check of an OVA that is not uploaded. */
  readonly verify: boolean;
  readonly publish: boolean;
  readonly record: boolean;
}

const WITH_UPLOAD = { required: false, otherwise: '**required** with `upload: true`' } as const;

export const INPUTS = {
  upload: input(boolean, { description: 'false ends with the OVA, which is checked offline then.', default: 'true' }),
  bake: input(boolean, {
    description: 'false leaves the candidate as it was uploaded, its first boot to come.',
    default: 'true',
  }),
  verify: input(boolean, {
    description: 'false leaves the proof out; nothing is published then.',
    default: 'true',
  }),
  publish: input(boolean, {
    description: 'false leaves the proven candidate as one, for another job to publish before it expires.',
    default: 'true',
  }),
  record: input(boolean, {
    description: 'false leaves the record of the release out, with its SBOM, page and notes.',
    default: 'true',
  }),
  server: variant(SERVER_INPUTS.server, WITH_UPLOAD),
  username: variant(SERVER_INPUTS.username, WITH_UPLOAD),
  password: variant(SERVER_INPUTS.password, WITH_UPLOAD),
  thumbprint: SERVER_INPUTS.thumbprint,
  'ca-file': SERVER_INPUTS['ca-file'],
  insecure: SERVER_INPUTS.insecure,
  'network-map': variant(UPLOAD['network-map'], { without: [] }),
  ...ANSWER_INPUTS,
  engine: BUILD.engine,
  reuse,
  'sign-key': CONVERT['sign-key'],
  'sign-certificate': variant(CONVERT['sign-certificate'], { only: [{ input: 'sign-key' }] }),
  artifact: RECORD.artifact,
  'artifact-name': RECORD['artifact-name'],
  'retention-days': RECORD['retention-days'],
} as const;

/** @throws UserError for what is wrong, or missing in the company of others; nobody is asked, only what was given is read */
export async function prepare(reading: Reading<typeof INPUTS>, place: Place): Promise<Stages> {
  const { upload, bake, verify, publish, record, ...values } = reading.values;
  if (upload) {
    reading.needed('server', 'username', 'password');
    await readTrust({ thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure });
    readNetworkMap(values['network-map'], reading);
  }
  const { engine } = values;
  const obstacle = engine === 'auto' ? undefined : engineObstacle(engine, process.platform);
  if (obstacle !== undefined) throw reading.invalid('engine', engine, obstacle);
  await checkAnswers(reading, place);
  await readSigningPair(values['sign-key'], values['sign-certificate'], reading);
  return { upload, bake, verify, publish, record };
}

/** The answer file as build-vhd will read it, or the options of which it makes one; and that a candidate that is baked does not wait at its console. */
async function checkAnswers(reading: Reading<typeof INPUTS>, place: Place): Promise<void> {
  const answers = readAnswers(reading, place);
  const { unattend } = reading.values;
  const file =
    unattend === undefined ? undefined : await readAnswerFile(unattend, unattendPassword(reading, place), () => {});
  const hasPassword = file ? !file.findings.some(({ code }) => code === NO_PASSWORD) : answers?.password !== undefined;
  if (hasPassword || !isBaked(reading)) return;
  throw new UserError(
    'input-missing',
    `The template is baked (bake.on), and ${file ? `the answer file ${file.file.path}` : 'nobody'} gives the Administrator a password: Windows would wait at its console for one until the bake is given up`,
    'Give administrator-password from a secret (where an answer file is used, for its $ADMINISTRATOR_PASSWORD), or leave the first boot to who clones: bake: { on: none }.',
  );
}

/** On Hyper-V it is before the upload, whatever the stages are. */
function isBaked({ values, template }: Reading<typeof INPUTS>): boolean {
  if (template === undefined || afterFirstBoot(template) === 'stay') return false;
  return bakeHost(template) === 'hyper-v' || (values.upload && values.bake);
}
