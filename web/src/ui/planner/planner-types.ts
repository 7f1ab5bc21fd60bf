/** Work that takes people's time, as bars tell it apart. */
export type PlannerWork = {
  readonly id: string;
  readonly name: string;
  /** For whom, or what else tells it apart. */
  readonly detail: string;
  readonly tone: 'client' | 'initiative';
};

/** Why somebody does not work on a day on which they usually would. */
export type Away = 'holiday' | 'leave';

/** A line of the planner that bars lie on. */
export type PlannerLane = {
  readonly id: string;
  /** A person; somebody still to be found; or what an open deal would take. */
  readonly kind: 'person' | 'placeholder' | 'demand';
  readonly name: string;
  readonly detail: string;
  /** Minutes that can be worked on a day, by its number (1970-01-01 is 0). */
  readonly capacityOn: (day: number) => number;
  readonly awayOn: (day: number) => Away | null;
};

/** How much of each day a bar takes. */
export type PlannerEffort =
  | { readonly by: 'day'; readonly minutesPerDay: number }
  | { readonly by: 'share'; readonly basisPoints: number };

export type PlannerCertainty = 'tentative' | 'confirmed';

/** Time of a lane given to some work, from a day to a day, both included, by their numbers. */
export type PlannerBar = {
  readonly id: string;
  readonly laneId: string;
  readonly work: PlannerWork;
  readonly start: number;
  readonly end: number;
  readonly effort: PlannerEffort;
  readonly certainty: PlannerCertainty;
  /** Whether this person may change it. */
  readonly isEditable: boolean;
};

/** Lanes under a heading. */
export type PlannerSection = {
  readonly id: string;
  readonly label: string;
  readonly lanes: readonly PlannerLane[];
};

/** The days a planner knows: the first and the last, by their numbers. */
export type DayRange = { readonly first: number; readonly last: number };

/** What a person does to a bar by drag, keyboard or menu. */
export type PlannerEdit =
  | ({ readonly kind: 'place'; readonly id: string } & Place)
  | ({ readonly kind: 'copy'; readonly id: string } & Place)
  /** `at`: the first day of the second part. */
  | { readonly kind: 'split'; readonly id: string; readonly at: number }
  | { readonly kind: 'certainty'; readonly id: string; readonly certainty: PlannerCertainty }
  | { readonly kind: 'remove'; readonly id: string };

/** Where a bar lies. */
export type Place = { readonly laneId: string; readonly start: number; readonly end: number };

/** Days of a lane that nothing lies on yet, for something new. */
export type PlannerGap = Place & { readonly workId: string | null };
