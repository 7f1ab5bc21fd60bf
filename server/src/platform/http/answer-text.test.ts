import { api } from '@evenkeel/contract';
import { endpoint } from '@evenkeel/contract/endpoint';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { answerWriter, compileAnswer } from './answer-text.ts';

const harbour = endpoint({
  method: 'GET',
  path: '/api/v1/harbour',
  permission: 'read',
  summary: 'A harbour.',
  output: z.object({ name: z.string(), berths: z.array(z.object({ metres: z.int() })) }),
});

test('sends what the schema of the answer names, and nothing else', () => {
  const write = answerWriter(harbour);
  const berth = { metres: 120, secret: 'of the harbour master' };
  const answer = { name: 'Ostsee', berths: [berth], secret: 'a token' };
  const sent = '{"name":"Ostsee","berths":[{"metres":120}]}';
  expect([write(answer), write(answer)]).toEqual([sent, sent]);
});

test('can be written for every endpoint', () => {
  const endpoints = Object.values(api).flatMap((noun) => Object.values(noun));
  expect(endpoints.length).toBeGreaterThan(600);
  for (const one of endpoints) expect(() => compileAnswer(one), one.path).not.toThrow();
});
