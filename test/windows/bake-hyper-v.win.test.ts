/**
 * An image that is started on the played Hyper-V of the runner, from the bundles: VMware Tools are left, everything else is in it. What of PowerShell is played
 * proves the protocol alone.
 */

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBakedDisk } from '../../src/bake/hyper-v/read-baked-disk.ts';
import { openDisk } from '../../src/disk/open-disk.ts';
import { killAsAct } from '../fakes/runner/end-run.ts';
import { GUEST_PASSWORD } from '../media/answer-file.ts';
import { type HyperVFixture, openHyperV } from './hyper-v-fixture.ts';
import { NOTHING_LEFT } from './windows-fixture.ts';

const TOOLS = ['50-vmware-tools', '55-check-vmware-tools'];

let there: HyperVFixture;
beforeAll(async () => {
  there = await openHyperV();
});
afterAll(() => there.close());

it('does in place all that a first boot does, but for what it leaves to vSphere', async () => {
  const script = join(there.folder, 'skript ж.ps1');
  await writeFile(script, 'exit 0\r\n');
  const ended = await there.bake({
    image: await there.image('sound'),
    switch: 'Lab Schalter',
    ...{ scripts: there.path('skript ж.ps1'), 'guest-password': GUEST_PASSWORD },
  });
  expect(ended.exitCode, ended.lines.join('\n')).toBe(0);
  const { outputs } = ended;
  expect(outputs.image).toBe(there.path('sound', 'größe.vhd'));
  expect(JSON.parse(outputs.waits ?? '')).toEqual(TOOLS);
  expect(outputs['after-first-boot']).toBe('shut-down');
  const steps = JSON.parse(outputs['first-boot'] ?? '') as { id: string; result: string }[];
  expect(steps.map(({ id, result }) => `${id} ${result}`)).toEqual([
    ...['00-remove-answer-files ok', '05-log-file-system ok', '80-keep-boot-drivers ok'],
  ]);
  expect(ended.lines.join('\n')).toMatch(
    /First boot: done[\s\S]*Running skript ж\.ps1 in the guest[\s\S]*The guest may end now/,
  );
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  expect(await readdir(join(there.folder, 'sound'))).toEqual(['größe.vhd']);
  const disk = await openDisk(join(there.folder, 'sound', 'größe.vhd'));
  const baked = await readBakedDisk(disk);
  expect(disk.format).toBe('vhd-dynamic');
  await disk.close();
  expect(baked).toMatchObject({ status: 'done', after: 'shut-down', waits: TOOLS, later: [], tellsHyperV: false });
  expect(baked.result).toMatchObject({ imageState: 'IMAGE_STATE_COMPLETE', answerFiles: [] });
  expect(baked.layout.partitions.map(({ type }) => type)).toEqual(['esp', 'msr', 'windows']);
  const again = await there.bake({ image: outputs.image ?? '' });
  expect(again.lines.join('\n')).toMatch(/was started before \(its last status is "done"\)/);
});

it('without Hyper-V it is one error before any work', async () => {
  const path = await there.image('no-hyper-v');
  await there.windows.fault('no-hyper-v', 1);
  const ended = await there.bake({ image: path });
  const printed = ended.lines.join('\n');
  expect(ended.exitCode, printed).toBe(1);
  expect(printed).toMatch(/its PowerShell module is not there[\s\S]*\[hyper-v-missing\]/);
  expect(printed).not.toContain('Copying');
  await there.expectUntouched('no-hyper-v', printed);
});

it('killed in the middle: the next run removes the machine and bakes', async () => {
  const path = await there.image('killed');
  await there.endedBake(path, killAsAct);
  expect((await there.windows.state()).machines).toEqual([expect.stringMatching(/^stillframe-größe-[0-9a-f]{8}$/)]);
  const next = await there.bake({ image: path });
  expect(next.exitCode, next.lines.join('\n')).toBe(0);
  expect(next.lines.join('\n')).toMatch(
    /A run that was killed has left 2 things[\s\S]*Removing the machine stillframe-größe-/,
  );
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  expect(await readdir(join(there.folder, 'killed'))).toEqual(['größe.vhd']);
});
