/** What a release does, and what it leaves out, in one sentence each. */

import type { Stages } from './inputs.ts';

export function stagesText({ upload, bake, verify, publish, record }: Stages): string {
  const done = [
    'builds the OVA',
    ...(upload ? ['uploads it'] : []),
    ...(upload && bake ? ['bakes the candidate where the template asks for it'] : []),
    ...(verify ? [upload ? 'proves it' : 'checks it offline'] : []),
    ...(upload && verify && publish ? ['publishes what is proven'] : []),
    ...(record ? ['records it'] : []),
  ];
  const out = [
    ...(upload ? [] : ['upload']),
    ...(upload && !bake ? ['bake'] : []),
    ...(verify ? [] : ['proof']),
    ...(upload && verify && publish ? [] : ['publication']),
    ...(record ? [] : ['record']),
  ];
  const left = out.length === 0 ? '' : ` Left out: ${out.join(', ')}.`;
  return `This release ${done.join(', ')}.${left}`;
}
