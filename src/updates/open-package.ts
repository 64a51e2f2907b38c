/**
 * Opens a package: what it is by its own account, and on request the cabinets of the field's recipe (servicing stack and update).
 * The program that unpacks runs once, over the members that are needed.
 */

import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readCabDirectory } from '../archives/cab/cab-directory.ts';
import { ToolError, UserError } from '../errors.ts';
import { moveIntoPlace } from '../files/move-into-place.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';
import { compareText } from './compare-text.ts';
import { type Container, sniffContainer } from './container.ts';
import { expandMembers } from './expand-members.ts';
import { buildOfIdentity, type PackageIdentity, readIdentities, readPropertiesKb } from './package-identity.ts';
import { kbOf } from './update-title.ts';

export interface OpenedPackage {
  readonly container: Container;
  /** As the package itself says it, where it could be read. */
  readonly kb?: string;
  readonly identity?: PackageIdentity;
  /** All that it installs by its own account, a servicing stack beside it not counted; that one is the first. */
  readonly identities?: readonly PackageIdentity[];
  /** Windows build of its identity, `17763.9619`. */
  readonly build?: string;
  /** Version of the servicing stack inside, `17763.9603`. */
  readonly stack?: string;
  /** True when its metadata describe a hotpatch. */
  readonly hotpatch: boolean;
  /** Why something above could not be read. */
  readonly unread?: string;
  /** The cabinets that were asked for, in installation order. */
  readonly cabs: readonly ExtractedCab[];
}

interface ExtractedCab {
  readonly path: string;
  readonly name: string;
  readonly kind: 'servicing-stack' | 'update';
  /** Version of a servicing stack. */
  readonly version?: string;
}

/** `SSU-17763.8800-x64.cab` of combined packages. */
const STACK = /^SSU-(\d{5}\.\d+)-(?:x64|x86|arm64)\.cab$/i;
/** `Windows10.0-KB5005112-x64.cab`, with marks such as `_PSFX` or `-ndp48`. */
const UPDATE = /^Windows\d+\.\d+-KB\d{6,8}-[\w.-]+\.cab$/i;
/** Small texts that say what the package is. */
const TEXT = /^(?:Windows\d+\.\d+-KB\d+[\w.-]*\.xml|.*-pkgProperties\.txt|update\.mum)$/i;
const TEMPORARY = '.opening-stillframe-tmp-';
const METADATA = /\.AggregatedMetadata\.cab$/i;

/**
 * @param options.temp a folder for what is unpacked in passing
 * @param options.extractTo where the cabinets go; without it none are taken out
 * @throws UserError package-invalid when cabinets are asked for and the format does not allow it; FormatError for no package at all
 */
export async function openPackage(
  path: string,
  tools: ToolRunner,
  options: { readonly temp: string; readonly extractTo?: string },
): Promise<OpenedPackage> {
  const container = await sniffContainer(path);
  const { members, unread } = await listMembers(path, container, tools);
  const isPlainCab = container === 'cab' && members.some((name) => /^update\.mum$/i.test(name));
  const extract = options.extractTo === undefined || isPlainCab ? [] : cabsToExtract(path, container, members);
  if (unread !== undefined) return { container, ...factsOfNames(members), hotpatch: false, cabs: [], unread };
  // Beside the target, so that renaming stays on one volume.
  const parent = options.extractTo ?? options.temp;
  await mkdir(parent, { recursive: true });
  if (options.extractTo !== undefined) await removeLeftovers(options.extractTo);
  const folder = await mkdtemp(join(parent, TEMPORARY));
  try {
    const texts = members.filter((name) => isPlain(name) && (TEXT.test(name) || METADATA.test(name)));
    await unpackMembers({ path, container, folder, temp: options.temp }, [...texts, ...extract], tools);
    const facts = await readFacts(folder, members);
    return {
      container,
      ...facts,
      cabs:
        options.extractTo === undefined
          ? []
          : isPlainCab
            ? [itself(path)]
            : await moveCabs(path, extract, folder, options.extractTo),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A package that is a cabinet already needs no taking apart. */
function itself(path: string): ExtractedCab {
  return { path, name: basename(path), kind: 'update' };
}

/** What a killed run left; the folder belongs to one package, so nobody else works in it. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(TEMPORARY)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function readFacts(
  folder: string,
  members: readonly string[],
): Promise<Omit<OpenedPackage, 'container' | 'cabs'>> {
  const unpacked = (await readdir(folder)).sort(compareText);
  const text = async (pattern: RegExp): Promise<string | undefined> => {
    const name = unpacked.find((candidate) => pattern.test(candidate));
    return name === undefined ? undefined : readFile(join(folder, name), 'utf8');
  };
  const xml = (await text(/KB\d+-[\w.-]*(?<!_uup)\.xml$/i)) ?? (await text(/^update\.mum$/i));
  const identities = xml === undefined ? [] : readIdentities(xml);
  const [identity] = identities;
  const properties = await text(/-pkgProperties\.txt$/i);
  const names = factsOfNames(members);
  const kb = (properties && readPropertiesKb(properties)) || names.kb || kbOfIdentity(identity);
  const build = identity && buildOfIdentity(identity);
  const metadata = unpacked.find((name) => METADATA.test(name));
  return {
    ...names,
    ...(kb !== undefined && { kb }),
    ...(identity && { identity, identities }),
    ...(build !== undefined && { build }),
    hotpatch: metadata !== undefined && (await holdsHotpatch(join(folder, metadata))),
  };
}

/** What the names of the members tell by themselves. */
function factsOfNames(members: readonly string[]): Pick<OpenedPackage, 'kb' | 'stack'> {
  const named = members.find((name) => UPDATE.test(name) || /^Windows\d+\.\d+-KB\d+-[\w.-]+\.wim$/i.test(name));
  const kb = named === undefined ? undefined : kbOf(named);
  const stack = members.map(stackVersion).find((version) => version !== undefined);
  return { ...(kb !== undefined && { kb }), ...(stack !== undefined && { stack }) };
}

/** Hotpatches look like cumulative updates from outside; their metadata do not. */
async function holdsHotpatch(metadata: string): Promise<boolean> {
  return (await readCabDirectory(metadata)).some(({ name }) => /hotpatchcompdb/i.test(name));
}

function kbOfIdentity(identity: PackageIdentity | undefined): string | undefined {
  return identity && kbOf(identity.name.replaceAll('_', '-'));
}

function stackVersion(member: string): string | undefined {
  return STACK.exec(member)?.[1];
}

function cabsToExtract(path: string, container: Container, members: readonly string[]): string[] {
  if (container === 'wim') throw cannotExtract(path, 'it is a WIM container, whose parts DISM cannot add one by one');
  if (members.some((name) => /\.psf$/i.test(name))) {
    throw cannotExtract(path, 'its content is in a .psf of differences, which needs the whole package');
  }
  const wanted = members.filter((name) => STACK.test(name) || UPDATE.test(name));
  if (wanted.some((name) => UPDATE.test(name))) return wanted;
  throw cannotExtract(path, 'it holds no cabinet named Windows…-KB….cab');
}

async function moveCabs(
  path: string,
  wanted: readonly string[],
  folder: string,
  target: string,
): Promise<ExtractedCab[]> {
  const unpacked = await readdir(folder);
  const cabs: ExtractedCab[] = [];
  for (const name of wanted.toSorted(compareCabs)) {
    if (!unpacked.includes(name)) throw cannotExtract(path, `${name} was not unpacked`);
    await moveIntoPlace(join(folder, name), join(target, name));
    const version = stackVersion(name);
    cabs.push({
      path: join(target, name),
      name,
      kind: version === undefined ? 'update' : 'servicing-stack',
      ...(version !== undefined && { version }),
    });
  }
  return cabs;
}

/** The servicing stack before the update that comes with it. */
function compareCabs(a: string, b: string): number {
  return Number(UPDATE.test(a)) - Number(UPDATE.test(b)) || compareText(a, b);
}

/** A member's name becomes a file name: one plain segment. */
function isPlain(name: string): boolean {
  return /^[\w.-]{1,200}$/.test(name) && !name.startsWith('.');
}

interface Members {
  readonly members: readonly string[];
  /** Why they cannot be unpacked. */
  readonly unread?: string;
}

/** A WIM is listed by 7-Zip, which takes it for a cabinet by its name; on a Windows without it by DISM, which unpacks it as a whole alone. */
async function listMembers(path: string, container: Container, tools: ToolRunner): Promise<Members> {
  if (container === 'cab') return { members: (await readCabDirectory(path)).map(({ name }) => name) };
  if (await tools.has('7zz')) {
    const { stdout } = await tools.run('7zz', ['l', '-twim', '-slt', '-ba', '--', path]);
    return { members: [...stdout.matchAll(/^Path = (.+?)\r?$/gm)].map((match) => match[1] ?? '') };
  }
  const missing = '7-Zip, which reads WIM containers, is not installed';
  if (process.platform !== 'win32') return { members: [], unread: missing };
  try {
    const args = ['/English', '/List-Image', `/ImageFile:${path}`, '/Index:1'];
    const { stdout } = await tools.run('dism.exe', args);
    const members = [...stdout.matchAll(/^\\(.*[^\\\r\n])\r?$/gm)].map((match) => match[1] ?? '');
    return { members, unread: `only the names of its files are known: ${missing}` };
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return {
      members: [],
      unread: `${missing}, and ${error.message}${error.explanation ? `: ${error.explanation}` : ''}`,
    };
  }
}

/** 7-Zip where there is one; else expand.exe, which every Windows has. Only the named members, flat into the folder. */
async function unpackMembers(
  { path, container, folder, temp }: Readonly<Record<'path' | 'folder' | 'temp', string>> & { container: Container },
  members: readonly string[],
  tools: ToolRunner,
): Promise<void> {
  if (members.length === 0) return;
  try {
    if (container === 'wim' || process.platform !== 'win32' || (await tools.has('7zz'))) {
      const includes = members.map((member) => `-i!${member}`);
      await tools.run('7zz', ['e', `-t${container}`, '-y', '-bd', '-bso0', `-o${folder}`, ...includes, '--', path]);
      return;
    }
    await expandMembers(path, members, folder, temp, tools);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    throw new UserError(
      'package-invalid',
      `${path} could not be unpacked: ${error.message}: ${error.tail.split('\n').at(-1) ?? ''}`,
      // Its directory could be read: it need not be the package that is wrong.
      `${error.explanation ?? 'What the program printed says which file.'} Fetch the package again only where its SHA-1, the end of its name in the catalog, is another.`,
      { cause: error },
    );
  }
}

function cannotExtract(path: string, why: string): UserError {
  return new UserError(
    'package-invalid',
    `${path} cannot be taken apart: ${why}`,
    'Set extract: false and give the package itself to DISM.',
  );
}
