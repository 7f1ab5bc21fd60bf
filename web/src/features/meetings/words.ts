import type { OpenKind } from '@evenkeel/core/meetings/agenda';
import type { AttendeePart, MeetingState } from '@evenkeel/core/meetings/meeting';

export const partLabels: Record<AttendeePart, string> = {
  'takes-part': 'Takes part',
  presents: 'Presents',
  decides: 'Decides',
  writes: 'Writes',
};

export const stateLabels: Record<MeetingState, string> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
};

export const openLabels: Record<OpenKind, string> = {
  'delay-notice': 'Delay notice without an answer',
  'overdue-duty': 'Overdue on the client’s side',
  decision: 'To decide',
  question: 'Unanswered question',
  deliverable: 'Waiting for approval',
  'change-request': 'Change request',
  thread: 'Stuck discussion',
  'overdue-task': 'Overdue task',
  risk: 'Open action',
};

/** Times of day to pick from, every quarter of an hour from seven in the morning. */
export const clockChoices = Array.from({ length: 96 }, (_, index) => {
  const minutes = (index * 15 + 7 * 60) % 1_440;
  const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  return { value: time, label: time };
});

/** Lengths to pick from. */
export const lengthChoices = [15, 30, 45, 60, 90, 120, 180, 240].map((minutes) => ({
  value: String(minutes),
  label: minutes < 60 ? `${minutes} minutes` : `${minutes / 60} h`,
}));

/** Zones that the browser knows. */
export const zoneChoices = Intl.supportedValuesOf('timeZone').map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}));

function two(value: number): string {
  return String(value).padStart(2, '0');
}
