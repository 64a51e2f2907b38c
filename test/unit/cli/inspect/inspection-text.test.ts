import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../../../src/cli/inspect/inspect-image.ts';
import { inspectionText } from '../../../../src/cli/inspect/inspection-text.ts';
import { createPaint } from '../../../../src/cli/paint.ts';
import { sampleLayout } from '../../actions/sample-layout.ts';

const SOUND: Inspection = {
  path: 'a.vhd',
  check: { verdict: 'unproven', findings: [], layout: sampleLayout(), format: 'vhd-dynamic' },
  esp: 'fallback-loader',
  bootStore: 'starts-windows',
  windows: {
    name: 'Windows Server 2019 Standard',
    installation: 'Server Core',
    build: { registry: '17763.8027', manifest: '17763.1' },
  },
  vmwareTools: true,
};
const plain = createPaint(false);
const text = (change: Partial<Inspection>, columns = 60): string =>
  inspectionText({ ...SOUND, ...change }, plain, columns).join('\n');

it('shows a disk as it lies, and what is on it', () => {
  expect(text({})).toBe(
    [
      'a.vhd  vhd-dynamic',
      '',
      'GPT disk of 1 GiB, 512-byte sectors',
      '┌──────┬──────────────────────────────────────┬────────────┐',
      '│1 ESP │2 Windows                             │unallocated │',
      '└──────┴──────────────────────────────────────┴────────────┘',
      '',
      '   Partition  File system  Size     Share   Begins at',
      '1  ESP        FAT32        100 MiB  9.8 %   1 MiB',
      '2  Windows    NTFS         700 MiB  68.4 %  101 MiB',
      '',
      'ESP           starts by itself (\\EFI\\Boot)',
      'Boot store    starts the Windows of this disk',
      'Windows       Windows Server 2019 Standard (Server Core), build 17763.8027',
      'VMware Tools  installed',
      '',
      'no defect found; that its quiesced snapshots work is proven by a snapshot alone (verify-quiesce)',
    ].join('\n'),
  );
});

describe('facts', () => {
  it.each([
    [{ esp: 'none' }, 'ESP           there is none'],
    [{ esp: 'no-fallback-loader' }, 'ESP           has no loader in \\EFI\\Boot: a new VM finds nothing to start'],
    [{ esp: 'unreadable' }, 'ESP           cannot be read'],
    [{ bootStore: 'none' }, 'Boot store    there is none'],
    [{ bootStore: 'locates-windows' }, 'Boot store    looks for Windows on all volumes'],
    [{ bootStore: 'loader-dangling' }, 'Boot store    starts from a partition that is not on this disk'],
    [
      { bootStore: 'recovery-dangling' },
      'Boot store    starts Windows, and names a Recovery partition that is not on this disk',
    ],
    [{ bootStore: 'unreadable' }, 'Boot store    cannot be read'],
    [{ windows: { unreadable: 'x is damaged' } }, 'Windows       cannot be read: x is damaged'],
    [{ vmwareTools: false }, 'VMware Tools  not installed'],
  ] as const)('%j', (change, line) => {
    expect(text(change).split('\n')).toContain(line);
  });

  it('are told as far as they are known', () => {
    const known = (name?: string, registry?: string, manifest?: string) =>
      text({ windows: { name, installation: undefined, build: { registry, manifest } } });
    expect(known(undefined, undefined, '17763.5')).toContain('Windows       Windows, build 17763.5\n');
    expect(known('X')).toContain('Windows       X, build not known\n');
    const none = text({ windows: undefined });
    expect(none).toContain('Windows     none with a registry\n');
    expect(none).not.toContain('VMware Tools');
  });

  it('of a boot store are those of GPT disks alone', () => {
    const shown = text({ check: { ...SOUND.check, layout: { ...sampleLayout(), table: 'mbr' } } });
    expect(shown).toContain('MBR disk of 1 GiB');
    expect(shown).not.toContain('Boot store');
  });

  it('of an OVA are also its machine and its other disks', () => {
    const machine = {
      from: 'the OVF descriptor',
      firmware: 'efi',
      diskUuidEnabled: true,
      controllers: [{ kind: 'pvscsi', disks: 1 }],
      floppies: 0,
      vtpm: false,
      encrypted: false,
      guestId: undefined,
    } as unknown as NonNullable<Inspection['check']['machine']>;
    const others = [{ disk: 'data.vmdk', format: 'vmdk-streamOptimized', layout: sampleLayout() }];
    const shown = text({ check: { ...SOUND.check, machine, others } });
    expect(shown).toContain('\nMachine       efi, disks on pvscsi\n');
    expect(shown).toContain('\n\ndata.vmdk  vmdk-streamOptimized\n\nGPT disk of 1 GiB');
    const bare = { ...machine, firmware: undefined, controllers: [] };
    expect(text({ check: { ...SOUND.check, machine: bare } })).toContain(
      'Machine       firmware not said, disks on no controller\n',
    );
  });
});

it('tells findings by their weight, wrapped, and the verdict last', () => {
  const finding = (severity: 'error' | 'warning' | 'info', seen: string) =>
    ({ code: 'recovery-partition-protected', severity, seen, remedy: 'Do this and that.' }) as const;
  const findings = [finding('error', 'One two three'), finding('warning', 'Four!'), finding('info', 'Five.')];
  const check = { ...SOUND.check, verdict: 'failed', findings } as Inspection['check'];
  const lines = inspectionText({ ...SOUND, check }, createPaint(true), 12);
  expect(lines.slice(lines.findIndex((line) => line.includes('recovery-partition')))).toEqual([
    '\u001b[31merror\u001b[0m  \u001b[1mrecovery-partition-protected\u001b[0m',
    '  One two',
    '  three.',
    '  → Do this',
    '  and that.',
    '',
    '\u001b[33mwarning\u001b[0m  \u001b[1mrecovery-partition-protected\u001b[0m',
    '  Four!',
    '  → Do this',
    '  and that.',
    '',
    '\u001b[36minfo\u001b[0m  \u001b[1mrecovery-partition-protected\u001b[0m',
    '  Five.',
    '  → Do this',
    '  and that.',
    '',
    '\u001b[31mdefective: quiesced snapshots of it, or its start, will fail\u001b[0m',
  ]);
});

it('marks a Recovery partition, and draws no wider than is easy to read', () => {
  const check = { ...SOUND.check, layout: sampleLayout({ recovery: true }) };
  const lines = inspectionText({ ...SOUND, check }, createPaint(true), 300);
  expect(lines[3]).toHaveLength(100);
  expect(lines[4]).toContain('\u001b[31m3 Recovery\u001b[0m');
  expect(lines.some((line) => /^3 {2}Recovery .* protected$/.test(line))).toBe(true);
});
