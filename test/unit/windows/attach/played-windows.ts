/**
 * Windows played by a runner of programs: one disk that can be attached, with partitions that get letters and file systems by
 * diskpart. It refuses what Windows refuses; what a program is asked is remembered.
 */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ToolOutput } from '../../../../src/tools/tool-runner.ts';
import type { ImagePlan } from '../../../../src/windows/plan/image-plan.ts';
import { type RecordedTools, recordedTools, type ToolCall } from '../fake-tools.ts';

export interface PlayedWindows extends RecordedTools {
  /** Letter of each partition by its number. */
  readonly letters: Map<number, string>;
  readonly formatted: string[];
  attached: string | undefined;
  /** What each program was asked, in one line: script or program with its last words. */
  readonly story: string[];
  rootOf(letter: string): string;
}

export interface PlayOptions {
  readonly plan: ImagePlan;
  /** Where letters and volumes are. */
  readonly folder: string;
  readonly taken?: readonly string[];
  /** An answer that goes before ours. */
  readonly answer?: (call: ToolCall, windows: PlayedWindows) => Partial<ToolOutput> | undefined;
  /** GUID of the disk that comes up. */
  readonly diskGuid?: string;
  readonly elevated?: boolean;
}

const NUMBER = 7;

export function playWindows(options: PlayOptions): PlayedWindows {
  const { plan, folder, taken = ['C'] } = options;
  const rootOf = (letter: string): string => join(folder, `${letter}-drive`);
  const tools = recordedTools((call) => {
    windows.story.push(inWords(call));
    return options.answer?.(call, windows) ?? answer(call);
  });
  const windows: PlayedWindows = Object.assign(tools, {
    letters: new Map<number, string>(),
    formatted: [] as string[],
    attached: undefined as string | undefined,
    story: [] as string[],
    rootOf,
  });

  function answer(call: ToolCall): Partial<ToolOutput> {
    if (call.tool === 'powershell.exe') return { stdout: JSON.stringify(script(call)) };
    if (call.tool === 'diskpart.exe') return diskpart(diskpartLines(call));
    if (call.tool.endsWith('bcdboot.exe')) writeBootFiles(call.args[2] ?? '', windows);
    return {};
  }

  function script(call: ToolCall): unknown {
    const request = JSON.parse(String(call.options.input)) as { path?: string; folders?: string[] };
    switch (basename(call.args.at(-1) ?? '')) {
      case 'inspect-runner.ps1':
        return {
          elevated: options.elevated ?? true,
          windows: 'C:\\Windows',
          folders: request.folders?.map((path) => ({
            path,
            fileSystem: 'NTFS',
            dedup: 'NotAvailable',
            attributes: 'Directory',
          })),
        };
      case 'attach-disk.ps1':
        windows.attached = request.path;
        return { number: NUMBER };
      case 'detach-disk.ps1':
        windows.attached = undefined;
        for (const letter of windows.letters.values()) rmSync(rootOf(letter), { recursive: true, force: true });
        windows.letters.clear();
        return { attached: true };
      case 'inspect-disk.ps1':
        return {
          guid: `{${(options.diskGuid ?? plan.diskGuid).toUpperCase()}}`,
          size: plan.disk.size,
          partitions: plan.partitions.map(({ guid, offset, size }, index) => ({
            ...{ number: index + 1, guid: `{${guid}}`, offset, size },
            letter: windows.letters.get(index + 1) ?? '',
            volume: '',
          })),
          letters: [...taken, ...windows.letters.values()],
        };
      default:
        throw new Error(`unknown script ${call.args.at(-1)}`);
    }
  }

  function diskpart([disk, partition, command = '']: readonly string[]): Partial<ToolOutput> {
    const number = Number(/^select partition (\d)$/.exec(partition ?? '')?.[1]);
    if (disk !== `select disk ${NUMBER}` || Number.isNaN(number)) return { exitCode: 5, stderr: 'no such disk' };
    const letter = /^assign letter=(.)$/.exec(command)?.[1];
    if (letter !== undefined) {
      if (taken.includes(letter)) return { exitCode: 5, stderr: 'The specified drive letter is not free' };
      windows.letters.set(number, letter);
      mkdirSync(rootOf(letter), { recursive: true });
    } else if (/^remove letter=/.test(command)) windows.letters.delete(number);
    else windows.formatted.push(`${number} ${command}`);
    return { stdout: 'ok' };
  }

  return windows;
}

/** What bcdboot leaves on the volume that it is given, by a letter or a path. */
export function writeBootFiles(target: string, { rootOf }: Pick<PlayedWindows, 'rootOf'>): void {
  const root = /^[A-Z]:$/.test(target) ? rootOf(target.charAt(0)) : `${target}\\`;
  for (const path of ['EFI/Microsoft/Boot/BCD', 'EFI/Microsoft/Boot/bootmgfw.efi', 'EFI/Boot/bootx64.efi']) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), '');
  }
}

/** The lines of the script that diskpart was given. */
export function diskpartLines({ args, options }: ToolCall): readonly string[] {
  return readFileSync(join(options.cwd ?? '', args[1] ?? ''), 'latin1')
    .trimEnd()
    .split('\r\n');
}

function inWords(call: ToolCall): string {
  if (call.tool === 'diskpart.exe') return `diskpart: ${diskpartLines(call).join(', ')}`;
  if (call.tool === 'powershell.exe') return basename(call.args.at(-1) ?? '');
  return [
    basename(call.tool.replaceAll('\\', '/')),
    ...call.args.filter((arg) => !/^\/(?:ScratchDir|LogPath|English)/.test(arg)),
  ].join(' ');
}
