import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createRenewal } from '../../../../src/vsphere/wire/renewal.ts';
import { SILENT } from '../soap-server.ts';

const never = new AbortController().signal;

function renewing() {
  const said: string[] = [];
  const logins: { running: AbortSignal; end: (error?: Error) => void }[] = [];
  let renewed = 0;
  const renewal = createRenewal({
    url: new URL('https://vc.example.com/sdk'),
    log: { ...SILENT, info: (text) => void said.push(text) },
    what: 'the session',
    logInAgain: (running) =>
      new Promise((resolve, reject) => {
        logins.push({ running, end: (error) => (error ? reject(error) : resolve()) });
      }),
    onRenewed: () => {
      renewed += 1;
    },
  });
  return { ...renewal, said, logins, renewed: () => renewed };
}

it('is one login for all who meet the end side by side, and another one for the next end', async () => {
  const { renew, isUnderWay, said, logins, renewed } = renewing();
  const both = Promise.all([renew(never), renew(never)]);
  expect([isUnderWay(), logins.length, renewed()]).toEqual([true, 1, 0]);
  logins[0]?.end();
  await both;
  expect([isUnderWay(), renewed(), said]).toEqual([
    false,
    1,
    ['vc.example.com has ended the session: logging in again'],
  ]);
  const next = renew(never);
  logins[1]?.end(new Error('refused'));
  await expect(next).rejects.toThrow('refused');
  expect([isUnderWay(), logins.length, renewed()]).toEqual([false, 2, 1]);
});

it('lets go who is cancelled, and goes on for the others', async () => {
  const run = new AbortController();
  const { renew, logins, renewed } = renewing();
  const [cancelled, lasting] = [renew(run.signal), renew(never)];
  run.abort(new Error('cancelled'));
  await expect(cancelled).rejects.toThrow('cancelled');
  await expect(renew(run.signal)).rejects.toThrow('cancelled');
  expect([logins.length, logins[0]?.running.aborted, renewed()]).toEqual([1, false, 0]);
  logins[0]?.end();
  await lasting;
  expect(renewed()).toBe(1);
});

it('is waited for when it is stopped, and begins none after it', async () => {
  const { renew, stop, isStopped, logins } = renewing();
  const under = renew(never);
  let over = false;
  const stopping = stop().then(() => {
    over = true;
  });
  await setImmediate();
  expect([isStopped(), logins[0]?.running.aborted, over]).toEqual([true, true, false]);
  logins[0]?.end(new Error('torn'));
  await expect(under).rejects.toThrow('torn');
  await stopping;
  await expect(renew(never)).rejects.toMatchObject({ type: 'NotAuthenticated', operation: 'Login' });
  expect(logins).toHaveLength(1);
});
