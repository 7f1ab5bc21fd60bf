import type { ChangeView } from '@evenkeel/contract/history';
import { instant } from '@evenkeel/core/instant';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { type HistoryEntry, HistoryList } from '../../../ui/record/history-list.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { type HistoryRoot, useHistory } from '../api.ts';
import { fieldInWords, inWords } from '../in-words.ts';

const firstEntries = 20;
const mostEntries = 500;

/** The history of a record, with everything that hangs on it. */
export function HistoryPanel({ root, rootId }: { root: HistoryRoot; rootId: string }) {
  const { workspace } = useSession();
  const [limit, setLimit] = useState(firstEntries);
  const found = useHistory(root, rootId, limit);
  return (
    <Loaded found={found} what="the history">
      {({ rows, nextBefore }) => (
        <HistoryList
          entries={rows.map((change) => entryOf(change, root, workspace.currency))}
          now={instant(new Date().toISOString())}
          {...(nextBefore !== null && limit < mostEntries
            ? { onMore: () => setLimit(Math.min(mostEntries, limit * 5)) }
            : {})}
        />
      )}
    </Loaded>
  );
}

const verbs = { create: 'added', update: 'changed', delete: 'deleted' } as const;
const sources: Record<string, string> = {
  import: ' by import',
  api: ' over the API',
  sample: ' with the sample firm',
};

function entryOf(change: ChangeView, root: HistoryRoot, currency: string): HistoryEntry {
  const isOwn = change.subject === root;
  const noun = change.subject.replaceAll('_', ' ');
  const what = isOwn ? 'this' : [`the ${noun}`, change.subjectName].filter(Boolean).join(' ');
  const source = sources[change.source.split(':')[0] ?? ''] ?? '';
  // A new record's fields are the record itself; what a part began with is worth a line.
  const fields = isOwn && change.action === 'create' ? [] : fieldsOf(change, root, currency);
  return {
    id: change.id,
    who: change.by ?? undefined,
    when: change.at,
    what: `${verbs[change.action]} ${what}${source}`,
    fields,
  };
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
