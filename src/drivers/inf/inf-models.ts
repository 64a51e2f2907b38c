/**
 * Which devices an INF file installs on a given Windows. Source: "INF Manufacturer Section", "INF Models Section" (Microsoft Learn).
 * Of all Models sections whose decoration applies the most specific one is taken, even when it is empty: an empty section
 * is how a vendor says "not on these versions".
 */

import type { InfDocument } from './inf-document.ts';
import { applies, compareTargetOs, parseTargetOs, type TargetOs, type WindowsTarget } from './target-os.ts';

export interface HardwareId {
  /** `PCI\VEN_15AD&DEV_07C0`, upper case as Windows compares and stores them. */
  readonly id: string;
  /** `hardware`: the id named first, the exact match; `compatible`: one of those after it. */
  readonly match: 'hardware' | 'compatible';
}

export interface Model {
  readonly manufacturer: string;
  readonly description: string;
  /** Undecorated name of the install section. */
  readonly installSection: string;
  readonly ids: readonly HardwareId[];
  /** Ids with a `%strkey%` that no Strings section defines: Windows compares them as they stand, and no device is called that. */
  readonly undefinedIds: readonly string[];
  /** Line of the entry, from 1. */
  readonly line: number;
}

/** What Windows makes of one line of [Manufacturer]. */
export interface ManufacturerModels {
  readonly manufacturer: string;
  /** All decorations that the line names, as written. */
  readonly decorations: readonly string[];
  /** The decoration chosen for this Windows; undefined when none applies. */
  readonly chosen: TargetOs | undefined;
  /** Name of the chosen Models section; it may be empty or missing, which binds nothing. */
  readonly section: string | undefined;
  readonly models: readonly Model[];
}

/** @throws FormatError for an entry that is no model */
export function chooseModels(inf: InfDocument, target: WindowsTarget): readonly ManufacturerModels[] {
  return inf.entries('Manufacturer').map((entry) => {
    const manufacturer = entry.key ?? entry.values[0] ?? '';
    const [base = manufacturer, ...decorations] = entry.key === undefined ? [manufacturer] : entry.values;
    const candidates = decorations
      .map((text) => parseTargetOs(text))
      .filter((decoration) => decoration !== undefined)
      .filter((decoration) => applies(decoration, target));
    const chosen = candidates.sort((a, b) => compareTargetOs(b, a))[0] ?? undecorated(target);
    const section = chosen && (chosen.text === '' ? base : `${base}.${chosen.text}`);
    return {
      manufacturer,
      decorations: decorations.filter((text) => text !== ''),
      chosen,
      section,
      models: section === undefined ? [] : readModels(inf, section, manufacturer),
    };
  });
}

/** The models of every Models section that [Manufacturer] names, whatever Windows they are for. */
export function allModels(inf: InfDocument): readonly Model[] {
  return inf.entries('Manufacturer').flatMap((entry) => {
    const manufacturer = entry.key ?? entry.values[0] ?? '';
    const [base = manufacturer, ...decorations] = entry.key === undefined ? [manufacturer] : entry.values;
    const sections = new Set([base, ...decorations.map((text) => `${base}.${text}`)]);
    return [...sections].flatMap((section) => readModels(inf, section, manufacturer));
  });
}

/** Without a decoration that applies, an x86 system falls back to the section of the bare name; no other does. */
function undecorated(target: WindowsTarget): TargetOs | undefined {
  const any = { architecture: undefined, major: undefined, minor: undefined, productType: undefined };
  return target.architecture === 'x86' ? { text: '', ...any, suiteMask: undefined, build: undefined } : undefined;
}

const UNDEFINED_STRING = /%[^%]+%/;

/** `description = install-section, hardware-id[, compatible-id…]` */
function readModels(inf: InfDocument, section: string, manufacturer: string): readonly Model[] {
  return inf.entries(section).map((entry) => {
    const [installSection = '', hardwareId = '', ...compatibleIds] = entry.values;
    if (entry.key === undefined || installSection === '') {
      throw inf.wrongEntry(
        entry,
        'description = install-section, hardware-id',
        JSON.stringify(entry.values.join(', ')),
      );
    }
    const ids: HardwareId[] = [
      { id: hardwareId.toUpperCase(), match: 'hardware' as const },
      ...compatibleIds.map((id) => ({ id: id.toUpperCase(), match: 'compatible' as const })),
    ];
    return {
      manufacturer,
      description: entry.key,
      installSection,
      ids: ids.filter(({ id }) => id !== '' && !UNDEFINED_STRING.test(id)),
      undefinedIds: ids.map(({ id }) => id).filter((id) => UNDEFINED_STRING.test(id)),
      line: entry.line,
    };
  });
}
