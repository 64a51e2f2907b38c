/** From downloaded files to packages for the next step: opened, checked against what was promised, in installation order. */

import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { digestFile } from '../files/hash-file.ts';
import type { ProductFacts } from '../products/product.ts';
import type { Finding } from '../report/report.ts';
import type { Signature } from '../tools/signature.ts';
import type { ToolRunner } from '../tools/tool-runner.ts';
import { compareBuilds, parseBuild } from './build-number.ts';
import { checkSignature } from './check-signature.ts';
import type { FetchedUpdateFile } from './download-updates.ts';
import { type OpenedPackage, openPackage } from './open-package.ts';
import { type Orderable, orderPackages } from './order-packages.ts';
import type { PreparedPackage } from './prepared-package.ts';
import type { ApplyMode, UpdateFile } from './update.ts';

export interface PreparedFile extends FetchedUpdateFile {
  readonly opened: OpenedPackage;
  readonly signature: Signature;
  /** Build of Windows after this file: what it says inside, else what the catalog said. */
  readonly build: string | undefined;
}

export interface PrepareOptions {
  readonly facts: ProductFacts;
  readonly tools: ToolRunner;
  readonly temp: string;
  readonly signal: AbortSignal;
  /** Take the cabinets out. */
  readonly extract: boolean;
}

/** @throws UserError package-invalid when a file is not what the catalog said it is, or cannot be taken apart */
export async function prepareFiles(
  files: readonly FetchedUpdateFile[],
  options: PrepareOptions,
): Promise<{ readonly prepared: readonly PreparedFile[]; readonly findings: readonly Finding[] }> {
  const prepared: PreparedFile[] = [];
  const findings: Finding[] = [];
  for (const entry of files) {
    const { path } = entry.fetched;
    const opened = await openPackage(path, options.tools, {
      temp: options.temp,
      ...(options.extract && { extractTo: join(path, '..', 'cabs') }),
    });
    requireWhatWasPromised(entry.file, opened, options.facts);
    const promised = entry.file.kind === 'checkpoint' ? undefined : entry.update.build;
    requireBuild(entry.file, opened, promised);
    const signature = await checkSignature(path, opened.container, options.tools);
    const build = entry.file.kind === 'dotnet' ? undefined : (opened.build ?? promised);
    findings.push(...findingsFor(entry.file, opened, signature, promised));
    prepared.push({ ...entry, opened, signature, build });
  }
  return { prepared, findings };
}

/** The packages of the output, in installation order. */
export async function packagesInOrder(
  files: readonly PreparedFile[],
  options: PrepareOptions,
): Promise<PreparedPackage[]> {
  const parts = await Promise.all(files.map((file) => partsOf(file, options)));
  return orderPackages(parts.flat()).map((part) => ({
    kb: part.kb,
    kind: part.kind,
    path: part.path,
    sha256: part.sha256,
    size: part.size,
    build: part.build ?? '',
    'apply-mode': part.applyMode,
    optional: part.optional,
    reason: part.reason,
  }));
}

type Part = Orderable & Pick<PreparedPackage, 'path' | 'sha256' | 'size' | 'optional'>;

async function partsOf(entry: PreparedFile, options: PrepareOptions): Promise<Part[]> {
  const { update, file, fetched, opened, build } = entry;
  const common = {
    kb: file.kb,
    optional: update.optional ?? false,
    ...(update.date !== undefined && { date: update.date }),
  };
  if (!options.extract) {
    const { path, sha256, size } = fetched;
    const applyMode = applyModeOf(file, options.facts);
    return [
      {
        ...common,
        kind: file.kind,
        name: file.name,
        path,
        sha256,
        size,
        applyMode,
        ...(build !== undefined && { build }),
      },
    ];
  }
  return Promise.all(
    opened.cabs.map(async (cab): Promise<Part> => {
      const hashed = await digestFile(cab.path, options.signal);
      const version = cab.version ?? build;
      return {
        ...common,
        kind: cab.kind === 'servicing-stack' ? 'servicing-stack' : file.kind,
        name: cab.name,
        path: cab.path,
        sha256: hashed.sha256,
        size: hashed.size,
        applyMode: 'add-package',
        ...(version !== undefined && { build: version }),
      };
    }),
  );
}

function applyModeOf(file: UpdateFile, facts: ProductFacts): ApplyMode {
  if (file.kind === 'checkpoint') return 'with-target';
  return file.kind === 'cumulative' && facts.checkpoints ? 'folder-target' : 'add-package';
}

function requireWhatWasPromised(file: UpdateFile, opened: OpenedPackage, facts: ProductFacts): void {
  const refuse = (what: string, hint: string): UserError =>
    new UserError('package-invalid', `${file.name} ${what}`, hint);
  if (opened.hotpatch) {
    throw refuse(
      'is a hotpatch inside: it needs a running system at its baseline',
      'Choose the regular cumulative update of that month.',
    );
  }
  if (opened.kb !== undefined && file.kb !== '' && opened.kb !== file.kb) {
    throw refuse(
      `says it is ${opened.kb}, expected ${file.kb}`,
      'The catalog or the packages-file names the wrong file: report it.',
    );
  }
  if (opened.container === 'wim' && !facts.checkpoints) {
    throw refuse(
      `is a WIM container, which ${facts.name} cannot open`,
      'It is for Windows Server 2025 or newer: check product and the list of packages.',
    );
  }
  // Packages of Server 2025 tell their Windows by the servicing stack that they bring.
  const built = opened.build ?? opened.stack;
  if (file.kind !== 'dotnet' && built !== undefined && Number(built.slice(0, 5)) !== facts.build) {
    throw refuse(
      `is for Windows build ${built.slice(0, 5)}, not ${facts.build} (${facts.name})`,
      'Check product and the list of packages.',
    );
  }
}

/** A KB that was released again may lie in the catalog in its older form still: a template with it would have less than was asked for. */
function requireBuild(file: UpdateFile, { build }: OpenedPackage, promised: string | undefined): void {
  const [own, least] = [parseBuild(build ?? ''), parseBuild(promised ?? '')];
  if (!own || !least || file.kind === 'servicing-stack' || compareBuilds(own, least) >= 0) return;
  throw new UserError(
    'package-invalid',
    `${file.name} leads to build ${build} by its own account, older than ${promised}, which the release information or its title promises`,
    'The catalog may not have the newest form of it yet: run this step again later. If the release information is wrong, set release-info-url: none.',
  );
}

function findingsFor(
  file: UpdateFile,
  opened: OpenedPackage,
  signature: Signature,
  promised: string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  if (signature.state === 'unsigned') {
    findings.push({
      code: 'package-unsigned',
      severity: 'info',
      seen: `${file.name} carries no signature (${signature.by}); its hash is what was pinned.`,
      remedy: 'Expected for sample packages only: packages of Microsoft are signed.',
    });
  }
  if (
    opened.build !== undefined &&
    promised !== undefined &&
    file.kind !== 'servicing-stack' &&
    opened.build !== promised
  ) {
    findings.push({
      code: 'build-differs',
      severity: 'warning',
      seen: `${file.name} leads to build ${opened.build} by its own account, the release information says ${promised}.`,
      remedy: 'It is the newer one, and is believed: the finished image has to have that build.',
    });
  }
  if (opened.unread !== undefined) {
    findings.push({
      code: 'package-not-opened',
      severity: 'info',
      seen: `${file.name} was not looked into: ${opened.unread}.`,
      remedy: 'Its hash was verified; install 7-Zip to have it checked before it is applied.',
    });
  }
  return findings;
}
