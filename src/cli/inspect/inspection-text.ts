/** An inspection as people read it in a terminal: the disk to scale, its partitions, what starts, what is wrong and what to do. */

import type { Verdict } from '../../check/verdict.ts';
import type { DiskLayout, LayoutPartition } from '../../disk/layout.ts';
import { isProtected, layoutPieces, layoutTitle, partitionTitle, scalePiece } from '../../disk/layout-pieces.ts';
import { drawScale } from '../../report/draw-scale.ts';
import type { Finding, Severity } from '../../report/report.ts';
import { formatSize } from '../../units.ts';
import type { Paint } from '../paint.ts';
import { tableText } from '../table-text.ts';
import { wrapText } from '../wrap-text.ts';
import type { BootStoreState, EspState, Inspection } from './inspect-image.ts';

const ESP_WORDS: Readonly<Record<EspState, string>> = {
  none: 'there is none',
  'fallback-loader': 'starts by itself (\\EFI\\Boot)',
  'no-fallback-loader': 'has no loader in \\EFI\\Boot: a new VM finds nothing to start',
  unreadable: 'cannot be read',
};

const STORE_WORDS: Readonly<Record<BootStoreState, string>> = {
  none: 'there is none',
  'starts-windows': 'starts the Windows of this disk',
  'locates-windows': 'looks for Windows on all volumes',
  'loader-dangling': 'starts from a partition that is not on this disk',
  'recovery-dangling': 'starts Windows, and names a Recovery partition that is not on this disk',
  unreadable: 'cannot be read',
};

const VERDICTS: Readonly<Record<Verdict & ('failed' | 'unproven'), string>> = {
  failed: 'defective: quiesced snapshots of it, or its start, will fail',
  unproven: 'no defect found; that its quiesced snapshots work is proven by a snapshot alone (verify-quiesce)',
};

const WIDEST_BAR = 100;

/** @param columns of the terminal */
export function inspectionText(inspection: Inspection, paint: Paint, columns: number): string[] {
  const { path, check } = inspection;
  const others = check.others ?? [];
  return [
    `${paint.bold(path)}  ${check.format}`,
    '',
    ...diskText(check.layout, paint, columns),
    '',
    ...factsText(inspection),
    ...others.flatMap(({ disk, format, layout }) => [
      '',
      `${paint.bold(disk)}  ${format}`,
      '',
      ...diskText(layout, paint, columns),
    ]),
    '',
    ...check.findings.flatMap((finding) => [...findingText(finding, paint, columns), '']),
    check.verdict === 'failed' ? paint.red(VERDICTS.failed) : paint.green(VERDICTS.unproven),
  ];
}

function diskText(layout: DiskLayout, paint: Paint, columns: number): string[] {
  const pieces = layoutPieces(layout);
  if (layout.partitions.length === 0) return [layoutTitle(layout)];
  const drawn = drawScale(pieces.map(scalePiece), Math.min(WIDEST_BAR, columns));
  const rows = pieces.flatMap(({ partition }) => (partition ? [rowOf(partition, layout.diskSize)] : []));
  return [
    layoutTitle(layout),
    ...drawn.split('\n').map((line) => line.replace(/\d+ Recovery/, paint.red)),
    '',
    ...tableText([['', 'Partition', 'File system', 'Size', 'Share', 'Begins at', ''], ...rows]),
  ];
}

function rowOf(partition: LayoutPartition, diskSize: number): string[] {
  const { index, fileSystem, size, offset } = partition;
  const share = (100 * size) / diskSize;
  return [
    String(index),
    partitionTitle(partition),
    fileSystem?.toUpperCase() ?? '-',
    formatSize(size),
    share < 0.1 ? '< 0.1 %' : `${share.toFixed(1)} %`,
    formatSize(offset),
    isProtected(partition) ? 'protected' : '',
  ];
}

function factsText({ check, esp, bootStore, windows, vmwareTools }: Inspection): string[] {
  const rows: string[][] = [];
  if (check.layout.table === 'gpt') rows.push(['ESP', ESP_WORDS[esp]], ['Boot store', STORE_WORDS[bootStore]]);
  rows.push(['Windows', windowsText(windows)]);
  if (windows !== undefined) rows.push(['VMware Tools', vmwareTools ? 'installed' : 'not installed']);
  const { machine } = check;
  if (machine) {
    const kinds = machine.controllers.map(({ kind }) => kind).join(', ');
    rows.push(['Machine', `${machine.firmware ?? 'firmware not said'}, disks on ${kinds || 'no controller'}`]);
  }
  return tableText(rows);
}

function windowsText(windows: Inspection['windows']): string {
  if (windows === undefined) return 'none with a registry';
  if ('unreadable' in windows) return `cannot be read: ${windows.unreadable}`;
  const { name, installation, build } = windows;
  const known = build.registry ?? build.manifest;
  const words = [name ?? 'Windows', ...(installation === undefined ? [] : [`(${installation})`])];
  return `${words.join(' ')}, ${known === undefined ? 'build not known' : `build ${known}`}`;
}

function findingText({ severity, code, seen, remedy }: Finding, paint: Paint, columns: number): string[] {
  const colours: Readonly<Record<Severity, (text: string) => string>> = {
    error: paint.red,
    warning: paint.yellow,
    info: paint.cyan,
  };
  return [
    `${colours[severity](severity)}  ${paint.bold(code)}`,
    ...wrapText(`${seen}${/[.!?]$/.test(seen) ? '' : '.'}`, columns, '  '),
    ...wrapText(`→ ${remedy}`, columns, '  '),
  ];
}
