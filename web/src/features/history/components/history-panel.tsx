import type { ChangeView } from '@evenkeel/contract/history';
import { instant } from '@evenkeel/core/instant';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { HistoryList } from '../../../ui/record/history-list.tsx';
import { ErrorState } from '../../../ui/states/error-state.tsx';
import { LoadingState } from '../../../ui/states/loading-state.tsx';
import { type HistoryRoot, useHistory } from '../api.ts';
import { inWords } from '../in-words.ts';

const step = 20;

/** The history of a record, with everything that hangs on it. */
export function HistoryPanel({ root, rootId }: { root: HistoryRoot; rootId: string }) {
  const { workspace } = useSession();
  const [limit, setLimit] = useState(step);
  const { data, error, refetch } = useHistory(root, rootId, limit);
  if (error) {
    return (
      <ErrorState title="The history could not be loaded" onRetry={() => void refetch()}>
        <p>{error.message}</p>
      </ErrorState>
    );
  }
  if (!data) return <LoadingState what="the history" />;
  return (
    <>
      <HistoryList
        entries={data.rows.map((row) => entryOf(row, root, workspace.currency))}
        now={instant(new Date().toISOString())}
      />
      {data.nextBefore && limit < 500 ? (
        <Button variant="subtle" onClick={() => setLimit(Math.min(500, limit * 5))}>
          Show older changes
        </Button>
      ) : null}
    </>
  );
}

const verbs = { create: 'added', update: 'changed', delete: 'deleted' } as const;
const sources: Record<string, string> = {
  import: 'by import',
  api: 'over the API',
  sample: 'sample firm',
};

function entryOf(change: ChangeView, root: HistoryRoot, currency: string) {
  const isOwn = change.subject === root;
  const noun = change.subject.replaceAll('_', ' ');
  const what = isOwn ? 'this' : [`the ${noun}`, change.subjectName].filter(Boolean).join(' ');
  return {
    id: change.id,
    at: change.at,
    by: change.by,
    via: sources[change.source.split(':')[0] ?? ''] ?? null,
    what: `${verbs[change.action]} ${what}`,
    fields: isOwn && change.action === 'create' ? [] : fieldsOf(change, root, currency),
  };
}

/** A new record's fields are the record itself; what a part began with is worth a line. */
function fieldsOf(change: ChangeView, root: HistoryRoot, currency: string) {
  return change.fields
    .filter(({ field }) => field !== root.replaceAll('_', ' '))
    .map(({ field, before, after }) => ({
      field: field.replace(/ (minutes|on)$/, '').replace(/^is /, ''),
      before: inWords(field, before, currency),
      after: inWords(field, after, currency),
    }));
}
