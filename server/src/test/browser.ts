import { addressOf, type Endpoint, type OutputOf } from '@evenkeel/contract/endpoint';
import type { Problem } from '@evenkeel/contract/error';
import type { App } from '../app.ts';
import type { TestCall } from './app.ts';

export type TestBrowser = {
  /** What the browser keeps, by name. */
  readonly cookies: Map<string, string>;
  /** The Set-Cookie headers of the last answer, as sent. */
  setCookies(): readonly string[];
  call<E extends Endpoint>(endpoint: E, input?: TestCall<E>): Promise<OutputOf<E>>;
  refused<E extends Endpoint>(endpoint: E, input?: TestCall<E>): Promise<Problem>;
  /** Headers of the last answer. */
  header(name: string): string | undefined;
};

/** A browser of one person: it keeps cookies and says that its requests come from our own pages. */
export function openBrowser(app: App, headers: Record<string, string> = {}): TestBrowser {
  const cookies = new Map<string, string>();
  let last: Awaited<ReturnType<typeof send>> | null = null;

  async function send(endpoint: Endpoint, input: TestCall<Endpoint>) {
    const response = await app.http.inject({
      method: endpoint.method,
      url: addressOf(endpoint.path, input),
      remoteAddress: headers['x-test-address'] ?? '127.0.0.1',
      headers: {
        'sec-fetch-site': 'same-origin',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0',
        ...(cookies.size > 0 ? { cookie: cookieHeader(cookies) } : {}),
        ...(input.version === undefined ? {} : { 'if-match': `"${input.version}"` }),
        ...headers,
        ...input.headers,
      },
      // The contract's bodies are JSON objects.
      ...(input.body === undefined ? {} : { payload: input.body as object }),
    });
    const received = [response.headers['set-cookie'] ?? []].flat();
    for (const cookie of received) keep(cookies, cookie);
    return { response, received };
  }

  return {
    cookies,
    setCookies: () => last?.received ?? [],
    header: (name) => last?.response.headers[name]?.toString(),
    async call(endpoint, input = {}) {
      last = await send(endpoint, input);
      const { statusCode, body } = last.response;
      if (statusCode >= 300) throw new Error(`${endpoint.method} ${endpoint.path}: ${body}`);
      // Checked against the contract just now.
      return endpoint.output.parse(JSON.parse(body)) as OutputOf<typeof endpoint>;
    },
    async refused(endpoint, input = {}) {
      last = await send(endpoint, input);
      const { statusCode, body } = last.response;
      if (statusCode < 300)
        throw new Error(`${endpoint.method} ${endpoint.path} was not refused: ${body}`);
      // A refusal is always problem details.
      return JSON.parse(body) as Problem;
    },
  };
}

function keep(cookies: Map<string, string>, header: string): void {
  const [pair = '', ...attributes] = header.split('; ');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, equals);
  if (attributes.includes('Max-Age=0')) cookies.delete(name);
  else cookies.set(name, pair.slice(equals + 1));
}

function cookieHeader(cookies: Map<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}
