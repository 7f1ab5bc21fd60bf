import { addDays, type CalendarDate, dayNumber } from '../calendar-date.ts';
import type { ProjectState } from '../projects/state.ts';

/** What may come without the client being told first, where both sides agree so (CL-08). */
export const surpriseTopics = [
  'small-delays',
  'order-of-work',
  'team-changes',
  'cost-within-budget',
  'minor-risks',
] as const;
export type SurpriseTopic = (typeof surpriseTopics)[number];

/** Who does what at one stage: each side, and partners or vendors where there are any (CL-12, CL-21). */
export type AgreementPart = {
  readonly stage: string;
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
  readonly others: string;
};

/** When both sides speak: at most `everyDays` apart, on a set weekday and time where there is one (CL-03). */
export type AgreedCadence = {
  readonly everyDays: number;
  /** 1 for Monday to 7 for Sunday; null for any day. */
  readonly weekday: number | null;
  /** As `10:30`, in the firm's time zone; null for no set time. */
  readonly time: string | null;
  readonly how: string;
};

/** What a working agreement says (CL-02, CL-12). Texts are the firm's own, in the client's language. */
export type AgreementContent = {
  readonly purpose: string;
  readonly responsibleOurs: string;
  readonly responsibleTheirs: string;
  readonly parts: readonly AgreementPart[];
  readonly cadence: AgreedCadence;
  readonly channels: string;
  /** Working days by which a date may slip before it counts as a delay. */
  readonly toleranceDays: number;
  readonly delays: string;
  /** Working days within which each side answers questions. */
  readonly answerDaysOurs: number;
  readonly answerDaysTheirs: number;
  readonly surprises: readonly SurpriseTopic[];
  readonly surpriseNote: string;
};

/** Where one version stands; `replaced`: a later one was proposed. */
export const agreementStates = ['draft', 'proposed', 'agreed', 'replaced'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** On which side somebody acknowledges. */
export const agreementSides = ['ours', 'theirs'] as const;
export type AgreementSide = (typeof agreementSides)[number];

/** Whether both sides have acknowledged: at least one of each. */
export function isAgreed(acknowledged: readonly AgreementSide[]): boolean {
  return agreementSides.every((side) => acknowledged.includes(side));
}

/** Whether work runs without an agreement that both sides have acknowledged (CL-02). */
export function startedWithout(state: ProjectState, hasAgreed: boolean): boolean {
  return state === 'executing' && !hasAgreed;
}

/** Working days of slip that are no delay yet, where nothing else was agreed. */
export const usualToleranceDays = 2;

/** What a new agreement starts from: the house's way of working, with what the project knows. */
export function usualAgreement(facts: {
  readonly purpose: string;
  readonly responsibleOurs: string;
  readonly responsibleTheirs: string;
  readonly phases: readonly string[];
}): AgreementContent {
  const stages = facts.phases.length > 0 ? facts.phases : ['Start', 'Work', 'Hand-over'];
  return {
    purpose: facts.purpose,
    responsibleOurs: facts.responsibleOurs,
    responsibleTheirs: facts.responsibleTheirs,
    parts: stages.map((stage) => ({
      stage,
      what: '',
      ours: 'Plans and does the work, says early what is in the way',
      theirs: 'Gives input and access in time, decides and approves',
      others: '',
    })),
    cadence: { everyDays: 7, weekday: 2, time: '10:00', how: 'Call of half an hour' },
    channels: 'The portal for everything that should be found again; the phone when it is urgent',
    toleranceDays: usualToleranceDays,
    delays: 'A promised date that moves by more than the days named here',
    answerDaysOurs: 1,
    answerDaysTheirs: 2,
    surprises: ['small-delays', 'order-of-work'],
    surpriseNote: '',
  };
}

/**
 * The day by which both sides speak next: `everyDays` after the last contact, or the last set weekday
 * before that, so that a weekly Tuesday stays a Tuesday. Never the day of the last contact itself.
 * @example contactDueOn({ everyDays: 7, weekday: 2, … }, friday) // the next Tuesday
 */
export function contactDueOn(cadence: AgreedCadence, lastOn: CalendarDate): CalendarDate {
  const latest = addDays(lastOn, Math.max(1, cadence.everyDays));
  if (cadence.weekday === null) return latest;
  for (let back = 0; back < 7; back += 1) {
    const day = addDays(latest, -back);
    if (day > lastOn && weekdayOf(day) === cadence.weekday) return day;
  }
  // A cadence of fewer than seven days may pass the weekday by: then it is the next one.
  for (let ahead = 1; ahead < 7; ahead += 1) {
    const day = addDays(latest, ahead);
    if (weekdayOf(day) === cadence.weekday) return day;
  }
  return latest;
}

/** 1 for Monday to 7 for Sunday: 1970-01-01 was a Thursday. */
function weekdayOf(day: CalendarDate): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}
