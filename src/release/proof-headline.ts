/** What people read first of a release. */

import { VERDICT_WORDS } from '../check/verdict.ts';
import type { ReleaseRecord } from './release-record.ts';

export interface Headline {
  readonly tone: 'good' | 'middle' | 'bad';
  readonly mark: string;
  readonly title: string;
  readonly text: string;
}

export function proofHeadline(proof: ReleaseRecord['proof']): Headline {
  if (!proof) {
    return { tone: 'middle', mark: '⚪', title: 'Not proven', text: 'nobody has tried its quiesced snapshots' };
  }
  const { mark, text } = VERDICT_WORDS[proof.verdict];
  const words = text === '' ? 'the findings say why' : text;
  switch (proof.verdict) {
    case 'application':
      return { tone: 'good', mark, title: 'Application-consistent snapshots', text: words };
    case 'filesystem':
      return { tone: 'middle', mark, title: 'File-system-consistent snapshots', text: words };
    case 'unproven':
      return { tone: 'middle', mark, title: 'Not proven', text: words };
    case 'ignored':
      return { tone: 'bad', mark, title: 'Quiescing is ignored', text: words };
    case 'failed':
      return { tone: 'bad', mark, title: 'Quiesced snapshots fail', text: words };
  }
}
