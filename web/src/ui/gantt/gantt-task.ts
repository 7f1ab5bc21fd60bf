import type { DependencyType } from '@evenkeel/core/projects/dependency';

/**
 * When something is done: minutes since 1970-01-01T00:00 on the plan's own wall clock. The finish is
 * the instant work ends, 17:00 of the last day, not the next morning.
 */
export type GanttSpan = { readonly start: number; readonly finish: number };

/** Something that happens at an instant, marked on a row of another thing. */
export type GanttPoint = {
  /** Of the line that it stands for, if any: with that it moves. */
  readonly key: string;
  readonly name: string;
  readonly at: number;
  readonly isDone: boolean;
  readonly isLate: boolean;
};

/** Something that a line is or is not: shown to somebody, for instance. */
export type GanttFlag = { readonly label: string; readonly isOn: boolean };

/** A bound that somebody set on when a task may be: not before, not after, or exactly then. */
export type GanttConstraint = {
  readonly side: 'start' | 'finish';
  readonly kind: 'earliest' | 'latest' | 'fixed';
  /** Minutes, as those of a span. */
  readonly at: number;
  /** As people say it: `Start no earlier than 4 Dec 2026`. */
  readonly text: string;
};

export type GanttTone = 'client' | 'initiative' | 'neutral';

/** A line of a Gantt chart: a task, a summary, a milestone, or a whole project. */
export type GanttTask = {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly href?: string;
  /** Null: it has no dates yet. */
  readonly span: GanttSpan | null;
  /** Its stretches where it pauses between them; missing: it runs in one. */
  readonly parts?: readonly GanttSpan[];
  /** The dates of a summary or project come from what stands below it. */
  readonly kind: 'task' | 'milestone' | 'summary' | 'project';
  /** 0 to 1. */
  readonly progress: number;
  readonly isCritical: boolean;
  readonly isLate: boolean;
  /** How far it may slip before the plan ends later; null: unknown or none. */
  readonly slackUntil: number | null;
  readonly deadline: number | null;
  readonly constraint?: GanttConstraint;
  /** Working minutes of its own; null: unknown. */
  readonly durationMinutes: number | null;
  /** Where it stood in the plan that is compared with. */
  readonly baseline: GanttSpan | null;
  /** Where it stands in a scenario that is laid beside the plan. */
  readonly scenario: GanttSpan | null;
  readonly resources: readonly string[];
  readonly tone: GanttTone;
  readonly points: readonly GanttPoint[];
  /** Whether this person may move it. */
  readonly isMovable: boolean;
  /** What is switched on or off at it, beside its dates; with `onFlip` of the chart. */
  readonly flag?: GanttFlag;
  /** Why it stands where it stands, in a few words. */
  readonly note?: string;
};

/** What waits for what. */
export type GanttLink = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: DependencyType;
  /** The wait between the two as people say it; empty when there is none. */
  readonly lag: string;
  /** The dates do not keep it. */
  readonly isBroken: boolean;
};

/** What a person does to a plan by drag, keyboard or menu. */
export type GanttEdit =
  | { readonly kind: 'move'; readonly id: string; readonly span: GanttSpan }
  | { readonly kind: 'stretch'; readonly id: string; readonly span: GanttSpan }
  /** Pauses from one instant to another. */
  | { readonly kind: 'split'; readonly id: string; readonly from: number; readonly to: number }
  /** A part after the first begins at another instant, what follows with it. */
  | { readonly kind: 'part'; readonly id: string; readonly part: number; readonly start: number }
  /** A part after the first follows on the one before it. */
  | { readonly kind: 'join'; readonly id: string; readonly part: number }
  | { readonly kind: 'progress'; readonly id: string; readonly progress: number }
  | {
      readonly kind: 'link';
      readonly from: string;
      readonly to: string;
      readonly type: DependencyType;
    }
  | { readonly kind: 'unlink'; readonly linkId: string };

/** What an edit would lead to: every task that would stand elsewhere, the edited one among them. */
export type GanttConsequences = {
  readonly moved: ReadonlyMap<string, GanttSpan>;
  /** The parts of those among them that pause. */
  readonly parts?: ReadonlyMap<string, readonly GanttSpan[]>;
  /** How many tasks move that are not on the chart. */
  readonly beyond?: number;
  /** Why it cannot be, in a sentence; null: it can. */
  readonly refusal: string | null;
};

export const noConsequences: GanttConsequences = { moved: new Map(), refusal: null };
