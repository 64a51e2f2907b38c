/** Asks, before anything is changed, whether the account holds what an action needs (vim25 AuthorizationManager). */

import { UserError } from '../../errors.ts';
import { child, childrenNamed, textAt } from '../../xml/xml-element.ts';
import { VsphereFault } from '../wire/fault.ts';
import { type Moref, morefOf } from '../wire/moref.ts';
import { readProperties } from '../wire/properties.ts';
import type { VsphereSession } from '../wire/session.ts';
import { reference, value } from '../wire/soap.ts';
import { type Condition, type Need, PRIVILEGES, type PrivilegedAction, type PrivilegePlace } from './privileges.ts';

export interface AskedPrivileges {
  /**
   * What each place is here. Of each inner list one object is enough: a VM that is going to be made gets what its folder or its pool
   * has. A place that is left out or empty is not asked about.
   */
  readonly places: Readonly<Partial<Record<PrivilegePlace, readonly (readonly Moref[])[]>>>;
  readonly conditions: readonly Condition[];
}

/**
 * Refuses only what the server says for certain: an account that may not ask, or a server that does not answer, is let through, and meets
 * the refusal of the call itself.
 * @throws UserError vsphere-refused with each privilege that is missing, and on what; the signal's reason
 */
export async function assertPrivileges(
  session: VsphereSession,
  action: PrivilegedAction,
  asked: AskedPrivileges,
): Promise<void> {
  const needs = PRIVILEGES[action].filter(
    ({ when, told }) => told === undefined && (when === undefined || asked.conditions.includes(when)),
  );
  const places = (need: Need): readonly (readonly Moref[])[] => asked.places[need.on] ?? [];
  const entities = new Map(
    needs
      .flatMap(places)
      .flat()
      .map((moref) => [moref.value, moref]),
  );
  const privileges = [...new Set(needs.map(({ privilege }) => privilege))];
  if (entities.size === 0) return;
  const refused = await askServer(session, [...entities.values()], privileges);
  const missing = needs.flatMap((need) =>
    places(need)
      .filter((either) => either.length > 0 && either.every((one) => refused.get(one.value)?.has(need.privilege)))
      .map((either) => `${need.privilege} on ${either.map(({ type, value: id }) => `${type} ${id}`).join(' or ')}`),
  );
  if (missing.length === 0) return;
  throw new UserError(
    'vsphere-refused',
    `The account lacks privileges that ${action} needs here, and nothing was begun: ${[...new Set(missing)].join('; ')}`,
    `Give it a role that has them, on these objects or above them with propagation: ${roleLine(privileges)} (govc role.update where that role exists).`,
  );
}

/** Every user-defined role has them (vim25 AuthorizationManager). */
export const OF_EVERY_ROLE: readonly string[] = ['System.Anonymous', 'System.Read', 'System.View'];

/** As vSphere's command line takes it; the privileges of System come with every role. */
export function roleLine(privileges: readonly string[]): string {
  return `govc role.create stillframe ${privileges.toSorted().join(' ')}`;
}

/**
 * API 5.5. Effective ones: inherited, of groups, global.
 * @returns by id of the entity those that it says are not granted
 */
async function askServer(
  session: VsphereSession,
  entities: readonly Moref[],
  privileges: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  try {
    const current = await readProperties(session, session.manager('sessionManager'), ['currentSession']);
    const key = textAt(current.get('currentSession'), 'key');
    if (key === undefined) throw new VsphereFault('HasPrivilegeOnEntities', 'RuntimeFault', 'no session is current');
    const answer = await session.call('HasPrivilegeOnEntities', session.manager('authorizationManager'), [
      ...entities.map((entity) => reference('entity', entity)),
      value('sessionId', key),
      ...privileges.map((privilege) => value('privId', privilege)),
    ]);
    return new Map(
      childrenNamed(answer, 'returnval').map((result) => [
        morefOf(child(result, 'entity'))?.value ?? '',
        new Set(
          childrenNamed(result, 'privAvailability')
            .filter((one) => textAt(one, 'isGranted') === 'false')
            .map((one) => textAt(one, 'privId') ?? ''),
        ),
      ]),
    );
  } catch (error) {
    session.signal.throwIfAborted();
    const silent =
      error instanceof VsphereFault
        ? error.type !== 'NotAuthenticated'
        : error instanceof UserError && error.code === 'vsphere-refused';
    if (!silent) throw error;
    session.log.debug(`The privileges of the account are not asked for: ${String(error)}`);
    return new Map();
  }
}
