import type { CalendarDate } from '../calendar-date.ts';

/** The five criteria of the initiative-or-goal test, in the order in which they are shown. */
export const initiativeCriteria = [
  'defined',
  'organisation',
  'leadership',
  'budget',
  'time-frame',
] as const;
export type InitiativeCriterion = (typeof initiativeCriteria)[number];

/** Of five: what meets this many is an initiative, what meets fewer is a goal candidate. */
export const criteriaNeeded = 3;

/** What the test finds a record to be. */
export const workClasses = ['initiative', 'goal-candidate'] as const;
export type WorkClass = (typeof workClasses)[number];

/** The fields that a criterion can ask for. */
export const testedFields = [
  'name',
  'scope',
  'teamId',
  'ownerId',
  'projectManagerId',
  'budget',
  'startOn',
  'endOn',
  'goals',
] as const;
export type TestedField = (typeof testedFields)[number];

/**
 * What is known of something that calls itself an initiative: our own record, or as much as a
 * customer has said of theirs. What is left out counts as not known.
 */
export type StatedInitiative = {
  readonly name?: string | null;
  readonly scope?: string | null;
  readonly purpose?: string | null;
  /** The team or organisation it is assigned to, by id or by name. */
  readonly organisation?: string | null;
  /** Who answers for it, by id or by name. */
  readonly leader?: string | null;
  /** Who runs it day by day; may be the same person, for these are two roles. */
  readonly projectManager?: string | null;
  /** In minor units of any one currency. */
  readonly budget?: number | null;
  readonly startOn?: CalendarDate | null;
  readonly endOn?: CalendarDate | null;
  /** How many goals it serves. */
  readonly goalCount?: number;
};

/** One thing that is missing: the field to fill, and what to do in plain words. */
export type MissingField = { readonly field: TestedField; readonly message: string };

/** One criterion with its verdict; met exactly when nothing is missing. */
export type CriterionResult = {
  readonly criterion: InitiativeCriterion;
  readonly isMet: boolean;
  readonly missing: readonly MissingField[];
};

/** The verdict on one record. */
export type InitiativeTest = {
  readonly criteria: readonly CriterionResult[];
  readonly metCount: number;
  readonly class: WorkClass;
};

/** Each criterion in the words of the screens. */
export const criterionLabels: Record<InitiativeCriterion, string> = {
  defined: 'A defined project or programme',
  organisation: 'A team it is assigned to',
  leadership: 'A leader and a project manager',
  budget: 'A budget',
  'time-frame': 'A time-frame for stated objectives',
};

/**
 * The initiative-or-goal test (B04, ST-14, ST-15), computed from what is written and never ticked:
 * with three of the five criteria it is an initiative, with fewer it is still a goal candidate.
 * @example testInitiative({ name: 'Enter Poland', budget: 5_000_000 }).metCount // 1
 */
export function testInitiative(stated: StatedInitiative): InitiativeTest {
  const criteria = initiativeCriteria.map((criterion): CriterionResult => {
    const missing = missingFor[criterion](stated);
    return { criterion, isMet: missing.length === 0, missing };
  });
  const metCount = criteria.filter((result) => result.isMet).length;
  return {
    criteria,
    metCount,
    class: metCount >= criteriaNeeded ? 'initiative' : 'goal-candidate',
  };
}

const missingFor: Record<
  InitiativeCriterion,
  (stated: StatedInitiative) => readonly MissingField[]
> = {
  defined: missingDefinition,
  organisation: (stated) =>
    isWritten(stated.organisation)
      ? []
      : [{ field: 'teamId', message: 'Say which team it is assigned to.' }],
  leadership: missingLeadership,
  budget: (stated) =>
    (stated.budget ?? 0) > 0
      ? []
      : [{ field: 'budget', message: 'Give it a budget of more than nothing.' }],
  'time-frame': missingTimeFrame,
};

function missingDefinition(stated: StatedInitiative): MissingField[] {
  const missing: MissingField[] = [];
  if (!isWritten(stated.name)) missing.push({ field: 'name', message: 'Give it a name.' });
  if (!isWritten(stated.scope) && !isWritten(stated.purpose)) {
    missing.push({ field: 'scope', message: 'Write what belongs to it and what does not.' });
  }
  return missing;
}

function missingLeadership(stated: StatedInitiative): MissingField[] {
  const missing: MissingField[] = [];
  if (!isWritten(stated.leader)) {
    missing.push({ field: 'ownerId', message: 'Name the leader, who answers for it.' });
  }
  if (!isWritten(stated.projectManager)) {
    missing.push({
      field: 'projectManagerId',
      message: 'Name the project manager, who runs it day by day.',
    });
  }
  return missing;
}

function missingTimeFrame(stated: StatedInitiative): MissingField[] {
  const { startOn, endOn } = stated;
  const missing: MissingField[] = [];
  if (!startOn) missing.push({ field: 'startOn', message: 'Say when it starts.' });
  if (!endOn) missing.push({ field: 'endOn', message: 'Say when it ends.' });
  if (startOn && endOn && endOn < startOn) {
    missing.push({ field: 'endOn', message: 'Let it end after it starts.' });
  }
  if ((stated.goalCount ?? 0) === 0 && !isWritten(stated.purpose)) {
    missing.push({
      field: 'goals',
      message: 'Link the goal it serves: a time-frame counts for stated objectives only.',
    });
  }
  return missing;
}

function isWritten(text: string | null | undefined): boolean {
  return (text ?? '').trim() !== '';
}
