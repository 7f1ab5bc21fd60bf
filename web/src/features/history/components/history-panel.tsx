import { instant } from '@evenkeel/core/instant';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { HistoryList } from '../../../ui/record/history-list.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { type HistoryRoot, useHistory } from '../api.ts';
import { historyEntries } from '../entries.ts';

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
          entries={historyEntries(rows, root, workspace.currency)}
          now={instant(new Date().toISOString())}
          {...(nextBefore !== null && limit < mostEntries
            ? { onMore: () => setLimit(Math.min(mostEntries, limit * 5)) }
            : {})}
        />
      )}
    </Loaded>
  );
}
