import { scopeStates } from '@evenkeel/core/deals/hand-off-sold';
import { stakeholderParts } from '@evenkeel/core/deals/stakeholders';
import type { ContactId, CustomerGoalId, Id, ProjectId, RoleId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { calendarDate, effortMinutes, id, minorUnits, reference, version } from './scalars.ts';

const scopeLineId = id<Id<'scope-line'>>();

/** A thing that was sold: hours of a role at a rate, or so many at a price. */
export const soldLine = z.object({
  description: z.string(),
  role: reference<RoleId>().nullable(),
  minutes: effortMinutes.nullable(),
  rate: minorUnits.nullable(),
  quantity: z.number().nullable(),
  unitPrice: minorUnits.nullable(),
  amount: minorUnits,
});
/** Somebody at the customer with their part. */
export const soldContact = z.object({
  contact: reference<ContactId>(),
  part: z.enum(stakeholderParts),
  note: z.string(),
});
/** Something that the customer was told. */
export const soldPromise = z.object({
  text: z.string(),
  dueOn: calendarDate.nullable(),
  amount: minorUnits.nullable(),
  source: z.enum(['deal', 'quote', 'contract']),
});

/** What came over with a project, and how far delivery has moved from it. */
export const soldProject = z.object({
  lines: z.array(
    soldLine.extend({
      id: scopeLineId,
      version,
      state: z.enum(scopeStates),
      source: z.enum(['deal', 'quote']),
    }),
  ),
  contacts: z.array(soldContact),
  promises: z.array(soldPromise),
  customerGoals: z.array(reference<CustomerGoalId>()),
  drift: z.object({
    price: z.object({ sold: minorUnits, now: minorUnits }),
    minutes: z.object({ sold: effortMinutes, estimated: z.int(), logged: z.int() }),
    scope: z.object({ sold: z.int(), delivered: z.int(), dropped: z.int(), added: z.int() }),
    effortDrift: z.int().nullable().describe('(estimated - sold) / sold, basis points.'),
  }),
});
/** What came over with a project. */
export type SoldProject = z.infer<typeof soldProject>;

/** What was sold with a client project (B09). */
export const soldProjects = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/sold',
    permission: 'read',
    summary: 'What was sold with a client project, and the drift since (B09).',
    params: z.object({ id: id<ProjectId>() }),
    output: soldProject,
  }),
  setCustomerGoals: endpoint({
    method: 'PUT',
    path: '/api/v1/projects/:id/customer-goals',
    permission: 'write',
    summary: "Say which of the customer's own goals a client project serves, whole (B12, CR-15).",
    params: z.object({ id: id<ProjectId>() }),
    body: z.object({ customerGoalIds: z.array(id<CustomerGoalId>()).max(50) }),
    output: soldProject,
  }),
  setLineState: endpoint({
    method: 'PATCH',
    path: '/api/v1/scope-lines/:id',
    permission: 'write',
    summary: 'Say whether a line of scope was delivered or dropped.',
    ifMatch: true,
    params: z.object({ id: scopeLineId }),
    body: z.object({ state: z.enum(scopeStates) }),
    output: soldProject,
  }),
};
