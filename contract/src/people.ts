import type { CalendarId, Id, MemberId, PersonId, RoleId, TeamId } from '@evenkeel/core/id';
import { personKinds } from '@evenkeel/core/people/person';
import { z } from 'zod';
import { commaList, done, endpoint, listQuery, page } from './endpoint.ts';
import { timeZone } from './identity.ts';
import {
  termChange,
  termDraft,
  termId,
  termView,
  weeklyMinutes,
  weekMinutes,
} from './person-terms.ts';
import {
  calendarDate,
  id,
  instant,
  minorUnits,
  recordDate,
  recordName,
  reference,
  shortText,
  version,
} from './scalars.ts';

const personId = id<PersonId>();
const params = z.object({ id: personId });
const termParams = z.object({ id: personId, termId });
const rateParams = z.object({ id: personId, rateId: id<Id<'person-rate'>>() });

/** Money for an hour, in minor units of the workspace's currency. */
const ratePerHour = minorUnits.min(0, 'must be 0 or more').max(100_000_000, 'is too much');
const rates = { costRate: ratePerHour, billRate: ratePerHour };

/** What a person's hour costs and is sold for today, and which of the two sources says so. */
export const rateToday = z.object({ ...rates, source: z.enum(['person', 'role']) });
/** What a person's hour costs and is sold for today. */
export type RateToday = z.infer<typeof rateToday>;

/** A person as lists show them. */
export const personRow = z.object({
  id: personId,
  version,
  name: z.string(),
  email: z.string().nullable(),
  kind: z.enum(personKinds),
  team: reference<TeamId>().nullable(),
  role: reference<RoleId>().nullable(),
  weeklyMinutes: z.int(),
  joinedOn: calendarDate,
  leftOn: calendarDate.nullable(),
  rate: rateToday
    .nullable()
    .optional()
    .describe('Null where no rate is set; left out for those who may not see rates.'),
});
/** A person as lists show them. */
export type PersonRow = z.infer<typeof personRow>;

/** Rates of a person that count from a day until the next such day. */
export const personRate = z.object({
  id: id<Id<'person-rate'>>(),
  version,
  validFrom: calendarDate,
  ...rates,
});
/** Rates of a person that count from a day until the next such day. */
export type PersonRateView = z.infer<typeof personRate>;

/** A person with everything on them. */
export const personView = personRow.extend({
  manager: reference<PersonId>().nullable(),
  weekMinutes: z
    .array(z.int())
    .nullable()
    .describe('Minutes of Monday to Sunday; null: evenly over the working days.'),
  member: reference<MemberId>().nullable().describe('The login whose time this is.'),
  rates: z
    .array(personRate)
    .optional()
    .describe('Latest first; left out for those who may not see rates.'),
  terms: z.array(termView).describe('Latest first; those to come among them.'),
  timeZone: z.string().nullable().describe('Null: that of the workspace.'),
  calendar: reference<CalendarId>()
    .nullable()
    .describe('Whose holidays hold for them; null: those of the firm.'),
  createdAt: instant,
  deletedAt: instant.nullable(),
});
/** A person with everything on them. */
export type PersonView = z.infer<typeof personView>;

const fields = {
  name: recordName.pipe(z.string().max(200, 'is longer than 200 characters')),
  email: shortText.nullable(),
  kind: z.enum(personKinds),
  teamId: id<TeamId>().nullable(),
  roleId: id<RoleId>().nullable(),
  managerId: personId.nullable(),
  weeklyMinutes,
  weekMinutes,
  joinedOn: recordDate,
  leftOn: recordDate.nullable(),
  timeZone: timeZone.nullable(),
  calendarId: id<CalendarId>().nullable(),
};

/** What a new person takes; they join today unless a day is named. */
export const personDraft = z.object(fields).partial().required({ name: true });
/** What can be changed on a person; rates have calls of their own. */
export const personChange = z.object(fields).partial();

/** A new rate of a person. Days before `validFrom` keep the rate they had (U17). */
export const rateDraft = z.object({ validFrom: recordDate, ...rates });
/** What can be corrected on a rate. */
export const rateChange = rateDraft.partial();

/** The people whose time is planned: staff, contractors, vendors. */
export const people = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/people',
    permission: 'read',
    summary: 'People whose time is planned; rates for managers and up only.',
    query: listQuery(['name', 'team', 'role', 'kind', 'weeklyMinutes', 'joinedOn', 'leftOn'], {
      teamId: commaList(id<TeamId>()).optional(),
      roleId: commaList(id<RoleId>()).optional(),
      kind: commaList(z.enum(personKinds)).optional(),
      presence: z
        .enum(['present', 'left'])
        .optional()
        .describe('Only those who have not left by today, or only those who have.'),
    }),
    output: page(personRow),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/people/:id',
    permission: 'read',
    summary: 'One person; rates for managers and up only.',
    params,
    output: personView,
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/people',
    permission: 'manage',
    summary: 'Add a person.',
    body: personDraft,
    output: personView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/people/:id',
    permission: 'manage',
    summary: 'Change fields of a person.',
    ifMatch: true,
    params,
    body: personChange,
    output: personView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/people/:id',
    permission: 'manage',
    summary: 'Move a person to the trash, where they stay for 30 days. Who left stays: say when.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/people/:id/restore',
    permission: 'manage',
    summary: 'Take a person out of the trash.',
    params,
    output: personView,
  }),
  addRate: endpoint({
    method: 'POST',
    path: '/api/v1/people/:id/rates',
    permission: 'manage',
    summary: 'Set rates from a day on; days before it keep theirs (U17).',
    params,
    body: rateDraft,
    output: personView,
  }),
  correctRate: endpoint({
    method: 'PATCH',
    path: '/api/v1/people/:id/rates/:rateId',
    permission: 'manage',
    summary: 'Correct a rate that was entered wrongly, for all days on which it counts.',
    ifMatch: true,
    params: rateParams,
    body: rateChange,
    output: personView,
  }),
  removeRate: endpoint({
    method: 'DELETE',
    path: '/api/v1/people/:id/rates/:rateId',
    permission: 'manage',
    summary: 'Take back a rate: the one before it counts on.',
    params: rateParams,
    output: personView,
  }),
  addTerm: endpoint({
    method: 'POST',
    path: '/api/v1/people/:id/terms',
    permission: 'manage',
    summary: 'Other hours, another role or team from a day on; days before it keep theirs (PM-13).',
    params,
    body: termDraft,
    output: personView,
  }),
  correctTerm: endpoint({
    method: 'PATCH',
    path: '/api/v1/people/:id/terms/:termId',
    permission: 'manage',
    summary: 'Correct terms that were entered wrongly, for all days on which they hold.',
    ifMatch: true,
    params: termParams,
    body: termChange,
    output: personView,
  }),
  removeTerm: endpoint({
    method: 'DELETE',
    path: '/api/v1/people/:id/terms/:termId',
    permission: 'manage',
    summary: 'Take back terms: those before them hold on.',
    params: termParams,
    output: personView,
  }),
};

const teamName = recordName.pipe(z.string().max(200, 'is longer than 200 characters'));

/** A part of the firm, with how many people are in it now. */
export const teamView = z.object({
  id: id<TeamId>(),
  version,
  name: z.string(),
  peopleCount: z.int(),
});
/** A part of the firm. */
export type TeamView = z.infer<typeof teamView>;

const teamParams = z.object({ id: id<TeamId>() });

/** The parts of the firm that work is assigned to. */
export const teams = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/teams',
    permission: 'read',
    summary: 'Teams by name.',
    output: z.object({ rows: z.array(teamView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/teams',
    permission: 'manage',
    summary: 'Add a team.',
    body: z.object({ name: teamName }),
    output: teamView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/teams/:id',
    permission: 'manage',
    summary: 'Rename a team.',
    ifMatch: true,
    params: teamParams,
    body: z.object({ name: teamName }),
    output: teamView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/teams/:id',
    permission: 'manage',
    summary: 'Delete a team that nobody and no project belongs to.',
    params: teamParams,
    output: done,
  }),
};

/** Standard rates of a role that count from a day until the next such day. */
export const roleRate = z.object({
  id: id<Id<'role-rate'>>(),
  version,
  validFrom: calendarDate,
  ...rates,
});

/** The standard rates of a role: today's, those of the beginning, and those from a day on. */
export const standardRates = z.object({
  today: z.object(rates),
  first: z.object(rates),
  later: z.array(roleRate).describe('Latest first.'),
});
/** The standard rates of a role. */
export type StandardRates = z.infer<typeof standardRates>;

/** What somebody does in delivery, with the firm's standard rates. */
export const roleView = z.object({
  id: id<RoleId>(),
  version,
  name: z.string(),
  rates: standardRates.optional().describe('Left out for those who may not see rates.'),
  peopleCount: z.int(),
});
/** What somebody does in delivery. */
export type RoleView = z.infer<typeof roleView>;

const roleParams = z.object({ id: id<RoleId>() });
const roleRateParams = z.object({ id: id<RoleId>(), rateId: id<Id<'role-rate'>>() });

/** What people do in delivery, with standard rates for those without their own. */
export const roles = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/roles',
    permission: 'read',
    summary: 'Roles by name; standard rates for managers and up only.',
    output: z.object({ rows: z.array(roleView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/roles',
    permission: 'manage',
    summary: 'Add a role with its first rates.',
    body: z.object({ name: teamName, ...rates }),
    output: roleView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/roles/:id',
    permission: 'manage',
    summary: 'Rename a role, or correct its first rates for all days on which they count.',
    ifMatch: true,
    params: roleParams,
    body: z.object({ name: teamName, ...rates }).partial(),
    output: roleView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/roles/:id',
    permission: 'manage',
    summary: 'Delete a role that nobody has and no work asks for.',
    params: roleParams,
    output: done,
  }),
  addRate: endpoint({
    method: 'POST',
    path: '/api/v1/roles/:id/rates',
    permission: 'manage',
    summary: 'Set standard rates from a day on; days before it keep theirs (U17).',
    params: roleParams,
    body: rateDraft,
    output: roleView,
  }),
  correctRate: endpoint({
    method: 'PATCH',
    path: '/api/v1/roles/:id/rates/:rateId',
    permission: 'manage',
    summary: 'Correct standard rates that were entered wrongly, for all days on which they count.',
    ifMatch: true,
    params: roleRateParams,
    body: rateChange,
    output: roleView,
  }),
  removeRate: endpoint({
    method: 'DELETE',
    path: '/api/v1/roles/:id/rates/:rateId',
    permission: 'manage',
    summary: 'Take back standard rates: those before them count on.',
    params: roleRateParams,
    output: roleView,
  }),
};
