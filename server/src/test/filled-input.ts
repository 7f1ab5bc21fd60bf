import { z } from 'zod';

/** A value for each field of a schema, with an id of somebody else wherever an id can stand. */
export function filled(schema: z.ZodType, id: string): Record<string, unknown> {
  const { properties = {} } = jsonSchemaOf(schema);
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, property]) => {
      const value = valueFor(name, property, id);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The JSON Schemas that were made: one endpoint is asked with the ids of a hundred tables. */
const jsonSchemas = new Map<z.ZodType, JsonSchema>();

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known = jsonSchemas.get(schema);
  if (known) return known;
  // What zod makes of an object schema has the parts named below, or fewer.
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  jsonSchemas.set(schema, made);
  return made;
}

type JsonSchema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  minimum?: number;
  pattern?: string;
};

function valueFor(name: string, schema: JsonSchema, id: string): unknown {
  if (name === 'cursor' || name === 'before') return undefined;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.anyOf) return schema.anyOf[0] ? valueFor(name, schema.anyOf[0], id) : undefined;
  if (schema.type === 'array') return schema.items ? [valueFor(name, schema.items, id)] : [];
  if (schema.type === 'object') return objectFor(schema, id);
  return scalarFor(name, schema, id);
}

function objectFor(schema: JsonSchema, id: string): Record<string, unknown> {
  const properties = Object.entries(schema.properties ?? {});
  return Object.fromEntries(
    properties.map(([key, property]) => [key, valueFor(key, property, id)]),
  );
}

function scalarFor(name: string, schema: JsonSchema, id: string): unknown {
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(1, schema.minimum ?? 1);
  if (schema.type === 'boolean') return true;
  if (schema.format === 'date') return '2026-06-01';
  if (schema.format === 'uuid' || /ids?$/i.test(name)) return id;
  return name === 'search' || name === 'query' ? 'a' : `${name} of a stranger`;
}
