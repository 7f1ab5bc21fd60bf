import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from './platform/start-error.ts';

export type Config = Readonly<z.infer<typeof configSchema>>;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(3000, 0, 65_535),
  EVENKEEL_DATA: z.string().default('.evenkeel'),
  DATABASE_URL: databaseAddress(),
  DATABASE_DIRECT_URL: databaseAddress(),
  EVENKEEL_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://evenkeel.example.com' })
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtp://user:password@host:587' })
    .optional(),
  EVENKEEL_MAIL_FROM: z.string().optional(),
  MAIL_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^(?=.{1,200}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'must be a domain like in.example.com')
    .optional(),
  INBOUND_SMTP_HOST: z.string().default('127.0.0.1'),
  INBOUND_SMTP_PORT: wholeNumber(null, 0, 65_535),
  INBOUND_MAIL_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; `openssl rand -hex 32` makes one')
    .optional(),
  EVENKEEL_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters; `openssl rand -hex 32` makes one')
    .optional(),
  EVENKEEL_OPEN_SIGNUP: z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .default('false'),
  FILE_STORE: z
    .enum(['database', 'disk', 's3'], { error: 'must be database, disk or s3' })
    .default('database'),
  FILE_FOLDER: z.string().optional(),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://s3.example.com' })
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')
    .optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(', ')}` }).default('warn'),
  EVENKEEL_POOL_SIZE: wholeNumber(10, 2, 1000),
  EVENKEEL_TRUST_PROXY: z.string().default('false'),
  PG_BIN_DIR: z.string().optional(),
});

const configSchema = environment.superRefine(requireStore).transform((set) => {
  const publicUrl = (set.EVENKEEL_URL ?? httpAddress(set.HOST, set.PORT)).replace(/\/+$/, '');
  return {
    host: set.HOST,
    port: set.PORT,
    /** Absolute; everything Evenkeel writes stands below it. */
    dataFolder: resolve(set.EVENKEEL_DATA),
    /** Null when the embedded database is used. */
    databaseUrl: set.DATABASE_URL ?? null,
    /** Past any pooler: for LISTEN, advisory locks and migrations. */
    databaseDirectUrl: set.DATABASE_DIRECT_URL ?? set.DATABASE_URL ?? null,
    /** Without a slash at the end. */
    publicUrl,
    smtpUrl: set.SMTP_URL ?? null,
    mailFrom: set.EVENKEEL_MAIL_FROM ?? `Evenkeel <evenkeel@${new URL(publicUrl).hostname}>`,
    /** Where answers to our mails go, and what is forwarded; null: nothing can be answered. */
    mailDomain: set.MAIL_DOMAIN ?? null,
    /** Where we take mail ourselves; null: nowhere. */
    inboundSmtp:
      set.INBOUND_SMTP_PORT === null
        ? null
        : { host: set.INBOUND_SMTP_HOST, port: set.INBOUND_SMTP_PORT },
    /** With which a provider signs the mail that it hands in over HTTP; null: none may. */
    inboundMailSecret: set.INBOUND_MAIL_SECRET ?? null,
    /** Where the bytes of files are kept from now on; what was kept elsewhere is read there. */
    fileStore: set.FILE_STORE,
    fileFolder: resolve(set.FILE_FOLDER ?? join(set.EVENKEEL_DATA, 'files')),
    /** Null while no store that speaks S3 is named. */
    s3: s3Of(set),
    /** Null: the server makes one and keeps it in the database, for all its processes. */
    secret: set.EVENKEEL_SECRET ?? null,
    /** Whether anybody may make a workspace of their own; else only the first visitor may. */
    isSignUpOpen: set.EVENKEEL_OPEN_SIGNUP === 'true',
    logLevel: set.LOG_LEVEL,
    poolSize: set.EVENKEEL_POOL_SIZE,
    /** True, false, or the addresses of the proxies whose X-Forwarded-… headers count. */
    trustProxy: trustedProxies(set.EVENKEEL_TRUST_PROXY),
    /** Folder of other `initdb` and `postgres` programs for the embedded database. */
    postgresBinFolder: set.PG_BIN_DIR === undefined ? null : resolve(set.PG_BIN_DIR),
  };
});

/** The settings the environment variables say, or a `StartError` naming every wrong one. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = configSchema.safeParse(withoutEmpty(env));
  if (read.success) return read.data;
  const lines = read.error.issues.map((found) => `  ${found.path.join('.')} ${found.message}`);
  throw new StartError(`These environment variables cannot be used:\n${lines.join('\n')}`);
}

type Environment = z.output<typeof environment>;

function s3Of(set: Environment) {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = set;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = set;
  return endpoint && bucket && accessKeyId && secretAccessKey
    ? { endpoint, bucket, region, accessKeyId, secretAccessKey }
    : null;
}

function requireStore(set: Environment, context: z.core.$RefinementCtx): void {
  if (set.FILE_STORE !== 's3' || s3Of(set)) return;
  context.addIssue({
    code: 'custom',
    path: ['FILE_STORE'],
    message: 'is s3: name S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY too',
  });
}

/** `PORT=` in a shell or compose file means "not set". */
function withoutEmpty(env: Record<string, string | undefined>): Record<string, string> {
  const set: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && value.trim() !== '') set[name] = value.trim();
  }
  return set;
}

function wholeNumber<Standard extends number | null>(
  standard: Standard,
  low: number,
  high: number,
) {
  const message = `must be a whole number from ${low} to ${high}`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((value) => value >= low && value <= high, message)
    .optional()
    .transform((value): number | Standard => value ?? standard);
}

function databaseAddress() {
  return z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be an address like postgresql://user:password@host:5432/evenkeel',
    })
    .optional();
}

function httpAddress(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function trustedProxies(text: string): boolean | string {
  if (text === 'true') return true;
  return text === 'false' ? false : text;
}
