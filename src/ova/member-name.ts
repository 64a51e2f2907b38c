/** How the files of an OVA are called, and how descriptors and manifests call them. */

/** The name without `./` in front, which tar adds when it packs a folder. */
export function memberName(name: string): string {
  return name.replace(/^(?:\.\/+)+/, '');
}

/** What macOS puts beside the files it packs: AppleDouble files (`._name`), its copies of them, the Finder's notes. */
export function isMacCompanion(name: string): boolean {
  const parts = name.split('/');
  return parts.includes('__MACOSX') || /^(\._|\.DS_Store$)/.test(parts.at(-1) ?? '');
}

/**
 * The member that a reference means: by its name as it is written, with its percent signs decoded (an href is a URI: DSP0243, section
 * 7.1), and each of these in the folder of the descriptor.
 */
export function findReferenced<T>(members: ReadonlyMap<string, T>, reference: string, descriptor = ''): T | undefined {
  const folder = descriptor.replace(/[^/]*$/, '');
  const plain = memberName(reference);
  const decoded = decodeReference(plain);
  for (const name of [plain, decoded, `${folder}${plain}`, `${folder}${decoded}`]) {
    const member = members.get(memberName(name));
    if (member !== undefined) return member;
  }
  return undefined;
}

function decodeReference(reference: string): string {
  try {
    return memberName(decodeURIComponent(reference));
  } catch {
    return reference;
  }
}
