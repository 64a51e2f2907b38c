import { expect, it } from 'vitest';
import { bakeTemplate } from '../../../../actions/bake-template/action.ts';
import type {
  BakedCandidateResult,
  BakedImageResult,
  BakeTemplateResult,
} from '../../../../actions/bake-template/main.ts';

const COMMON = { seal: 'none', build: '17763.8027', imageState: 'x', firstBoot: [] } as const;
const CANDIDATE: BakedCandidateResult = {
  ...COMMON,
  ...{ host: 'vsphere', vm: 'vm-42', inventoryPath: '/DC/vm/ws', server: 'vc', ova: 'aa' },
  ...{ toolsVersion: '12.4.5', before: false },
};
const FINDING = { code: 'ntfs-dirty', severity: 'warning', seen: 's', remedy: 'r' } as const;
const IMAGE = {
  ...COMMON,
  ...{ host: 'hyper-v', image: '/out/a.vhdx', waits: ['50-vmware-tools'], after: 'stay', findings: [FINDING] },
} as unknown as BakedImageResult;

const action = bakeTemplate as unknown as {
  readonly outputs: Readonly<Record<string, { value(result: BakeTemplateResult): unknown }>>;
};
const outputs = (result: BakeTemplateResult): Record<string, unknown> =>
  Object.fromEntries(Object.entries(action.outputs).map(([name, { value }]) => [name, value(result)]));

it('tells of a candidate what is of one, and leaves empty what is of an image', () => {
  expect(outputs(CANDIDATE)).toEqual({
    ...{ vm: 'vm-42', 'tools-version': '12.4.5', build: '17763.8027', 'first-boot': [] },
    ...{ image: undefined, waits: undefined, 'after-first-boot': undefined },
  });
});

it('tells of an image what is of one, and leaves empty what is of a candidate', () => {
  expect(outputs(IMAGE)).toEqual({
    ...{ image: '/out/a.vhdx', waits: ['50-vmware-tools'], 'after-first-boot': 'stay' },
    ...{ build: '17763.8027', 'first-boot': [], vm: undefined, 'tools-version': undefined },
  });
});
