import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ToolError } from '../../../../src/errors.ts';
import { type GivenPackage, lookIntoPackages } from '../../../../src/windows/plan/look-into-packages.ts';
import type { UpdatePackage } from '../../../../src/windows/plan/update-package.ts';
import { writeCabinet } from '../../../media/updates/cabinet.ts';
import { recordedTools } from '../fake-tools.ts';

let folder: string;
let said: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-plain-'));
  said = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Inside {
  /** Of its text; none where undefined. */
  readonly identity?: readonly [name: string, version: string];
  readonly bytes?: Buffer;
  readonly known?: Partial<GivenPackage>;
}

/** Packages by the names of their files; 7-Zip is played. */
async function tell(packages: Readonly<Record<string, Inside>>): Promise<readonly UpdatePackage[]> {
  const given: GivenPackage[] = [];
  for (const [name, { bytes, known }] of Object.entries(packages)) {
    const path = join(folder, name);
    await writeFile(path, bytes ?? writeCabinet([{ name: 'update.mum', data: Buffer.from('x') }]));
    given.push({ path, size: 1, sha256: '', kb: undefined, kind: undefined, build: undefined, ...known });
  }
  const tools = recordedTools();
  const run: typeof tools.run = async (tool, args) => {
    const target = args.find((arg) => arg.startsWith('-o'))?.slice(2) ?? '';
    const { identity } = packages[args.at(-1)?.slice(folder.length + 1) ?? ''] ?? {};
    if (identity === undefined) throw new ToolError(tool, 2, 'Data Error');
    const [name, version] = identity;
    await writeFile(join(target, 'update.mum'), `<a><assemblyIdentity name="${name}" version="${version}"/></a>`);
    return { exitCode: 0, stdout: '', stderr: '' };
  };
  const warning = (text: string): void => void said.push(text);
  const log = { info: () => {}, warning, debug: () => {}, group: <T>(_: string, body: () => T) => body() };
  return lookIntoPackages(given, { tools: { ...tools, run }, temp: join(folder, 'temp'), log });
}

const brief = ({ kb, kind, build }: UpdatePackage): string => [kb, kind, build].join(' ');
const ROLLUP = 'Package_for_RollupFix';

describe('lookIntoPackages', () => {
  it('reads kind, number and build out of each package', async () => {
    const told = await tell({
      'a.msu': { identity: [ROLLUP, '17763.8880.1.5'], known: { kb: 'KB5087538' } },
      'b.cab': { identity: ['Package_for_KB5005112', '17763.2090.1.0'], known: { kb: 'KB1' } },
      'ssu-c.cab': { identity: ['Package_for_KB5005112', '17763.2090.1.0'] },
      'd.msu': { identity: ['Package_for_DotNetRollup_481', '10.0.1.2'] },
    });
    expect(told.map(brief)).toEqual([
      'KB5087538 cumulative 17763.8880',
      'KB1  ',
      'KB5005112 servicing-stack ',
      ' dotnet ',
    ]);
    expect(said).toEqual([
      `${join(folder, 'b.cab')} does not say what kind of update it is: it is installed once, in its place`,
    ]);
  });

  it('keeps what is known of a package whose kind is given, and adds the names that it says', async () => {
    const told = await tell({
      'a.msu': { identity: [ROLLUP, '26100.7.1.1'], known: { kind: 'servicing-stack', build: '26100.1', kb: 'KB1' } },
      'b.msu': { identity: [ROLLUP, '26100.2.1.1'], known: { build: '26100.3' } },
    });
    expect(told.map(brief)).toEqual(['KB1 servicing-stack 26100.1', ' cumulative 26100.3']);
    expect(told.map(({ identities }) => identities)).toEqual([
      [{ name: ROLLUP, version: '26100.7.1.1' }],
      [{ name: ROLLUP, version: '26100.2.1.1' }],
    ]);
    expect(said).toEqual([]);
  });

  it('keeps the version of a servicing stack that lies beside the update', async () => {
    const bytes = writeCabinet([
      { name: 'SSU-17763.8870-x64.cab', data: Buffer.from('x') },
      { name: 'update.mum', data: Buffer.from('x') },
    ]);
    const inside = { identity: [ROLLUP, '17763.8880.1.5'], bytes } as const;
    const told = await tell({
      'a.msu': inside,
      'b.msu': { ...inside, known: { kind: 'cumulative' } },
      'c.msu': { identity: ['x', '1'] },
    });
    expect(told.map(({ stack }) => stack)).toEqual(['17763.8870', '17763.8870', undefined]);
  });

  it('takes older cumulative updates for checkpoints where the release has them', async () => {
    const of = (revision: number, build = 26100): Inside => ({ identity: [ROLLUP, `${build}.${revision}.1.1`] });
    expect((await tell({ 'a.msu': of(33438), 'b.msu': of(1742), 'c.msu': of(9, 17763) })).map(brief)).toEqual([
      ' cumulative 26100.33438',
      ' checkpoint 26100.1742',
      ' cumulative 17763.9',
    ]);
    expect((await tell({ 'a.msu': of(1, 17763), 'b.msu': of(2, 17763) })).map(brief)).toEqual([
      ' cumulative 17763.1',
      ' cumulative 17763.2',
    ]);
    expect((await tell({ 'a.msu': of(5), 'b.msu': of(5) })).map(brief)).toEqual([
      ' cumulative 26100.5',
      ' cumulative 26100.5',
    ]);
  });

  it('goes by their servicing stacks where builds are not known', async () => {
    const of = (stack: string, known?: Partial<GivenPackage>): Inside => {
      const bytes = writeCabinet([{ name: `SSU-${stack}-x64.cab`, data: Buffer.from('x') }]);
      return { identity: ['of no kind', '1'], bytes, ...(known && { known }) };
    };
    const told = await tell({ 'a.msu': of('26100.1738'), 'b.msu': of('26100.32850'), 'c.msu': of('17763.1') });
    expect(told.map(brief)).toEqual([' checkpoint ', ' cumulative ', ' cumulative ']);
    expect((await tell({ 'a.msu': of('17763.1'), 'b.msu': of('17763.2') })).map(brief)).toEqual([
      ' cumulative ',
      ' cumulative ',
    ]);
    // A stack is not compared with a build.
    expect(
      (await tell({ 'a.msu': of('26100.1738'), 'b.msu': { identity: [ROLLUP, '26100.5.1.1'] } })).map(brief),
    ).toEqual([' cumulative ', ' cumulative 26100.5']);
    expect(
      (await tell({ 'a.msu': of('26100.9', { build: '26100.1' }), 'b.msu': of('26100.5', { build: '26100.2' }) })).map(
        brief,
      ),
    ).toEqual([' checkpoint 26100.1', ' cumulative 26100.2']);
  });

  it('refuses what is no package', async () => {
    await expect(tell({ 'a.msu': { bytes: Buffer.from('<html>') } })).rejects.toMatchObject({
      code: 'package-invalid',
      message: `${join(folder, 'a.msu')} is no update package: expected MSCF (a cabinet) or MSWIM (a WIM), found "<html>"`,
      hint: expect.stringContaining('Fetch it again'),
    });
  });

  it('leaves one whose kind is given without a name where it cannot be read: who gave it has looked', async () => {
    const known = { kind: 'cumulative', build: '26100.1' };
    const told = await tell({ 'a.msu': { bytes: Buffer.from('MSWIM a.msu'), known }, 'b.msu': { known } });
    expect(told.map(brief)).toEqual([' cumulative 26100.1', ' cumulative 26100.1']);
    expect(told.map(({ identities, stack }) => [identities, stack])).toEqual([
      [[], undefined],
      [[], undefined],
    ]);
  });

  it('refuses one that cannot be unpacked', async () => {
    await expect(tell({ 'a.msu': {} })).rejects.toMatchObject({ code: 'package-invalid' });
  });
});
