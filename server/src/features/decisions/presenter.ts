import type {
  DateTraceView,
  DecisionRow,
  DecisionView,
  EffectView,
  ProjectWrite,
} from '@evenkeel/contract/decisions';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { DecisionRecord, readTrace, readWrites, WholeDecision } from './service.ts';

export function presentRow(decision: DecisionRecord): DecisionRow {
  return {
    id: decision.id,
    number: decision.number,
    version: decision.version,
    project: {
      id: decision.project_id,
      name: decision.project_name,
      kind: decision.project_kind,
    },
    account: referenceOf(decision.account_id, decision.account_name),
    title: decision.title,
    chosen: decision.options.find(({ isChosen }) => isChosen)?.name ?? null,
    decidedOn: decision.decided_on,
    decidedBy: decision.decided_by,
    shownAt: optionalMoment(decision.shown_at),
    acknowledgedAt: optionalMoment(decision.acknowledged_at),
  };
}

export function presentDecision({ decision, effects }: WholeDecision): DecisionView {
  return {
    ...presentRow(decision),
    rationale: decision.rationale,
    options: decision.options.map(({ name, note, isChosen }) => ({ name, note, isChosen })),
    madeBy: decision.made_by_name,
    acknowledgedBy: decision.acknowledged_by_name,
    effects: effects.map((effect) => presentEffect(effect, decision.project_kind)),
  };
}

export function presentWrites(writes: Awaited<ReturnType<typeof readWrites>>): ProjectWrite[] {
  return writes.map(({ changeId, at, by, effects, decision }) => ({
    changeId,
    at: moment(at),
    by,
    effects: effects.map((effect) => presentEffect(effect, 'client')),
    decision,
  }));
}

export function presentTrace(found: Awaited<ReturnType<typeof readTrace>>): DateTraceView {
  const { promise } = found;
  return {
    day: found.day,
    through: found.through,
    end: found.end,
    steps: found.steps.map(({ at, by, from, to, isCreation, anchor }) => ({
      at,
      by,
      from,
      to,
      isCreation,
      anchor,
    })),
    promise:
      promise?.day == null
        ? null
        : { day: promise.day, channel: promise.channel, toldAt: moment(promise.told_at) },
  };
}

function presentEffect(
  { area, subject, subjectId, name, field, before, after }: WholeDecision['effects'][number],
  kind: 'client' | 'initiative',
): EffectView {
  const project = kind === 'client' ? 'client-project' : 'initiative';
  return {
    area,
    subject: { kind: subject === 'task' ? 'task' : project, id: subjectId },
    name,
    field,
    before,
    after,
  };
}
