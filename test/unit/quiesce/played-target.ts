/** A VM in memory for the live check: it remembers what was done to it, so that a test can see what is left over. */

import type { TargetFacts } from '../../../src/check/target-facts.ts';
import type { MachineSettings } from '../../../src/ova/machine-settings.ts';
import type { GuestEvidence } from '../../../src/quiesce/guest-evidence.ts';
import type { MarkersRead } from '../../../src/quiesce/marker-findings.ts';
import type { LiveOptions } from '../../../src/quiesce/verify-live.ts';
import type { SnapshotAttempt, TargetEvent, VerifyTarget } from '../../../src/quiesce/verify-target.ts';
import type { QuiesceFinding } from '../../../src/report/finding-codes.ts';
import { makeZip } from './make-zip.ts';
import { FACTS, SETTINGS } from './sample-facts.ts';

export const APPLICATION = { 'backup.xml': '<B/>', 'writer0.xml': '<WRITER_METADATA/>' };
const TAKEN: SnapshotAttempt = { snapshot: { id: 's1', quiesced: true, backupManifest: '[ds] vm/m.zip' } };
export const FAULT = {
  fault: { type: 'ApplicationQuiesceFault', message: 'Failed to quiesce the virtual machine.' },
} satisfies SnapshotAttempt;
export interface Scene {
  readonly settings?: Partial<MachineSettings>;
  readonly facts?: Partial<TargetFacts>;
  readonly firstBoot?: string;
  readonly tools?: boolean;
  readonly attempt?: SnapshotAttempt;
  readonly manifest?: Readonly<Record<string, string>> | Error;
  readonly events?: readonly string[];
  readonly image?: readonly QuiesceFinding[];
  /** What the guest says when it is asked; left out where nobody may ask. */
  readonly guest?: GuestEvidence;
  readonly hostLog?: string;
  /** What the marker script shows; left out where there is none. */
  readonly markers?: MarkersRead;
  readonly options?: Partial<LiveOptions>;
}

export function scene({
  settings,
  facts,
  firstBoot,
  tools = true,
  attempt = TAKEN,
  manifest = APPLICATION,
  events = [],
  guest,
  hostLog = '',
  markers,
}: Scene) {
  const state: { on: boolean; readonly snapshots: Set<string> } = { on: false, snapshots: new Set() };
  const turn = (on: boolean): void => {
    state.on = on;
  };
  const target: VerifyTarget = {
    facts: async (): Promise<TargetFacts> => ({
      ...FACTS,
      poweredOn: state.on,
      toolsRunning: state.on && tools,
      snapshots: state.snapshots.size,
      settings: { ...SETTINGS, ...settings },
      ...facts,
    }),
    powerOn: async () => turn(true),
    guest: async () => ({ toolsRunning: state.on && tools, firstBoot }),
    now: async () => new Date('2026-11-24T00:00:00Z'),
    snapshot: async () => {
      if (attempt.snapshot) state.snapshots.add(attempt.snapshot.id);
      return attempt;
    },
    ...(guest && { askGuest: async () => guest }),
    ...(markers && { readMarkers: async () => markers }),
    hostLog: async () => hostLog,
    removeSnapshot: async (id) => void state.snapshots.delete(id),
    readManifest: async () => {
      if (manifest instanceof Error) throw manifest;
      return makeZip(manifest);
    },
    events: async (): Promise<TargetEvent[]> => events.map((message) => ({ time: '2026-11-24T00:00:00Z', message })),
  };
  return { state, target };
}
