import type { Id } from '../id.ts';

/** What a decision changes. */
export const effectAreas = ['schedule', 'scope', 'money'] as const;
/** What a decision changes. */
export type EffectArea = (typeof effectAreas)[number];

/** Fields whose change is an effect of a decision. */
export const effectFields = [
  'start_on',
  'due_on',
  'end_on',
  'exists',
  'estimate_minutes',
  'price',
  'budget',
] as const;
/** A field whose change is an effect of a decision. */
export type EffectField = (typeof effectFields)[number];

/** A write of the change record. */
export type EffectChange = {
  readonly subject: string;
  readonly subjectId: Id<string>;
  readonly action: 'create' | 'update' | 'delete';
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
};

/** One field before and after everything that a decision caused. `exists`: yes or null. */
export type Effect = {
  readonly area: EffectArea;
  readonly subject: 'task' | 'project';
  readonly subjectId: Id<string>;
  readonly field: EffectField;
  readonly before: string | number | null;
  readonly after: string | number | null;
};

const fieldsOf: Record<'task' | 'project', Partial<Record<EffectField, EffectArea>>> = {
  task: { start_on: 'schedule', due_on: 'schedule', exists: 'scope', estimate_minutes: 'scope' },
  project: { start_on: 'schedule', end_on: 'schedule', price: 'money', budget: 'money' },
};

/**
 * What some writes changed in schedule, scope and money: of each field the value before the first of
 * them and after the last. What came back to where it was is no effect. `changes` come in the order in
 * which they were written. O(changes).
 */
export function effectsOf(changes: readonly EffectChange[]): Effect[] {
  const found = new Map<string, Effect>();
  for (const change of changes) {
    if (change.subject !== 'task' && change.subject !== 'project') continue;
    for (const part of partsOf(change, change.subject)) {
      const key = `${part.subjectId} ${part.field}`;
      const first = found.get(key);
      found.set(key, first ? { ...part, before: first.before } : part);
    }
  }
  return [...found.values()].filter(({ before, after }) => before !== after);
}

function partsOf(change: EffectChange, subject: 'task' | 'project'): Effect[] {
  const { action, before, after } = change;
  const base = { subject, subjectId: change.subjectId };
  // The table above is written with these keys.
  const fields = Object.entries(fieldsOf[subject]) as [EffectField, EffectArea][];
  return fields.flatMap(([field, area]): Effect[] => {
    if (field === 'exists')
      return existence(change).map((part) => ({ ...base, area, field, ...part }));
    const isTouched = action === 'update' ? before !== null && Object.hasOwn(before, field) : true;
    if (!isTouched) return [];
    const values = { before: valueIn(before, field), after: valueIn(after, field) };
    return [{ ...base, area, field, ...values }];
  });
}

function existence({ action, before, after }: EffectChange): Pick<Effect, 'before' | 'after'>[] {
  if (action === 'create') return [{ before: null, after: 'yes' }];
  if (action === 'delete') return [{ before: 'yes', after: null }];
  if (!before || !Object.hasOwn(before, 'deleted_at')) return [];
  const stood = (columns: EffectChange['before']) =>
    (columns?.['deleted_at'] ?? null) === null ? 'yes' : null;
  return [{ before: stood(before), after: stood(after) }];
}

function valueIn(columns: EffectChange['before'], field: string): string | number | null {
  const value = columns?.[field] ?? null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
