/** The plan as it is shown: in the output and report of a dry run, the log and the summary of every run. */

import { partitionTypeName } from '../../disk/gpt/partition-types.ts';
import type { AfterFirstBoot, BakeHost } from '../../products/guest-words.ts';
import { formatSize } from '../../units.ts';
import type { FirstBootStep } from '../first-boot/first-boot-step.ts';
import { buildOnMedia } from '../media/editions.ts';
import type { ImagePlan } from './image-plan.ts';
import { type OfflineStep, stepTitle } from './offline-step.ts';

export interface PlanDescription {
  readonly engine: string;
  /** Name of the image in the WIM. */
  readonly edition: string;
  /** Of the image on the ISO, such as `17763.107`. */
  readonly build: string;
  /** Bytes. */
  readonly disk: { readonly size: number; readonly format: string; readonly type: string };
  /** In their order on the disk; bytes. */
  readonly partitions: readonly {
    readonly type: string;
    readonly guid: string;
    readonly offset: number;
    readonly size: number;
  }[];
  /** What the engine does to the image, in this order. */
  readonly offline: readonly string[];
  /** What waits for a running Windows, in this order. */
  readonly firstBoot: readonly {
    readonly step: string;
    readonly title: string;
    /** Hyper-V cannot do it: it waits for the start on vSphere. */
    readonly onVsphere?: true;
  }[];
  readonly afterFirstBoot: AfterFirstBoot;
  /** Whose machine the first start will be on. */
  readonly bakeHost: BakeHost;
}

const AFTER: Readonly<Record<AfterFirstBoot, string>> = {
  stay: 'Windows goes on running',
  'shut-down': 'Windows shuts down once its host has seen how the first boot ended',
  generalize: 'sysprep generalizes Windows, which shuts down once its host has seen how that ended',
};

export function describePlan(
  plan: ImagePlan,
  offline: readonly OfflineStep[],
  firstBoot: readonly FirstBootStep[],
  engine: string,
): PlanDescription {
  return {
    engine,
    edition: plan.image.name,
    build: buildOnMedia(plan.image),
    disk: { size: plan.disk.size, format: plan.disk.format, type: plan.disk.type },
    partitions: plan.partitions.map(({ typeGuid, guid, offset, size }) => ({
      type: partitionTypeName(typeGuid),
      guid,
      offset,
      size,
    })),
    offline: offline.map(stepTitle),
    firstBoot: firstBoot.map(({ id, title, onVsphere }) => ({
      ...{ step: id, title },
      ...(onVsphere && plan.bakeHost === 'hyper-v' && ({ onVsphere } as const)),
    })),
    afterFirstBoot: plan.afterFirstBoot,
    bakeHost: plan.bakeHost,
  };
}

/** The plan as lines of text. */
export function drawPlan(plan: PlanDescription): string {
  const { disk, partitions, offline, firstBoot, afterFirstBoot, bakeHost } = plan;
  const numbered = (titles: readonly string[]): string[] => titles.map((title, index) => `  ${index + 1}. ${title}`);
  return [
    `${plan.edition}, build ${plan.build}, with the engine ${plan.engine}`,
    `Disk of ${formatSize(disk.size)}, ${disk.format === 'vmdk' ? 'VMDK in parts' : `${disk.type} ${disk.format.toUpperCase()}`}: ${partitions.map(({ type, size }) => `${type} ${formatSize(size)}`).join(', ')}`,
    ...(offline.length === 0
      ? ['In the image: nothing but the image itself']
      : ['In the image:', ...numbered(offline)]),
    ...(firstBoot.length === 0
      ? ['At first boot: nothing']
      : [
          `At first boot${bakeHost === 'hyper-v' ? ' on Hyper-V' : ''}:`,
          ...numbered(
            firstBoot.map(({ title, onVsphere }) => (onVsphere ? `${title} (left for the start on vSphere)` : title)),
          ),
        ]),
    `Afterwards: ${AFTER[afterFirstBoot]}`,
  ].join('\n');
}
