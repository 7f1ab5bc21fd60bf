import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { errorStatus, problem } from './error.ts';

type Json = Record<string, unknown>;

/**
 * The OpenAPI 3.1 document of a table of endpoints, from the very schemas that check each call.
 * @param api nouns, each with its endpoints by name.
 */
export function openApiDocument(
  api: Record<string, Record<string, Endpoint>>,
  info: { version: string },
): Json {
  const paths: Record<string, Json> = {};
  for (const [noun, endpoints] of Object.entries(api)) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
      const item = paths[path] ?? {};
      paths[path] = { ...item, [endpoint.method.toLowerCase()]: operation(noun, name, endpoint) };
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Evenkeel API',
      version: info.version,
      description: description(),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    tags: Object.keys(api).map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'evenkeel.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: jsonSchema(problem, 'output') },
    },
  };
}

function operation(noun: string, name: string, endpoint: Endpoint): Json {
  const body = jsonSchema(endpoint.body, 'input');
  const hasBody =
    endpoint.method !== 'GET' && Object.keys((body.properties ?? body) as Json).length > 0;
  return {
    operationId: `${noun}.${name}`,
    tags: [noun],
    summary: endpoint.summary,
    description: `Needs the permission **${endpoint.permission}**.`,
    ...(endpoint.permission === 'public' ? { security: [] } : {}),
    parameters: [
      ...parameters(endpoint.params, 'path'),
      ...parameters(endpoint.query, 'query'),
      ...(endpoint.ifMatch ? [headerParameter('If-Match', 'The version you changed.', true)] : []),
      ...(endpoint.method === 'GET' || endpoint.permission === 'public'
        ? []
        : [
            headerParameter(
              'Idempotency-Key',
              'Makes a repeated call give the first answer.',
              false,
            ),
          ]),
    ],
    ...(hasBody
      ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
      : {}),
    responses: {
      200: {
        description: 'Done.',
        content: { 'application/json': { schema: jsonSchema(endpoint.output, 'output') } },
      },
      default: {
        description: 'Refused.',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  };
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input');
  return Object.entries(properties as Record<string, Json>).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (required as string[]).includes(name),
    schema: property,
  }));
}

function headerParameter(name: string, text: string, required: boolean): Json {
  return { name, in: 'header', required, description: text, schema: { type: 'string' } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function description(): string {
  const codes = Object.entries(errorStatus).map(([code, status]) => `| \`${code}\` | ${status} |`);
  return [
    'Money is whole minor units of the workspace’s currency, days are `YYYY-MM-DD`, effort is minutes,',
    'shares are basis points. Lists take `limit`, `cursor`, `sort` and `search`. Writes take',
    '`Idempotency-Key`; changes of a record take its version as `If-Match`. A deal is what other',
    'systems call an opportunity. Refusals are problem details (RFC 9457) with one of these codes:',
    '',
    '| code | status |',
    '|---|---|',
    ...codes,
  ].join('\n');
}
