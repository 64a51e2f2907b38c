/** An account that may do nothing, which is how a test learns what an action asks for, and on what. */

import { type PlayedAnswer, type PlayedCall, xml } from '../played-vsphere.ts';

/** Beside the objects of a scene: the session whose account is asked about. */
export const CURRENT_SESSION = {
  sessionManager: { type: 'sessionManager', properties: { currentSession: '<key>mine</key>' } },
} as const;

/** The answer of HasPrivilegeOnEntities: none of the privileges on any of the objects. */
export function denyAll({ text }: PlayedCall): PlayedAnswer {
  const refused = [...text.matchAll(/<privId>([^<]*)/g)].map(
    ([, one]) => `<privAvailability><privId>${one}</privId><isGranted>false</isGranted></privAvailability>`,
  );
  const entities = [...text.matchAll(/<entity type="(\w+)">([^<]*)/g)].map(
    ([, type, id]) => `<returnval><entity type="${type}">${id}</entity>${refused.join('')}</returnval>`,
  );
  return xml(entities.join(''));
}

/** Each privilege and where it is missing, such as `VApp.Export on VirtualMachine vm-1`, of the error that it comes to. */
export function missingIn(error: unknown): string[] {
  const named = /nothing was begun: (.*)$/.exec(error instanceof Error ? error.message : '')?.[1];
  return named === undefined ? [] : named.split('; ');
}
