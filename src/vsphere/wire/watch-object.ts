/**
 * Waits for changes of one object by WaitForUpdatesEx (API 4.1). It is a bell and nothing else: who waits reads the properties anew, and
 * reads them now and then without a bell too, since not every change rings it.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { child, textAt, type XmlElement } from '../../xml/xml-element.ts';
import { type Moref, morefOf } from './moref.ts';
import type { VsphereSession } from './session.ts';
import { node, reference, value } from './soap.ts';

export interface ObjectWatch {
  /** Ends when something changed, or after that many milliseconds. @throws the signal's reason, nothing else */
  wait(limit: number): Promise<void>;
  /** Never throws. */
  close(): Promise<void>;
}

/** Proxies end what takes longer (terraform-provider-vsphere 773 and 923 saw 330 s and a 408): vSphere is to answer before. */
const LONGEST_WAIT = 60_000;

interface Collector {
  readonly moref: Moref;
  version: string;
}

/**
 * A collector of its own, so that no other wait of the session is disturbed. It is made anew after whatever made it useless; the one that it
 * replaces is taken away, since a server keeps it as long as the session, and a session may take hours.
 */
export function watchObject(session: VsphereSession, moref: Moref, paths: readonly string[]): ObjectWatch {
  let collector: Collector | undefined;
  /** What the server still has of us, as far as it told. */
  let made: readonly Moref[] = [];
  const takeAway = async (collectors: readonly Moref[]): Promise<void> => {
    for (const one of collectors) {
      made = made.filter((other) => other !== one);
      await session
        .uncancelled()
        .call('DestroyPropertyCollector', one)
        .catch((error: unknown) => session.log.debug(`DestroyPropertyCollector: ${String(error)}`));
    }
  };
  const makeCollector = async (): Promise<Collector> => {
    const answer = await session.call('CreatePropertyCollector', session.manager('propertyCollector'));
    const own = morefOf(child(answer, 'returnval'));
    if (!own) throw new Error('the server made no property collector');
    const before = made;
    made = [...made, own];
    // Now that it answers.
    await takeAway(before);
    await session.call('CreateFilter', own, [filterOf(moref, paths), value('partialUpdates', false)]);
    return { moref: own, version: '' };
  };
  const ring = async (limit: number): Promise<void> => {
    collector ??= await makeCollector();
    const answer = await session.call('WaitForUpdatesEx', collector.moref, [
      value('version', collector.version),
      node('options', [value('maxWaitSeconds', Math.ceil(Math.min(limit, LONGEST_WAIT) / 1000))]),
    ]);
    collector.version = textAt(child(answer, 'returnval'), 'version') ?? collector.version;
  };
  return {
    wait: async (limit) => {
      const started = Date.now();
      try {
        await ring(limit);
      } catch (error) {
        session.signal.throwIfAborted();
        session.log.debug(`Waiting for changes of ${moref.value}: ${String(error)}`);
        collector = undefined;
        const left = Math.max(0, started + limit - Date.now());
        await sleep(left, undefined, { signal: session.signal }).catch(() => session.signal.throwIfAborted());
      }
    },
    close: () => takeAway(made),
  };
}

function filterOf(moref: Moref, paths: readonly string[]): XmlElement {
  return node('spec', [
    node('propSet', [value('type', moref.type), value('all', false), ...paths.map((path) => value('pathSet', path))]),
    node('objectSet', [reference('obj', moref)]),
  ]);
}
