/** Bars as pictures inside a page: SVG whose numbers are attributes, which a policy without inline styles allows. */

import { type Html, html } from './html.ts';

export interface BarPiece {
  readonly size: number;
  /** The colour, a class of the style: `f1` to `f8`, `f0` for what is free, `fbad`. */
  readonly fill: string;
}

const WIDTH = 1000;

/**
 * @param label what it shows, for who cannot see it
 * @param total of the whole width; more than the sum of the pieces leaves room at the end
 * @param least units of 1000 that a piece has at least, so that it can be seen
 */
export function renderBar(
  pieces: readonly BarPiece[],
  { label, total, least = 0, className = '' }: { label: string; total: number; least?: number; className?: string },
): Html {
  const widths = pieces.map(({ size }) => (total > 0 ? Math.max((size / total) * WIDTH, least) : 0));
  const sum = widths.reduce((all, width) => all + width, 0);
  const scale = sum > WIDTH ? WIDTH / sum : 1;
  let x = 0;
  const rects = pieces.map(({ fill }, index) => {
    const width = (widths[index] ?? 0) * scale;
    const rect = html`<rect x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10" class="${fill}"/>`;
    x += width;
    return rect;
  });
  return html`<svg class="${className}" role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none">${rects}</svg>`;
}

/** A spot of a bar's colour, beside what it stands for. */
export function renderDot(fill: string): Html {
  return html`<svg class="dot" aria-hidden="true" viewBox="0 0 10 10"><rect width="10" height="10" class="${fill}"/></svg>`;
}
