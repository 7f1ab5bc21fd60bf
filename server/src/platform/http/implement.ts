import type { BodyOf, Endpoint, OutputOf, ParamsOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { Database } from '../db/database.ts';
import type { PortalScope, Scope } from '../db/scope.ts';

/** What a handler gets: the parsed input and, unless the call is public, the caller's scope. */
export type Call<E extends Endpoint> = {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly scope: E['permission'] extends 'public'
    ? null
    : E['permission'] extends 'client'
      ? PortalScope
      : Scope;
  /** Version that the caller worked on; 0 where the endpoint asks for none. */
  readonly version: number;
  readonly request: {
    readonly id: string;
    readonly address: string;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  };
  readonly reply: {
    /** Adds a response header; a second `set-cookie` is added, not replaced. */
    header(name: string, value: string): void;
  };
};

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<OutputOf<E>>;

/** One handler for each endpoint of a noun; a missing one does not compile. */
export type Handlers<Noun extends Record<string, Endpoint>> = {
  readonly [Name in keyof Noun]: Handler<Noun[Name]>;
};

/** What jobs, and routes that go on after their answer, may use beside a scope. */
export type Platform = {
  readonly database: Database;
  readonly log: {
    info(message: string): void;
    warn(message: string): void;
    error(error: unknown, message: string): void;
  };
};

/** An endpoint with its handler, ready to be mounted. */
export type Route = { readonly endpoint: Endpoint; readonly handler: Handler<Endpoint> };

/** Ties a noun's endpoints to their handlers. */
export function implement<Noun extends Record<string, Endpoint>>(
  noun: Noun,
  handlers: Handlers<Noun>,
): Route[] {
  return Object.entries(noun).map(([name, endpoint]) => ({
    endpoint,
    // Each handler was checked against its own endpoint by `Handlers`; here they become one list.
    handler: handlers[name as keyof Noun] as unknown as Handler<Endpoint>,
  }));
}
