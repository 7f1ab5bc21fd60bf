import type { GoalId, ObjectiveId, PersonId } from '@evenkeel/core/id';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import { id, instant, longText, recordName, reference, version } from './scalars.ts';

const objectiveId = id<ObjectiveId>();
const params = z.object({ id: objectiveId });

/** A part of a goal (ST-16): what has to be so, for the end result to come. */
export const objectiveRow = z.object({
  id: objectiveId,
  number: z.int(),
  version,
  name: z.string(),
  notes: z.string(),
  goal: reference<GoalId>(),
  owner: reference<PersonId>().nullable(),
  position: z.number(),
  kpiCount: z.int(),
  deletedAt: instant.nullable(),
});
export type ObjectiveRow = z.infer<typeof objectiveRow>;

const fields = {
  name: recordName,
  notes: longText,
  ownerId: id<PersonId>().nullable(),
  position: z.number(),
};

/** What can be changed on an objective. */
export const objectiveChange = z.object(fields).partial();
export type ObjectiveChange = z.infer<typeof objectiveChange>;

export const objectives = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/objectives',
    permission: 'read',
    summary: 'Objectives, the parts of goals.',
    query: listQuery(['position', 'number', 'name', 'goal'], {
      goalId: commaList(id<GoalId>()).optional(),
    }),
    output: page(objectiveRow),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/objectives',
    permission: 'write',
    summary: 'Add an objective to a goal.',
    body: z
      .object({ ...fields, goalId: id<GoalId>() })
      .partial()
      .required({ goalId: true, name: true }),
    output: objectiveRow,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/objectives/:id',
    permission: 'write',
    summary: 'Change fields of an objective.',
    ifMatch: true,
    params,
    body: objectiveChange,
    output: objectiveRow,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/objectives/:id',
    permission: 'write',
    summary:
      'Move an objective to the trash, where it stays for 30 days; its KPIs stay on the goal.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/objectives/:id/restore',
    permission: 'write',
    summary: 'Take an objective out of the trash.',
    params,
    output: objectiveRow,
  }),
};
