import type { Endpoint } from '@evenkeel/contract/endpoint';
import fastJson, { type AnySchema } from 'fast-json-stringify';
import { z } from 'zod';

type Write = (answer: unknown) => string;

/** One for each endpoint, whatever number of servers the process makes, as tests do. */
const writers = new WeakMap<Endpoint, Write>();

/**
 * Writes an endpoint's answer as JSON by its schema: what the schema lacks is not sent. The writer is
 * compiled with the endpoint's first answer; all at once took the start of the server seconds.
 */
export function answerWriter(endpoint: Endpoint): Write {
  return (answer) => {
    let write = writers.get(endpoint);
    if (write === undefined) {
      write = compileAnswer(endpoint);
      writers.set(endpoint, write);
    }
    return write(answer);
  };
}

/** Throws when the schema cannot be written down as JSON Schema. */
export function compileAnswer(endpoint: Endpoint): Write {
  const schema = z.toJSONSchema(endpoint.output, {
    target: 'draft-7',
    io: 'output',
    unrepresentable: 'any',
  });
  delete schema.$schema;
  // Zod's JSON Schema and the writer's type of one name the same thing by different types.
  return fastJson(schema as AnySchema);
}
