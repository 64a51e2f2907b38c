/** An action for the terminal: with a text, a boolean and a secret. */

import { type Action, defineAction } from '../../../src/job/action.ts';
import { input } from '../../../src/job/input.ts';
import { boolean, secret, text } from '../../../src/job/input-types.ts';

export const GREET: Action = defineAction({
  name: 'greet',
  description: 'Greets somebody.',
  branding: { icon: 'x', color: 'blue' },
  inputs: {
    name: input(text, { description: 'Whom.', required: true }),
    loud: input(boolean, { description: 'Loudly.', default: 'false' }),
    'api-token': input(secret, { description: 'A secret.' }),
  },
  outputs: { greeting: { description: 'What was said.', value: (said: string) => said } },
  prepare: ({ values }) => values,
  main: async (values, { log }) => {
    log.info(`with ${values['api-token']}`);
    return values.loud ? `HELLO ${values.name}` : `hello ${values.name}`;
  },
  findings: () => [],
  summary: () => '',
});
