import type { LinkType } from '../model.ts';

/**
 * The levelling problem: when does each activity of all projects start, so that people are never
 * booked beyond their capacity? Time is counted in whole slots from 0; the caller chooses what a
 * slot is (half a day, an hour) and converts. The field's name: resource-constrained project
 * scheduling with minimum time lags, release and due dates (P. Brucker, A. Drexl, R. Möhring,
 * K. Neumann, E. Pesch, EJOR 112, 1999).
 */
export type LevellingProblem = {
  readonly activities: readonly LevellingActivity[];
  readonly links: readonly LevellingLink[];
  readonly resources: readonly LevellingResource[];
  /** Non-working time, shared by the activities that name it. */
  readonly calendars?: readonly LevellingCalendar[];
  /** How much can be done of work that follows the hours of its people. */
  readonly paces?: readonly LevellingPace[];
};

/** A person or a group of alike people. */
export type LevellingResource = {
  readonly id: string;
  /** Units free in each slot from slot 0 on; whole, 0 or more. */
  readonly capacity: number;
  /** From slot `from` on the capacity is another; in rising order of `from`. */
  readonly changes?: readonly { readonly from: number; readonly capacity: number }[];
};

/** Slots in which the activities on this calendar rest: from `from` up to, not with, `to`. */
export type LevellingCalendar = {
  readonly id: string;
  /** In rising order, not touching each other. */
  readonly pauses: readonly { readonly from: number; readonly to: number }[];
};

/** What somebody can do in each slot at most; 0 where they are off. From the last step on above 0. */
export type LevellingPace = {
  readonly id: string;
  /** Units in each slot from slot 0 on; whole, 0 or more. */
  readonly units: number;
  /** From slot `from` on it is another; in rising order of `from`. */
  readonly changes?: readonly { readonly from: number; readonly units: number }[];
};

/** A piece of work that runs without interruption but for the pauses of its calendar. */
export type LevellingActivity = {
  readonly id: string;
  /** Slots of work; 0 for a milestone. With `parts`, the fewest that are worked. */
  readonly duration: number;
  /**
   * Work that takes as long as its people need from where it starts: it is worked on in the slots in
   * which every part's pace is above 0, in at least `duration` of them, until all parts are done. Each
   * part's units lie in them in proportion to its pace, sums rounded down. Then without demands and
   * calendar.
   */
  readonly parts?: readonly LevellingPart[];
  /** Units taken in every slot worked; whole, above 0, one row for each resource. */
  readonly demands: readonly LevellingDemand[];
  /** It rests in this calendar's pauses, and takes nothing meanwhile. */
  readonly calendar?: string;
  /** Starts no earlier than this slot. */
  readonly release?: number;
  /** Wanted finished by `slot`; each slot later costs `weight` (above 0). */
  readonly due?: { readonly slot: number; readonly weight: number };
  /** Starts in this slot whatever the links and the capacity say: a person said so, or it has begun. */
  readonly pinned?: number;
  /** Goes first where nothing else decides; higher before lower, 0 when left out. */
  readonly priority?: number;
  /** Its start in the plan of today; moving it is the last thing weighed. */
  readonly current?: number;
};

/** What one of the people gives to an activity. */
export type LevellingPart = {
  /** To be done in all; whole, 0 or more. */
  readonly units: number;
  /** The pace at which it is done at most. */
  readonly pace: string;
  /** What every unit is taken of; from slot `from` up to, not with, `until` where they are given. */
  readonly takes: readonly {
    readonly resource: string;
    readonly from?: number;
    readonly until?: number;
  }[];
};

/** How much of a resource an activity takes. */
export type LevellingDemand = { readonly resource: string; readonly amount: number };

/** At least `lag` slots (below 0 for a lead) lie between the two ends that the link ties. */
export type LevellingLink = {
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
  readonly lag: number;
};

/** What a plan costs, in order of weight: the first that differs decides. */
export type LevellingCost = {
  /** Slots late times weight, over all activities with a due date. */
  readonly lateness: number;
  /** The last finish. */
  readonly makespan: number;
  /** Slots moved from today's plan, over all activities that have a current start. */
  readonly change: number;
};

/** Start and finish of one activity, in slots; the finish is the end of its last slot. */
export type LevelledActivity = {
  readonly id: string;
  readonly start: number;
  readonly finish: number;
};

/** A plan, how good it is, and how good any plan could be at most. */
export type LevellingSolution = {
  /** In the order of the problem's activities. */
  readonly activities: readonly LevelledActivity[];
  readonly cost: LevellingCost;
  /** No plan can have a lower makespan than this. */
  readonly makespanBound: number;
  /** No plan can have a lower lateness than this. */
  readonly latenessBound: number;
  /** The bounds are reached: no better plan exists but for the change against today's. */
  readonly isOptimal: boolean;
  /**
   * Generations of start times begun, forward or backward; one that is given up counts in full, and a
   * step of the complete search as ten.
   */
  readonly schedules: number;
  /** Start times given in all of them, over the number of activities: less, since some are given up. */
  readonly work: number;
  /** Every improvement: after how many schedules, and to what cost. */
  readonly trace: readonly LevellingTracePoint[];
};

export type LevellingTracePoint = { readonly schedules: number; readonly cost: LevellingCost };

/** Why no plan can exist; `ids` name the activities (or links' ends) concerned. */
export type LevellingFault =
  | { readonly reason: 'unknown-id'; readonly ids: readonly string[] }
  | { readonly reason: 'doubled-id'; readonly ids: readonly string[] }
  | { readonly reason: 'cycle'; readonly ids: readonly string[] }
  | { readonly reason: 'never-enough'; readonly ids: readonly string[]; readonly resource: string }
  | { readonly reason: 'bad-number'; readonly ids: readonly string[] };

export type LevellingResult =
  | { readonly ok: true; readonly solution: LevellingSolution }
  | { readonly ok: false; readonly faults: readonly LevellingFault[] };

/** How long to search, and who listens. Same seed and same `maxSchedules`: same plan. */
export type LevellingOptions = {
  readonly seed: number;
  /** Stop after so many schedules; 1,000 when neither this nor `shouldStop` is given. */
  readonly maxSchedules?: number;
  /** About how many schedules `shouldStop` will allow: sizes the search; 20,000 when left out. */
  readonly expectedSchedules?: number;
  /** Asked every few dozen schedules; the best plan so far is returned. */
  readonly shouldStop?: () => boolean;
  /** Told each better plan as it is found. */
  readonly onImprovement?: (point: LevellingTracePoint) => void;
};
