/** Reads properties of managed objects through the PropertyCollector. */

import { child, childrenNamed, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { isFault } from './explain-fault.ts';
import { readLocalizedFault, VsphereFault } from './fault.ts';
import { type Moref, morefOf } from './moref.ts';
import { isOutcomeUnknown } from './passing-error.ts';
import type { VsphereSession } from './session.ts';
import { node, reference, value } from './soap.ts';

/** What was asked for of one object, by path; a property that is not set is absent. */
export interface ObjectProperties {
  readonly moref: Moref;
  readonly properties: ReadonlyMap<string, XmlElement>;
}

/** How often a list is read from its beginning. */
const TRIES = 3;

/**
 * Properties of one object.
 * @throws VsphereFault, with type ManagedObjectNotFound when it is gone
 */
export async function readProperties(
  session: VsphereSession,
  moref: Moref,
  paths: readonly string[],
): Promise<ObjectProperties['properties']> {
  const specs = [propertySpec(moref.type, paths), node('objectSet', [reference('obj', moref)])];
  const [found] = await retrieve(session, specs);
  if (found) return found.properties;
  throw new VsphereFault(
    'RetrievePropertiesEx',
    'ManagedObjectNotFound',
    `${moref.type} ${moref.value} does not exist`,
  );
}

/**
 * All objects of these types below `root` that the account may see, through a container view. A view is the session's own: where that ended
 * meanwhile, another one is made.
 */
export async function readContained(
  session: VsphereSession,
  root: Moref,
  paths: Readonly<Record<string, readonly string[]>>,
): Promise<readonly ObjectProperties[]> {
  for (let tries = 1; ; tries++) {
    const { cookie } = session;
    try {
      return await readView(session, root, paths);
    } catch (error) {
      if (tries === TRIES || !isOfEndedSession(session, cookie, error)) throw error;
    }
  }
}

/** What a fault says of a view or a token that ended with its session says nothing of what was asked. */
function isOfEndedSession(session: VsphereSession, cookie: string, error: unknown): boolean {
  return error instanceof VsphereFault && session.cookie !== cookie;
}

async function readView(
  session: VsphereSession,
  root: Moref,
  paths: Readonly<Record<string, readonly string[]>>,
): Promise<readonly ObjectProperties[]> {
  const created = await session.call('CreateContainerView', session.manager('viewManager'), [
    reference('container', root),
    ...Object.keys(paths).map((type) => value('type', type)),
    value('recursive', true),
  ]);
  const view = morefOf(child(created, 'returnval'));
  if (!view) throw new VsphereFault('CreateContainerView', 'RuntimeFault', 'the server created no view');
  try {
    return await readMembers(session, view, 'view', paths);
  } finally {
    // A view that stays ends with its session.
    await session
      .uncancelled()
      .call('DestroyView', view)
      .catch((error: unknown) => session.log.debug(`DestroyView: ${String(error)}`));
  }
}

/** The objects that a list of `owner` names, such as `recentTask` of the TaskManager; those that are gone meanwhile are left out. */
export function readMembers(
  session: VsphereSession,
  owner: Moref,
  list: string,
  paths: Readonly<Record<string, readonly string[]>>,
): Promise<readonly ObjectProperties[]> {
  const traversal = node(
    'selectSet',
    [value('name', list), value('type', owner.type), value('path', list), value('skip', false)],
    'TraversalSpec',
  );
  return retrieve(session, [
    ...Object.entries(paths).map(([type, pathSet]) => propertySpec(type, pathSet)),
    node('objectSet', [reference('obj', owner), value('skip', true), traversal]),
  ]);
}

/** From the beginning again when a page is lost: the token of a page can be used once. */
async function retrieve(session: VsphereSession, specs: readonly XmlElement[]): Promise<ObjectProperties[]> {
  for (let tries = 1; ; tries++) {
    const { cookie } = session;
    try {
      return await retrievePages(session, specs);
    } catch (error) {
      if (tries === TRIES) throw error;
      // As a fault of the properties, not of the call, some servers say that they have ended the session.
      if (isFault(error, 'NotAuthenticated')) await session.renew();
      else if (!isOutcomeUnknown(error) && !isOfEndedSession(session, cookie, error)) throw error;
    }
  }
}

async function retrievePages(session: VsphereSession, specs: readonly XmlElement[]): Promise<ObjectProperties[]> {
  const collector = session.manager('propertyCollector');
  const found: ObjectProperties[] = [];
  let answer = await session.call('RetrievePropertiesEx', collector, [node('specSet', specs), node('options')]);
  for (;;) {
    const result = child(answer, 'returnval');
    for (const object of childrenNamed(result, 'objects')) {
      const moref = morefOf(child(object, 'obj'));
      if (moref) found.push({ moref, properties: readPropSet(object) });
    }
    const token = textAt(result, 'token');
    if (token === undefined || token === '') return found;
    answer = await session.call('ContinueRetrievePropertiesEx', collector, [value('token', token)]);
  }
}

function propertySpec(type: string, paths: readonly string[]): XmlElement {
  return node('propSet', [value('type', type), value('all', false), ...paths.map((path) => value('pathSet', path))]);
}

/**
 * What the account may not read stands in missingSet, and counts as not set.
 * @throws VsphereFault NotAuthenticated: without a session nothing may be read, and "not set" would be a lie
 */
function readPropSet(object: XmlElement): ReadonlyMap<string, XmlElement> {
  for (const missing of childrenNamed(object, 'missingSet')) {
    const localized = child(missing, 'fault');
    const fault = localized && readLocalizedFault('RetrievePropertiesEx', localized);
    if (isFault(fault, 'NotAuthenticated')) throw fault;
  }
  const entries = childrenNamed(object, 'propSet').flatMap((property): [string, XmlElement][] => {
    const content = child(property, 'val');
    return content ? [[textAt(property, 'name') ?? '', content]] : [];
  });
  return new Map(entries);
}
