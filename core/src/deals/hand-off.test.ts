import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, weekdaysBetween } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import { estimateRange, noSpread } from '../projects/estimate-spread.ts';
import {
  anyHandOff,
  clientTemplates,
  roleNamed,
  roles,
  someChoices,
  wholeDeal,
} from './hand-off.fixture.ts';
import {
  draftHandOff,
  type HandOffDeal,
  type HandOffDraft,
  type HandOffInput,
} from './hand-off.ts';

const template = clientTemplates[1] ?? null;

function draftOf(change: Partial<HandOffInput> = {}): HandOffDraft {
  return draftHandOff({
    deal: wholeDeal,
    template,
    roles,
    today: calendarDate('2026-05-11'),
    choices: someChoices,
    ...change,
  });
}

const dealWith = (change: Partial<HandOffDeal>): HandOffDeal => ({ ...wholeDeal, ...change });

describe('a hand-off', () => {
  test('carries every field of a whole deal into a project, phases and tasks (B09)', () => {
    const draft = draftOf();
    expect(draft.project).toEqual({
      name: 'Warehouse control',
      purpose: 'Deliver Control tower',
      scope: wholeDeal.scope,
      notes: wholeDeal.notes,
      accountId: wholeDeal.account?.id,
      dealId: wholeDeal.id,
      price: 9_600_000,
      startOn: '2026-06-01',
      endOn: '2026-09-30',
      ownerId: wholeDeal.owner?.id,
      projectManagerId: someChoices.projectManagerId,
      teamId: null,
      templateId: template?.id,
    });
    expect(draft.phases.map((phase) => phase.name)).toEqual([
      'Discover',
      'Design',
      'Build',
      'Launch',
    ]);
    expect(draft.tasks[0]).toMatchObject({
      name: 'Next step agreed in the sale',
      notes: 'Send the list of interviewees',
      phaseIndex: 0,
      dueOn: '2026-06-01',
    });
  });

  test('shares the sold minutes of a role among its tasks by weight, to the minute', () => {
    const draft = draftOf();
    const developer = draft.tasks.filter((task) => task.roleId === roleNamed('Developer'));
    // Weights 8, 7, 30, 35, 15, 5 of 100; the two largest remainders (.56, .49) get the rest.
    expect(developer.map((task) => task.estimateMinutes)).toEqual([
      2_881, 2_521, 10_802, 12_602, 5_401, 1_800,
    ]);
    expect(sumOf(developer, (task) => task.estimateMinutes ?? 0)).toBe(36_007);
  });

  test('adds a task for a sold role that the template lacks, and says so', () => {
    const draft = draftOf();
    expect(draft.tasks.at(-1)).toMatchObject({
      name: 'Translator work',
      estimateMinutes: 601,
      phaseIndex: null,
      startOn: '2026-06-01',
      dueOn: '2026-09-30',
    });
    expect(draft.gaps.map((gap) => gap.code)).toEqual(['role-without-task', 'tasks-without-hours']);
  });

  test('says what the project manager must still settle', () => {
    const bare = dealWith({
      account: null,
      owner: null,
      value: 0,
      scope: '',
      deliveryStartOn: null,
      deliveryEndOn: null,
      demand: [],
    });
    const draft = draftOf({ deal: bare, choices: { ...someChoices, projectManagerId: null } });
    expect(draft.gaps.map((gap) => gap.code)).toEqual([
      'no-project-manager',
      'no-owner',
      'no-account',
      'no-hours',
      'no-start',
      'no-end',
      'no-scope',
      'no-price',
    ]);
    expect(draft.tasks.every((task) => task.estimateMinutes === null)).toBe(true);
    expect(draftOf({ today: calendarDate('2026-06-02') }).gaps[0]?.code).toBe('start-in-the-past');
  });
});

describe('the dates of a hand-off', () => {
  const chosen = (startOn: string, endOn: string | null = null) => ({
    ...someChoices,
    startOn: calendarDate(startOn),
    endOn: endOn === null ? null : calendarDate(endOn),
  });

  test('keep the sold end when work starts later, and the sold length when that is impossible', () => {
    const later = draftOf({ choices: chosen('2026-06-15') });
    expect(later.project).toMatchObject({ startOn: '2026-06-15', endOn: '2026-09-30' });
    expect(later.dropped).toContainEqual({
      field: 'deliveryStartOn',
      reason: 'Another start was chosen.',
    });
    const muchLater = draftOf({ choices: chosen('2026-10-05') });
    const { startOn, endOn } = muchLater.project;
    if (!startOn || !endOn) throw new Error('no dates');
    expect(weekdaysBetween(startOn, endOn)).toBe(
      weekdaysBetween(calendarDate('2026-06-01'), calendarDate('2026-09-30')),
    );
  });

  test('take the length of the template where the deal names only one end', () => {
    const onlyStart = draftOf({ deal: dealWith({ deliveryEndOn: null }) });
    // 90 weekdays from Monday 1 June 2026: 18 weeks.
    expect(onlyStart.project.endOn).toBe('2026-10-02');
    const onlyEnd = draftOf({
      deal: dealWith({ deliveryStartOn: null, deliveryEndOn: calendarDate('2026-10-04') }),
    });
    expect(onlyEnd.project.startOn).toBe('2026-06-01');
  });

  test('refuse an end before the start and say so', () => {
    const draft = draftOf({ choices: chosen('2026-06-01', '2026-05-01') });
    expect(draft.gaps.map((gap) => gap.code)).toContain('end-too-early');
    expect(draft.project.endOn).toBe('2026-09-30');
  });
});

describe('any of 1,000 generated deals (B09)', () => {
  test('has each non-empty field carried, or dropped with a reason', () => {
    fc.assert(
      fc.property(anyHandOff, (input) => {
        const draft = draftHandOff(input);
        const dropped = new Map(
          draft.dropped.map(({ field, reason }) => [field as string, reason]),
        );
        for (const [field, value] of Object.entries(input.deal)) {
          const says = value !== null && value !== '' && value !== 0 && !isEmptyList(value);
          const carried = isCarried(field, input.deal, draft);
          const isExplained = (dropped.get(field) ?? '').length > 0;
          expect([field, says && !carried && !isExplained]).toEqual([field, false]);
          // Never both, and nothing is dropped that was never there.
          expect([field, dropped.has(field) && (carried || !says)]).toEqual([field, false]);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps the sold minutes of every role, exactly', () => {
    fc.assert(
      fc.property(anyHandOff, (input) => {
        const { tasks } = draftHandOff(input);
        for (const line of input.deal.demand) {
          const own = tasks.filter((task) => task.roleId === line.roleId);
          expect(sumOf(own, (task) => task.estimateMinutes ?? 0)).toBe(line.minutes);
        }
        const sold = sumOf(input.deal.demand, (line) => line.minutes);
        expect(sumOf(tasks, (task) => task.estimateMinutes ?? 0)).toBe(sold);
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps phases and tasks within the days of the project, in order', () => {
    fc.assert(
      fc.property(anyHandOff, (input) => {
        const draft = draftHandOff(input);
        const parts = [
          ...draft.phases,
          ...draft.tasks.map(({ startOn, dueOn }) => ({ startOn, endOn: dueOn })),
        ];
        expect(parts.filter((part) => !isWithin(part, draft.project))).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test('has an origin for each value of project, phases and tasks that is not empty', () => {
    fc.assert(
      fc.property(anyHandOff, (input) => {
        const draft = draftHandOff(input);
        const known = new Set(
          draft.origins.map(
            (origin) => `${origin.subject} ${origin.index} ${origin.field} ${origin.value}`,
          ),
        );
        const subjects = [
          ...[draft.project].map((fields, index) => ({ subject: 'project', index, fields })),
          ...draft.phases.map((fields, index) => ({ subject: 'phase', index, fields })),
          ...draft.tasks.map(({ spread = noSpread, ...task }, index) => {
            const fields = { ...task, ...estimateRange(task.estimateMinutes, spread) };
            return { subject: 'task', index, fields };
          }),
        ];
        for (const { subject, index, fields } of subjects) {
          for (const [field, value] of Object.entries(fields)) {
            if (value === null || value === '' || places.has(field)) continue;
            expect(known).toContain(`${subject} ${index} ${field} ${value}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** What says where something stands in the plan, not what it is; people come with no deal. */
const places = new Set([
  'isMilestone',
  'phaseIndex',
  'parentIndex',
  'checklist',
  'assigneeIds',
  'after',
]);

/** Looks for a deal's value where it must stand, without asking the draft's own account of it. */
function isCarried(field: string, deal: HandOffDeal, draft: HandOffDraft): boolean {
  const { project, tasks } = draft;
  switch (field) {
    case 'lines':
      return deal.quote === null && draft.scopeLines.length === deal.lines.length;
    case 'quote':
      return draft.scopeLines.length === deal.quote?.lines.length;
    case 'contract':
      return draft.promises.some(({ source }) => source === 'contract');
    case 'stakeholders':
      return draft.contacts.length === deal.stakeholders.length;
    case 'customerGoals':
      return draft.customerGoalIds.length === deal.customerGoals.length;
    case 'id':
      return project.dealId === deal.id;
    case 'name':
      return project.name === deal.name;
    case 'account':
      return deal.account !== null && project.accountId === deal.account.id;
    case 'owner':
      return deal.owner !== null && project.ownerId === deal.owner.id;
    case 'product':
      return deal.product !== null && project.purpose.includes(deal.product.name);
    case 'value':
      return deal.value !== 0 && project.price === deal.value;
    case 'scope':
      return deal.scope !== '' && project.scope === deal.scope;
    case 'notes':
      return deal.notes !== '' && project.notes === deal.notes;
    case 'nextStep':
      return deal.nextStep !== '' && tasks.some((task) => task.notes === deal.nextStep);
    case 'deliveryStartOn':
      return deal.deliveryStartOn !== null && project.startOn === deal.deliveryStartOn;
    case 'deliveryEndOn':
      return deal.deliveryEndOn !== null && project.endOn === deal.deliveryEndOn;
    case 'templateId':
      return deal.templateId !== null && project.templateId === deal.templateId;
    case 'demand':
      return (
        deal.demand.length > 0 &&
        deal.demand.every(
          (line) =>
            sumOf(
              tasks.filter((task) => task.roleId === line.roleId),
              (task) => task.estimateMinutes ?? 0,
            ) === line.minutes,
        )
      );
    default:
      return false;
  }
}

type Days = Pick<HandOffDraft['project'], 'startOn' | 'endOn'>;

function isWithin(part: Days, project: Days): boolean {
  const { startOn, endOn } = project;
  if (startOn === null || endOn === null) return part.startOn === null && part.endOn === null;
  const first = part.startOn ?? startOn;
  const last = part.endOn ?? '';
  return startOn <= first && first <= last && last <= endOn;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
