import type { ChangeView } from '@evenkeel/contract/history';
import type { HistoryEntry } from '../../ui/record/history-list.tsx';
import type { HistoryRoot } from './api.ts';
import { fieldInWords, inWords, nounInWords } from './in-words.ts';

const verbs = { create: 'added', update: 'changed', delete: 'deleted' } as const;
const sources: Record<string, string> = {
  import: ' by import',
  api: ' over the API',
  sample: ' with the sample firm',
};

/** The changes as people tell them: what came into being together with the record is the record. */
export function historyEntries(
  changes: readonly ChangeView[],
  root: HistoryRoot,
  currency: string,
): HistoryEntry[] {
  const births = new Set(
    changes
      .filter(({ subject, action }) => subject === root && action === 'create')
      .map(({ at }) => at),
  );
  return changes
    .filter(({ at, subject, action }) => {
      return !births.has(at) || (subject === root && action === 'create');
    })
    .map((change) => entryOf(change, root, currency));
}

function entryOf(change: ChangeView, root: HistoryRoot, currency: string): HistoryEntry {
  const isOwn = change.subject === root;
  if (change.subject === 'record_merge' && change.action === 'create') {
    return {
      ...told(change),
      what: `merged ${change.subjectName} into this`,
      fields: fieldsOf(change, root, currency),
    };
  }
  const noun = nounInWords(change.subject);
  const what = isOwn ? 'this' : [`the ${noun}`, change.subjectName].filter(Boolean).join(' ');
  const source = sources[change.source.split(':')[0] ?? ''] ?? '';
  // A new record's fields are the record itself; what a part began with is worth a line.
  const fields = isOwn && change.action === 'create' ? [] : fieldsOf(change, root, currency);
  return {
    ...told(change),
    what: `${verbs[change.action]} ${what}${source}`,
    fields,
  };
}

function told(change: ChangeView) {
  return { id: change.id, who: change.by ?? undefined, when: change.at };
}

function fieldsOf(change: ChangeView, root: HistoryRoot, currency: string) {
  return change.fields
    .filter(({ field }) => field !== root.replaceAll('_', ' '))
    .map(({ field, before, after }) => ({
      label: fieldInWords(field),
      from: inWords(field, before, currency) ?? undefined,
      to: inWords(field, after, currency) ?? undefined,
    }));
}
