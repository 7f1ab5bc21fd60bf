import { customFieldKinds, customFieldTypes } from '@evenkeel/core/custom-field';
import type { CustomFieldId } from '@evenkeel/core/id';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { id, instant, version } from './scalars.ts';

const params = z.object({ id: id<CustomFieldId>() });
const name = z.string().trim().min(1, 'is needed').max(80, 'is longer than 80 characters');
const kind = z.enum(customFieldKinds);

/** One of the values that a field offers; its id stays when its name changes. */
const choice = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be letters, digits, - and _'),
  name,
});

/** A field of the firm's own on one kind of record. */
export const customFieldView = z.object({
  id: id<CustomFieldId>(),
  version,
  kind,
  name: z.string(),
  type: z.enum(customFieldTypes),
  choices: z.array(choice),
  position: z.int(),
  deletedAt: instant.nullable(),
});
export type CustomFieldView = z.infer<typeof customFieldView>;

/** A value: a text, number or amount in minor units, a day, ids of choices, true or false, a person's id. */
export const customValue = z.union([
  z.string().max(2_000),
  z.number(),
  z.boolean(),
  z.array(z.string()).max(100).readonly(),
]);

const choices = z
  .array(choice)
  .max(100, 'has more than 100 choices')
  .refine(
    (list) => new Set(list.map((one) => one.id)).size === list.length,
    'names one choice twice',
  );

export const customFields = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/custom-fields',
    permission: 'read',
    summary: 'The fields of the firm’s own, in order; deleted ones too when asked for.',
    query: z.object({
      kind: kind.optional(),
      withDeleted: z.enum(['true', 'false']).default('false'),
    }),
    output: z.object({ rows: z.array(customFieldView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/custom-fields',
    permission: 'manage',
    summary: 'Add a field to a kind of record. Its type stays what it is.',
    body: z.object({ kind, name, type: z.enum(customFieldTypes), choices: choices.optional() }),
    output: customFieldView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/custom-fields/:id',
    permission: 'manage',
    summary: 'Change the name, the choices or the place of a field.',
    ifMatch: true,
    params,
    body: z.object({ name, choices, position: z.int().min(0).max(1_000) }).partial(),
    output: customFieldView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/custom-fields/:id',
    permission: 'manage',
    summary: 'Delete a field; its values are kept, and the history still tells them.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/custom-fields/:id/restore',
    permission: 'manage',
    summary: 'Take a deleted field back, with its values.',
    params,
    output: customFieldView,
  }),
  values: endpoint({
    method: 'GET',
    path: '/api/v1/custom-values',
    permission: 'read',
    summary: 'Values of custom fields, of all records of a kind or of one.',
    query: z.object({ kind, subjectId: z.uuid().optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          subjectId: z.uuid(),
          values: z.record(z.string(), customValue).describe('By the id of the field.'),
        }),
      ),
    }),
  }),
  setValues: endpoint({
    method: 'POST',
    path: '/api/v1/custom-values',
    permission: 'write',
    summary: 'Set custom fields on records, all or none; null takes a value away.',
    body: z.object({
      kind,
      records: z
        .array(
          z.object({
            id: z.uuid(),
            values: z.record(id<CustomFieldId>(), customValue.nullable()),
          }),
        )
        .min(1)
        .max(2_000),
    }),
    output: done,
  }),
};
