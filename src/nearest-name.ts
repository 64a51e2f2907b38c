/** "Did you mean …": the known name closest to what was written. */

/**
 * @param furthest how many letters may differ (default: a third of them, at least two)
 * @returns the nearest of `names` by edit distance, or undefined when none is near enough to be meant
 */
export function nearestName(
  written: string,
  names: readonly string[],
  furthest: number = Math.max(2, Math.ceil(written.length / 3)),
): string | undefined {
  let best: string | undefined;
  let bestDistance = furthest + 1;
  for (const name of names) {
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
