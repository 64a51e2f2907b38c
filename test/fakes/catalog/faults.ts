/** What can go wrong between a client and the catalog, switched on per path and for so many requests. */

export type FaultKind =
  /** Status 503, or another one. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** At most so many bytes every 20 ms. */
  | { readonly kind: 'slow'; readonly bytesPerTick: number }
  /** Nothing more after the headers. */
  | { readonly kind: 'stall' }
  /** The connection is cut after this share (0..1) of the body that the answer would have. */
  | { readonly kind: 'cut'; readonly at: number }
  /** A Content-Length that is so many bytes off. */
  | { readonly kind: 'wrong-length'; readonly by: number }
  /** One byte in the middle is another one. */
  | { readonly kind: 'corrupt' }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** A range is ignored, or answered with 416. */
  | { readonly kind: 'no-range' }
  | { readonly kind: 'bad-range' }
  /** The catalog's frame without an answer, its error page, its thank-you page. */
  | { readonly kind: 'shell' }
  | { readonly kind: 'error-page'; readonly number: string }
  | { readonly kind: 'thanks' }
  /** Any page, to stand for one that has changed. */
  | { readonly kind: 'html'; readonly html: string };

export type Fault = FaultKind & {
  /** Which paths (with query) it hits. */
  readonly match: RegExp;
  /** How many requests it hits (default: all). */
  readonly times?: number;
  /** Requests that match and are let through before it begins. */
  readonly after?: number;
};

export interface FaultPlan {
  add(fault: Fault): void;
  clear(): void;
  /** The fault for this request, counted as used. */
  next(path: string): Fault | undefined;
}

export function createFaultPlan(faults: readonly Fault[]): FaultPlan {
  let active = faults.map(counted);
  return {
    add: (fault) => {
      active.push(counted(fault));
    },
    clear: () => {
      active = [];
    },
    next: (path) => {
      for (const entry of active) {
        if (!entry.fault.match.test(path) || entry.left === 0) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        return entry.fault;
      }
      return undefined;
    },
  };
}

function counted(fault: Fault): { fault: Fault; left: number; skip: number } {
  return { fault, left: fault.times ?? Number.POSITIVE_INFINITY, skip: fault.after ?? 0 };
}
