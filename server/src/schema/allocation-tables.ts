import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AllocationCertainty } from '@evenkeel/core/capacity/allocation';
import type { AllocationId, Id, PersonId, ProjectId, RoleId, SkillId } from '@evenkeel/core/id';
import type { Generated } from 'kysely';
import type { Optional, Row, Trash } from './tables.ts';

export type AllocationTable = Row<AllocationId> &
  Trash & {
    project_id: ProjectId;
    person_id: Optional<PersonId>;
    role_id: Optional<RoleId>;
    start_on: CalendarDate;
    end_on: CalendarDate;
    /** One of the two. */
    minutes_per_day: Optional<number>;
    share_basis_points: Optional<number>;
    certainty: AllocationCertainty;
    note: Generated<string>;
  };
export type AllocationSkillTable = Row<Id<'allocation-skill'>> & {
  allocation_id: AllocationId;
  skill_id: SkillId;
};

/** Planned hours of people and placeholders. */
export type AllocationTables = {
  allocation: AllocationTable;
  allocation_skill: AllocationSkillTable;
};
