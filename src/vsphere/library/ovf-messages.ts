/** What vcenter/ovf/library-item says beside its answer (structure `result info`, API 6.5). */

interface OvfMessage {
  readonly message?: { readonly default_message?: string };
  readonly error?: { readonly messages?: readonly { readonly default_message?: string }[] };
  readonly issues?: readonly { readonly message?: { readonly default_message?: string } }[];
}

export interface OvfMessages {
  readonly errors?: readonly OvfMessage[];
  readonly warnings?: readonly OvfMessage[];
}

/** For people; what is without words is left out. */
export function sayOvfMessages({ errors = [], warnings = [] }: OvfMessages): {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
} {
  return { errors: errors.flatMap(wordsOf), warnings: warnings.flatMap(wordsOf) };
}

function wordsOf({ message, error, issues }: OvfMessage): readonly string[] {
  const said = [message, error?.messages?.[0], ...(issues ?? []).map((issue) => issue.message)];
  return said.flatMap((one) => one?.default_message ?? []);
}
