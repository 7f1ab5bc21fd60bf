import { z } from 'zod';

/** What somebody may do in the firm, from anyone to the owner. Each right includes those before it. */
export const permissions = [
  'public',
  'signed-in',
  'read',
  'write',
  'manage',
  'administer',
  'own',
] as const;
/** A right within the firm. */
export type Right = (typeof permissions)[number];
/** `client` stands apart: the portal is for client users only, whatever somebody may do in the firm. */
export type Permission = Right | 'client';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Any zod object schema, as parameters, query or body. */
type AnyObject = z.ZodType<object, object>;

/**
 * One value that holds everything about one call: the server is checked against it, the browser's
 * client and the OpenAPI document are derived from it.
 *
 * `ifMatch`: the call names the version it was made on (`If-Match`), and is refused with
 * `stale-version` when the record has moved on.
 */
export type Endpoint<
  Params extends AnyObject = AnyObject,
  Query extends AnyObject = AnyObject,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Access extends Permission = Permission,
> = {
  readonly method: Method;
  readonly path: string;
  readonly permission: Access;
  readonly summary: string;
  readonly ifMatch: boolean;
  /** Largest body in bytes; null for the server's default of 1 MiB. */
  readonly bodyLimit: number | null;
  /** Its body or answer holds a secret: nothing of it is kept for a repeated `Idempotency-Key`. */
  readonly isSecret: boolean;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly output: Output;
};

const nothing = z.object({});
type Nothing = typeof nothing;

/** Declares a call. What is left out is empty. */
export function endpoint<
  Output extends z.ZodType,
  const Access extends Permission,
  Params extends AnyObject = Nothing,
  Query extends AnyObject = Nothing,
  Body extends z.ZodType = Nothing,
>(parts: {
  method: Method;
  path: string;
  permission: Access;
  summary: string;
  ifMatch?: boolean;
  bodyLimit?: number;
  isSecret?: boolean;
  params?: Params;
  query?: Query;
  body?: Body;
  output: Output;
}): Endpoint<Params, Query, Body, Output, Access> {
  return {
    method: parts.method,
    path: parts.path,
    permission: parts.permission,
    summary: parts.summary,
    ifMatch: parts.ifMatch ?? false,
    bodyLimit: parts.bodyLimit ?? null,
    isSecret: parts.isSecret ?? false,
    // What is left out takes the default of its type parameter, which is `Nothing`.
    params: parts.params ?? (nothing as unknown as Params),
    query: parts.query ?? (nothing as unknown as Query),
    body: parts.body ?? (nothing as unknown as Body),
    output: parts.output,
  };
}

/** Answer of a list: some rows, and the cursor that asks for the next ones (null at the end). */
export function page<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), nextCursor: z.string().nullable(), total: z.int() });
}

/**
 * What every list takes. `sort` names a column, with a leading minus for descending; the first of
 * `sort` is the default.
 */
export function listQuery<
  const Sort extends readonly [string, ...string[]],
  Filter extends z.ZodRawShape,
>(sort: Sort, filter: Filter) {
  type Direction = Sort[number] | `-${Sort[number]}`;
  // Each key with and without a minus: the type says the same as the value.
  const directions = sort.flatMap((key) => [key, `-${key}`]) as [Direction, ...Direction[]];
  return z.object({
    limit: z.coerce.number().int().min(1).max(5_000).default(200),
    cursor: z.string().max(1_000).optional(),
    // zod types the default by every key at once; the first direction is one of them.
    sort: z.enum(directions).default(() => directions[0] as never),
    search: z.string().trim().max(200).optional(),
    /** Only these records: what a browser asks for when it hears that they changed. */
    ids: commaList(z.uuid()).optional(),
    ...filter,
  });
}

/** A list in a query string: `?stageId=a,b`. */
export function commaList<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z
    .string()
    .transform((text) => (text === '' ? [] : text.split(',')))
    .pipe(z.array(item).max(200));
}

/** What a caller gives: parameters of the path, query, body, and the version a change was made on. */
export type CallInput<E extends Endpoint> = {
  params?: ParamsOf<E>;
  query?: QueryInputOf<E>;
  body?: BodyInputOf<E>;
  version?: number;
};

/** The address of a call, with its parameters filled in and what is undefined left out. */
export function addressOf(
  path: string,
  input: { params?: object | undefined; query?: object | undefined },
): string {
  const params = Object.entries(input.params ?? {});
  const filled = params.reduce(
    (url, [name, value]) => url.replace(`:${name}`, encodeURIComponent(String(value))),
    path,
  );
  const query = Object.entries(input.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** An answer that is the bytes of a file, sent as they are read. */
export const bytes = z.custom<AsyncIterable<Uint8Array>>(
  (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
);

/** The empty answer of a call that only does something. */
export const done = z.object({});

export type ParamsOf<E extends Endpoint> = z.infer<E['params']>;
export type QueryOf<E extends Endpoint> = z.infer<E['query']>;
export type QueryInputOf<E extends Endpoint> = z.input<E['query']>;
export type BodyOf<E extends Endpoint> = z.infer<E['body']>;
export type BodyInputOf<E extends Endpoint> = z.input<E['body']>;
export type OutputOf<E extends Endpoint> = z.infer<E['output']>;
