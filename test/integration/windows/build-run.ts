/** Runs a build on the sample media in a folder of its own, and takes the finished image apart with tools nobody here wrote. */

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../../src/context.ts';
import { createToolRunner } from '../../../src/runner/tools.ts';
import { type BuildRequest, type BuildResult, buildImage } from '../../../src/windows/build-image.ts';
import { takePart } from '../../judges/disk-part.ts';
import { buildSampleMedia } from '../../media/build.ts';

const MIB = 2 ** 20;

export interface Workspace {
  readonly folder: string;
  readonly context: Context;
  /** What a run registered to be undone and has not withdrawn. */
  readonly undo: (() => Promise<void>)[];
  readonly messages: string[];
  abort(): void;
  remove(): Promise<void>;
}

export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), 'stillframe-windows-'));
  const temp = join(folder, 'stillframe-build-vhd-test');
  await mkdir(temp);
  const controller = new AbortController();
  const undo: (() => Promise<void>)[] = [];
  const messages: string[] = [];
  const keep = (message: string): void => {
    messages.push(message);
  };
  return {
    folder,
    undo,
    messages,
    context: {
      log: { info: keep, warning: keep, debug: () => {}, group: (_title, body) => body() },
      tools: createToolRunner(controller.signal),
      signal: controller.signal,
      temp,
      onCleanup: (_what, action) => {
        undo.push(action);
        return () => undo.splice(undo.indexOf(action), 1);
      },
      hold: () => () => {},
      rehold: () => {},
    },
    abort: () => controller.abort(new Error('cancelled by the test')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function sampleRequest(folder: string, changes: Partial<BuildRequest> = {}): Promise<BuildRequest> {
  const media = await buildSampleMedia();
  return {
    template: undefined,
    iso: media.windowsIso,
    sha256: media.sha256.windowsIso,
    downloads: { cache: join(folder, 'cache'), env: {} },
    edition: 'standard-desktop',
    vhd: join(folder, 'image.vhd'),
    disk: { format: 'vhd', type: 'dynamic', size: 2048 * MIB, esp: 100 * MIB, msr: 16 * MIB, recovery: 'none' },
    engine: 'wimlib',
    packages: undefined,
    drivers: undefined,
    features: [],
    remoteDesktop: false,
    cleanup: true,
    unattend: undefined,
    unattendPassword: undefined,
    answers: undefined,
    files: [],
    registry: [],
    scripts: [],
    afterFirstBoot: 'stay',
    bakeHost: 'vsphere',
    toolsSetup: undefined,
    date: undefined,
    skipNotApplicable: false,
    moduleServicing: true,
    dryRun: false,
    ...changes,
  };
}

export async function build(workspace: Workspace, changes: Partial<BuildRequest> = {}): Promise<BuildResult> {
  return buildImage(await sampleRequest(workspace.folder, changes), workspace.context);
}

export interface TakenApart {
  readonly raw: string;
  readonly esp: string;
  readonly windows: string;
}

/** qemu-img makes the raw disk and cuts out its partitions, sgdisk says where they are. */
export async function takeApart(vhd: string, folder: string, { tools }: Context): Promise<TakenApart> {
  const parts = { raw: join(folder, 'disk.raw'), esp: join(folder, 'esp.fat'), windows: join(folder, 'windows.ntfs') };
  await tools.run('qemu-img', ['convert', '-f', 'vpc', '-O', 'raw', vhd, parts.raw]);
  for (const [index, file] of [
    [1, parts.esp],
    [3, parts.windows],
  ] as const) {
    const { stdout } = await tools.run('sgdisk', ['-i', String(index), parts.raw]);
    const first = Number(/First sector: (\d+)/.exec(stdout)?.[1]);
    const count = Number(/Partition size: (\d+)/.exec(stdout)?.[1]);
    await takePart(parts.raw, { offset: first * 512, size: count * 512 }, file);
  }
  return parts;
}

/** What wimlib says about each file: attributes, times, security, hash. */
export type WimEntries = ReadonlyMap<string, ReadonlyMap<string, string>>;

export async function listWim(wim: string, index: number, { tools }: Context): Promise<WimEntries> {
  const { stdout } = await tools.run('wimlib-imagex', ['dir', wim, String(index), '--detailed']);
  const entries = new Map<string, Map<string, string>>();
  for (const block of stdout.split(/^-{20,}$/m)) {
    const fields = [...block.matchAll(/^([A-Za-z ]+?)\s*= (.*)$/gm)].map(
      ([, key = '', value = '']) => [key, value] as const,
    );
    const entry = new Map(fields.filter(([key]) => !STORAGE_FIELDS.includes(key)));
    const path = entry.get('Full Path');
    if (path !== undefined) entries.set(path.slice(1, -1), entry);
  }
  return entries;
}

/** Where the WIM itself keeps the bytes, which differs between WIMs of the same tree. */
const STORAGE_FIELDS = ['Compressed size', 'Offset in WIM', 'Part Number', 'Reference Count', 'Flags', 'Link Group ID'];
