/** Reads what a catalog title says. Titles are the catalog's only machine-readable description of an update. */

type TitleKind = 'cumulative' | 'servicing-stack' | 'dotnet' | 'dynamic' | 'other';

export interface TitleFacts {
  readonly kind: TitleKind;
  /** Servicing month `2026-11`. */
  readonly month: string | undefined;
  readonly kb: string | undefined;
  /** The operating system it names, without case and commas: `windows server 2019`. */
  readonly system: string | undefined;
  readonly architecture: 'x64' | 'x86' | 'arm64' | undefined;
  /** The architecture that stands anywhere in it, in whatever language. */
  readonly mentioned: 'x64' | 'x86' | 'arm64' | undefined;
  /** Trailing build of titles since late 2025, `26100.32860`. */
  readonly build: string | undefined;
  /** Versions of .NET Framework it names. */
  readonly runtimes: readonly string[];
  readonly preview: boolean;
  readonly hotpatch: boolean;
  readonly delta: boolean;
}

/** Total: any text gives facts, most of them undefined for a foreign one. */
export function readTitle(title: string): TitleFacts {
  const plain = normalise(title);
  const kind = kindOf(plain);
  return {
    kind,
    month: /^(\d{4}-(?:0[1-9]|1[0-2]))\b/.exec(plain)?.[1],
    kb: kbOf(plain),
    system:
      /\bfor ((?:windows|microsoft server|azure stack)[^()]*?(?: \(1809\))?)(?: for (?:x64|x86|arm64)|(?: \(kb)|$)/.exec(
        kind === 'dotnet' ? plain.replace(/for \.net framework/, '') : plain,
      )?.[1],
    architecture: /\bfor (x64|x86|arm64)\b/.exec(plain)?.[1] as TitleFacts['architecture'],
    mentioned: /\b(x64|x86|arm64)\b/.exec(plain)?.[1] as TitleFacts['mentioned'],
    build: /\((\d{5}\.\d{1,6})\)$/.exec(plain)?.[1],
    runtimes: kind === 'dotnet' ? runtimesOf(plain) : [],
    preview: /\bpreview\b/.test(plain),
    hotpatch: /\bhotpatch\b/.test(plain),
    delta: /\bdelta\b/.test(plain),
  };
}

/** `KB5005112` out of a title or file name. */
export function kbOf(text: string): string | undefined {
  const digits = /\bkb(\d{6,8})\b/i.exec(text)?.[1];
  return digits === undefined ? undefined : `KB${digits}`;
}

/** Lower case, commas dropped, white space single: the catalog writes the same name in several ways. */
export function normalise(text: string): string {
  return text.toLowerCase().replaceAll(',', ' ').replaceAll(/\s+/g, ' ').trim();
}

function kindOf(plain: string): TitleKind {
  if (/\.net framework/.test(plain)) return 'dotnet';
  // `2026-09 Dynamic Cumulative Update for …`, Products `Windows 10 and later GDR-DU`, is for media as well.
  if (/dynamic (?:cumulative )?update/.test(plain)) return 'dynamic';
  if (/servicing stack update/.test(plain)) return 'servicing-stack';
  if (/cumulative (?:security )?update(?: preview)? for/.test(plain)) return 'cumulative';
  return 'other';
}

function runtimesOf(plain: string): string[] {
  const list = /\.net framework ([\d. ]+(?:and [\d.]+)?)/.exec(plain)?.[1] ?? '';
  return list.match(/\d+(?:\.\d+)+/g) ?? [];
}
