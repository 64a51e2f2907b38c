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
  /** Below the one of the id, such as `file`. */
  readonly part?: string;
  readonly action?: string;
  readonly body?: object;
  /** Name of the body's one parameter, which `/rest` wraps it in; left out where the body has several. */
  readonly parameter?: string;
  /** The same call twice does no more than once: it is sent again when its answer is lost. */
  readonly repeatable: boolean;
  /** Milliseconds without a byte after which the server counts as gone. */
  readonly idleTimeout?: number;
  /** By it the server knows the same request again, and carries it out once however often it is sent. */
  readonly token?: string;
  /** How `/rest` has it where that is another name, and not another spelling; it knows no `part`. */
  readonly old?: Partial<Pick<RestCall, 'resource' | 'action' | 'body'>> & {
    /** In place of the id. */
    readonly query?: Readonly<Record<string, string>>;
  };
  /** What the account needs for it, for messages. */
  readonly privileges?: string;
}

export const SESSION: Readonly<Record<RestStyle, string>> = {
  api: '/api/session',
  rest: '/rest/com/vmware/cis/session',
};

/** Path and query. */
export function restPath(
  style: RestStyle,
  call: Pick<RestCall, 'resource' | 'id' | 'part' | 'action' | 'old'>,
): string {
  if (style === 'api') {
    const { resource, id, part, action } = call;
    const below = [id, part].flatMap((one) => (one === undefined ? [] : `/${encodeURIComponent(one)}`)).join('');
    return `/api/${resource}${below}${action === undefined ? '' : `?action=${action}`}`;
  }
  const { resource, id, action, query } = { query: undefined, ...call, ...call.old };
  const below = id === undefined || query !== undefined ? '' : `/id:${encodeURIComponent(id)}`;
  const parameters = Object.entries({ ...(action !== undefined && { '~action': action }), ...query });
  const said = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `/rest/com/vmware/${resource}${below}${said === '' ? '' : `?${said}`}`;
}

/** Fields of the head that only this call has: `/api` takes the token there, `/rest` in the body. */
export function restHead(style: RestStyle, { token }: Pick<RestCall, 'token'>): Readonly<Record<string, string>> {
  return style === 'api' && token !== undefined ? { 'Client-Token': token } : {};
}

export function restBody(
  style: RestStyle,
  { body, parameter, token, old }: Pick<RestCall, 'body' | 'parameter' | 'token' | 'old'>,
): string | undefined {
  if (body === undefined) return undefined;
  if (style === 'api') return JSON.stringify(body);
  const given = old?.body ?? body;
  const wrapped = parameter === undefined ? given : { [parameter]: given };
  return JSON.stringify(token === undefined ? wrapped : { client_token: token, ...wrapped });
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
