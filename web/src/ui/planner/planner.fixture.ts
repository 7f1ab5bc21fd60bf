import type { PlannerBar, PlannerLane, PlannerWork } from './planner-types.ts';

/** 2026-11-30, a Monday. */
export const monday = 20_787;

export const isWeekday = (day: number): boolean => (((day + 3) % 7) + 7) % 7 < 5;

export const site: PlannerWork = {
  id: 'site',
  name: 'Web site',
  detail: 'Initech',
  tone: 'client',
};
export const school: PlannerWork = { id: 'school', name: 'School', detail: '', tone: 'initiative' };

/** Eight hours from Monday to Friday, never away. */
export function lane(id: string, changes: Partial<PlannerLane> = {}): PlannerLane {
  return {
    id,
    kind: 'person',
    name: id,
    detail: '',
    capacityOn: (day) => (isWeekday(day) ? 480 : 0),
    awayOn: () => null,
    ...changes,
  };
}

/** Four hours a day for the week of `monday`. */
export function bar(id: string, changes: Partial<PlannerBar> = {}): PlannerBar {
  return {
    id,
    laneId: 'ada',
    work: site,
    start: monday,
    end: monday + 4,
    effort: { by: 'day', minutesPerDay: 240 },
    certainty: 'confirmed',
    isEditable: true,
    ...changes,
  };
}
