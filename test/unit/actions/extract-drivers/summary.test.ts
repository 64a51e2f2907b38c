import { expect, it } from 'vitest';
import { driverOutput } from '../../../../actions/extract-drivers/driver-output.ts';
import type { ExtractDriversResult } from '../../../../actions/extract-drivers/main.ts';
import { renderSummary } from '../../../../actions/extract-drivers/summary.ts';

const DRIVER = {
  name: 'pvscsi',
  inf: '/d/pvscsi.inf',
  class: 'SCSIAdapter',
  classGuid: '{4d}',
  provider: 'VMware',
  hardwareIds: ['PCI\\A'],
  version: '1.3',
  date: '2022-03-03',
  architecture: 'x64',
  decoration: 'NTamd64',
  services: [{ name: 'pvscsi', startType: 0, other: 1 }],
  signer: { name: 'VMware, Inc.' },
  inBox: { inf: 'pvscsii.inf', version: '1.2' },
  newerThanInBox: true,
  from: 'x',
} as unknown as ExtractDriversResult['drivers'][number];
const RESULT = {
  product: 'windows-server-2022',
  toolsVersion: '12.4_x',
  drivers: [DRIVER, { ...DRIVER, name: 'bare', class: undefined, inBox: undefined, signer: undefined }],
  inBoxOnly: [{ name: 'vmxnet3', inBox: { inf: 'vmxnet3.inf', version: '1.8' } }],
  findings: [],
} as unknown as ExtractDriversResult;

it('names each driver, and what Windows has itself', () => {
  expect(renderSummary(RESULT)).toBe(`### Drivers for windows-server-2022 from VMware Tools 12.4\\_x

| driver | version | date | class | binds through | in Windows itself | signed by |
| --- | --- | --- | --- | --- | --- | --- |
| pvscsi | 1.3 | 2022-03-03 | SCSIAdapter | NTamd64 | 1.2 | VMware, Inc. |
| bare | 1.3 | 2022-03-03 |  | NTamd64 | none | not read |
| vmxnet3 | not extracted |  |  |  | 1.8 (vmxnet3.inf) |  |
`);
});

it('tells findings, and that the version is not known', () => {
  const shown = renderSummary({
    ...RESULT,
    toolsVersion: undefined,
    findings: [{ code: 'driver-left-out', severity: 'info', seen: 's', remedy: 'r' }],
  } as unknown as ExtractDriversResult);
  expect(shown).toContain('from VMware Tools (version not stated)\n');
  expect(shown).toMatch(/\n\n\| {2}\| Code \| Seen \| What to do \|\n.*\n.*driver-left-out \| s \| r \|\n$/);
});

it('gives a driver as the output has it', () => {
  expect(driverOutput(DRIVER)).toEqual({
    name: 'pvscsi',
    inf: '/d/pvscsi.inf',
    class: 'SCSIAdapter',
    'class-guid': '{4d}',
    provider: 'VMware',
    'hardware-ids': ['PCI\\A'],
    version: '1.3',
    date: '2022-03-03',
    architecture: 'x64',
    services: [{ name: 'pvscsi', 'start-type': 0 }],
    signer: 'VMware, Inc.',
    'in-box': { inf: 'pvscsii.inf', version: '1.2', newer: true, proven: false },
  });
  const bare = driverOutput({ ...DRIVER, signer: undefined, inBox: undefined } as unknown as typeof DRIVER);
  expect([bare.signer, bare['in-box']]).toEqual([undefined, undefined]);
});
