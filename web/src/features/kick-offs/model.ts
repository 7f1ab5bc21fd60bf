import type { KickOffItemView } from '@evenkeel/contract/kick-offs';
import type { KickOffPhase } from '@evenkeel/core/kick-off/kick-off';
import type { DutyState } from '@evenkeel/core/waits/duty';
import type { ProgressShape } from '../../ui/marks/progress-glyph.tsx';

/** What the parts of a kick-off are called. */
export const phaseLabels: Record<KickOffPhase, string> = {
  before: 'Before the meeting',
  during: 'At the meeting',
  after: 'After the meeting',
};

const dutyWords: Record<DutyState, string> = {
  asked: 'asked',
  answered: 'answered, look at it',
  paused: 'resting',
  confirmed: 'done',
  withdrawn: 'withdrawn',
};

/** Who is to do an item, and how that stands. */
export function whoText({ side, person, duty }: KickOffItemView): string {
  if (side === 'ours') return person?.name ?? 'Nobody yet';
  return duty ? `${duty.contact}, ${dutyWords[duty.state]}` : 'The client, not asked yet';
}

/** Whether somebody ticks an item off here: where no other record says that it is done. */
export function isTicked({ proof, side, duty }: KickOffItemView): boolean {
  return proof === 'hand' && duty === null && side === 'ours';
}

/** How an item stands that is shown done by another record. */
export function shapeOf({ isDone, duty, meeting }: KickOffItemView): ProgressShape {
  if (isDone) return 'done';
  return duty?.state === 'answered' || meeting !== null ? 'half' : 'ring';
}

/** All of an item that can be written, to put it back as it was. */
export function draftOf(item: KickOffItemView) {
  return {
    phase: item.phase,
    position: item.position,
    name: item.name,
    side: item.side,
    proof: item.proof,
    personId: item.person?.id ?? null,
    dueOn: item.dueOn,
    doneOn: item.doneOn,
    isClientVisible: item.isClientVisible,
    meetingId: item.meeting?.id ?? null,
    dutyId: item.duty?.id ?? null,
  };
}
