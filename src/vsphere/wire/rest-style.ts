/**
 * The two spellings of vCenter's REST API: `/api` since 7.0 U2, whose bodies are the values themselves, and `/rest` before it, which wraps
 * every value (VMware, vSphere Automation API: "Structure changes of REST requests and responses").
 */

export type RestStyle = 'api' | 'rest';

export interface RestCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Such as `content/library/item`, the same in both. */
  readonly resource: string;
  readonly id?: string;
  readonly action?: string;
  readonly body?: object;
  /** Name of the body's one parameter, which `/rest` wraps it in; left out where the body has several. */
  readonly parameter?: string;
  /** The same call twice does no more than once: it is sent again when its answer is lost. */
  readonly repeatable: boolean;
  /** Milliseconds without a byte after which the server counts as gone. */
  readonly idleTimeout?: number;
}

export const SESSION: Readonly<Record<RestStyle, string>> = {
  api: '/api/session',
  rest: '/rest/com/vmware/cis/session',
};

/** Path and query. */
export function restPath(
  style: RestStyle,
  { resource, id, action }: Pick<RestCall, 'resource' | 'id' | 'action'>,
): string {
  const name = id === undefined ? '' : encodeURIComponent(id);
  if (style === 'api') {
    return `/api/${resource}${id === undefined ? '' : `/${name}`}${action === undefined ? '' : `?action=${action}`}`;
  }
  const query = action === undefined ? '' : `?~action=${action}`;
  return `/rest/com/vmware/${resource}${id === undefined ? '' : `/id:${name}`}${query}`;
}

export function restBody(
  style: RestStyle,
  { body, parameter }: Pick<RestCall, 'body' | 'parameter'>,
): string | undefined {
  if (body === undefined) return undefined;
  return JSON.stringify(style === 'rest' && parameter !== undefined ? { [parameter]: body } : body);
}

/** What an answer holds; undefined for an empty one. @throws SyntaxError for what is no JSON */
export function restValue(style: RestStyle, text: string): unknown {
  if (text.trim() === '') return undefined;
  const answer = JSON.parse(text) as unknown;
  return style === 'rest' ? (answer as { value?: unknown } | null)?.value : answer;
}

export interface RestRefusal {
  /** Lower case: not_found, unauthorized, already_exists …; empty when the answer says none. */
  readonly type: string;
  /** What it says for people; empty when it says nothing. */
  readonly text: string;
}

/** From an answer that is an error: both spellings are told apart by what is in it. */
export function restRefusal(text: string): RestRefusal {
  try {
    const answer = JSON.parse(text) as {
      error_type?: string;
      type?: string;
      messages?: readonly { default_message?: string }[];
      value?: { messages?: readonly { default_message?: string }[] };
    } | null;
    const messages = answer?.messages ?? answer?.value?.messages ?? [];
    const type = answer?.error_type ?? answer?.type?.split('.').at(-1) ?? '';
    return { type: type.toLowerCase(), text: messages.flatMap(({ default_message: one }) => one ?? []).join('; ') };
  } catch {
    return { type: '', text: '' };
  }
}
