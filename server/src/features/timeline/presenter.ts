import type { TimelineEntry } from '@evenkeel/contract/timeline';
import type { Timeline } from './service.ts';

export function presentEntry(record: Timeline['rows'][number]): TimelineEntry {
  const { on_date, subject_kind, subject_id, follow_up_on, ...entry } = record;
  return {
    ...entry,
    on: on_date,
    subject: { kind: subject_kind, id: subject_id },
    followUpOn: follow_up_on,
  };
}
