import type { TemplateView } from '@evenkeel/contract/templates';
import { moment, optionalMoment } from '../../platform/db/values.ts';
import type { TemplateRecord } from './repository.ts';

export function presentTemplate(record: TemplateRecord): TemplateView {
  const { outline } = record;
  return {
    id: record.id,
    version: record.version,
    kind: record.kind,
    name: record.name,
    outline: {
      durationWeekdays: outline.durationWeekdays,
      phases: outline.phases.map((phase) => ({
        ...phase,
        tasks: [...phase.tasks],
      })),
    },
    createdAt: moment(record.created_at),
    deletedAt: optionalMoment(record.deleted_at),
  };
}
