import { readlinkSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { skipFreeSpace } from '../../../src/disk/skip-free-space.ts';
import { openImage } from '../../../src/ova/open-image.ts';
import { writeOva } from '../../../src/ova/write-ova.ts';
import { OPTIONS, run } from '../ova/convert-case.ts';
import { build, createWorkspace, sampleRequest, type Workspace } from './build-run.ts';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(() => workspace.remove());

async function buildAs(format: 'vhd' | 'vmdk', tools = workspace.context.tools): Promise<string> {
  const vhd = join(workspace.folder, `image.${format}`);
  const { disk } = await sampleRequest(workspace.folder);
  // A run has a folder of its own.
  const temp = await mkdtemp(join(workspace.folder, 'run-'));
  await build({ ...workspace, context: { ...workspace.context, tools, temp } }, { vhd, disk: { ...disk, format } });
  return vhd;
}

async function sha256OfOva(image: string): Promise<string> {
  const { disk } = await openImage(image, 'native', workspace.context);
  try {
    return (await writeOva(skipFreeSpace(disk), `${image}.ova`, OPTIONS)).sha256;
  } finally {
    await disk.close();
  }
}

it('a disk in parts gives the OVA that a VHD gives, is one to qemu-img and sgdisk, and is replaced as one', async () => {
  const vhd = await buildAs('vhd');
  const vmdk = await buildAs('vmdk');
  // Not by qemu-img compare: what the volumes' clusters held before they were freed is in the parts, and in neither VHD nor OVA.
  expect(await sha256OfOva(vmdk)).toBe(await sha256OfOva(vhd));
  const raw = join(workspace.folder, 'disk.raw');
  await run('qemu-img', ['convert', '-f', 'vmdk', '-O', 'raw', vmdk, raw]);
  expect(await run('sgdisk', ['-v', raw])).toContain('No problems found');
  const parts = async (): Promise<readonly string[]> =>
    (await readdir(workspace.folder)).filter((name) => name.startsWith(`${basename(vmdk, '.vmdk')}.part-`)).sort();
  const before = await parts();
  const kinds = (names: readonly string[]) => names.map((name) => name.replace(/-[0-9a-f]{8}-/, '-'));
  expect(kinds(before)).toEqual(['image.part-esp.vmdk', 'image.part-rest.vmdk', 'image.part-windows.vmdk']);
  await buildAs('vmdk');
  const after = await parts();
  expect(kinds(after)).toEqual(kinds(before));
  // The disk before was whole until the new one was.
  expect(after.filter((name) => before.includes(name))).toEqual([]);
});

it('the Windows volume of a disk in parts is brought to stable storage while it is filled', async () => {
  const handle = await open(import.meta.filename);
  const flush = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'datasync');
  await handle.close();
  const { tools } = workspace.context;
  const filled: string[] = [];
  // Does its work, and ends only once the file that it fills was flushed.
  const run: typeof tools.run = async (tool, args, options) => {
    const ended = await tools.run(tool, args, options);
    if (tool !== 'wimlib-imagex' || args[0] !== 'apply') return ended;
    const [, , , volume = ''] = args;
    await vi.waitUntil(() => flush.mock.contexts.some((file) => pathOf(file as typeof handle) === volume), 60_000);
    filled.push(basename(volume));
    return ended;
  };
  try {
    await buildAs('vmdk', { ...tools, run });
  } finally {
    flush.mockRestore();
  }
  expect(filled).toEqual([expect.stringMatching(/\.part-windows\.vmdk$/)]);
});

function pathOf({ fd }: FileHandle): string | undefined {
  return fd < 0 ? undefined : readlinkSync(`/proc/self/fd/${fd}`);
}
