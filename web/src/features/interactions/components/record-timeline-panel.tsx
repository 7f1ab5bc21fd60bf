import type { InteractionView } from '@evenkeel/contract/interactions';
import type { TimelineEntry } from '@evenkeel/contract/timeline';
import { monthOf } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { Id, InteractionId } from '@evenkeel/core/id';
import { type TimelineSubject, timelineGroups } from '@evenkeel/core/interactions/timeline';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { formatMonth } from '../../../ui/format/date.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useShortcut } from '../../../ui/shortcut/use-shortcut.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { MailAddressLink } from '../../inbound-mail/components/mail-address-link.tsx';
import { fetchInteraction, useTimeline } from '../api.ts';
import type { LogContext } from '../model.ts';
import { EditInteractionModal, LogInteractionModal } from './interaction-form.tsx';
import styles from './timeline.module.css';
import { TimelineItem } from './timeline-item.tsx';

type RecordTimelinePanelProps = {
  readonly subject: TimelineSubject;
  readonly subjectId: string;
  /** What is filled in when something is logged from here. */
  readonly context: LogContext;
  readonly mayWrite: boolean;
};

const firstEntries = 20;

/** Everything said with and done for a record, the newest first; `i` logs something more. */
export function RecordTimelinePanel({
  subject,
  subjectId,
  context,
  mayWrite,
}: RecordTimelinePanelProps) {
  const [limit, setLimit] = useState(firstEntries);
  const [groups, setGroups] = useState<readonly string[]>([]);
  const [isLogging, setLogging] = useState(false);
  const [edited, setEdited] = useState<InteractionView | null>(null);
  const kinds = timelineGroups
    .filter(({ id }) => groups.includes(id))
    .flatMap(({ kinds: own }) => own);
  const found = useTimeline({ subject, subjectId }, kinds, limit);
  useShortcut({
    keys: 'i',
    label: 'Log a call, e-mail, meeting or note',
    run: () => setLogging(true),
    enabled: mayWrite,
  });
  const open = (entry: TimelineEntry) =>
    // An entry of kind interaction names one.
    fetchInteraction(entry.subject.id as InteractionId).then(setEdited, () =>
      notifyFailed({ message: 'It could not be opened.' }),
    );
  return (
    <Section
      title="Timeline"
      actions={
        mayWrite ? (
          <>
            <ForwardAddress subject={subject} id={subjectId} />
            <LogButton onLog={() => setLogging(true)} />
          </>
        ) : undefined
      }
    >
      <GroupChips chosen={groups} onChange={setGroups} />
      <Loaded found={found} what="the timeline">
        {({ rows, nextCursor }) => (
          <>
            <Entries
              rows={rows}
              isFiltered={groups.length > 0}
              onOpen={(entry) => void open(entry)}
            />
            {nextCursor !== null && limit < 500 ? (
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => setLimit(Math.min(500, limit * 3))}
              >
                Show more
              </Button>
            ) : null}
          </>
        )}
      </Loaded>
      {isLogging ? (
        <LogInteractionModal context={context} onClose={() => setLogging(false)} />
      ) : null}
      {edited ? (
        <EditInteractionModal
          interaction={edited}
          mayWrite={mayWrite}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Section>
  );
}

function LogButton({ onLog }: { readonly onLog: () => void }) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={15} />}
      onClick={onLog}
      title="Log a call, e-mail, meeting or note (i)"
    >
      Log
    </Button>
  );
}

type GroupChipsProps = {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

function GroupChips({ chosen, onChange }: GroupChipsProps) {
  return (
    <div className={joinClasses(styles['chips'], styles['chips-above'])}>
      {timelineGroups.map(({ id, label }) => {
        const isOn = chosen.includes(id);
        return (
          <button
            key={id}
            type="button"
            className={styles['chip']}
            aria-pressed={isOn}
            onClick={() =>
              onChange(isOn ? chosen.filter((other) => other !== id) : [...chosen, id])
            }
          >
            {label}
          </button>
        );
      })}
    </div>
  );
}

type EntriesProps = {
  readonly rows: readonly TimelineEntry[];
  readonly isFiltered: boolean;
  readonly onOpen: (entry: TimelineEntry) => void;
};

function Entries({ rows, isFiltered, onOpen }: EntriesProps) {
  if (rows.length === 0) {
    return (
      <p className={styles['none']}>
        {isFiltered ? 'Nothing of this kind.' : 'Nothing was said or done here yet.'}
      </p>
    );
  }
  const months = groupedBy(rows, (entry) => monthOf(entry.on));
  return [...months].map(([month, entries]) => (
    <div key={month} className={styles['month']}>
      <h3 className={styles['month-name']}>{formatMonth(month)}</h3>
      <ol className={styles['entries']}>
        {entries.map((entry) => (
          <TimelineItem key={entry.key} entry={entry} onOpen={onOpen} />
        ))}
      </ol>
    </div>
  ));
}

/** Where mail about it can be forwarded to: accounts and projects have such an address. */
function ForwardAddress({
  subject,
  id,
}: {
  readonly subject: TimelineSubject;
  readonly id: string;
}) {
  if (subject !== 'account' && subject !== 'project') return null;
  const kind = subject === 'account' ? 'account' : 'client-project';
  // The id of the record that the panel is about.
  return <MailAddressLink subject={{ kind, id: id as Id<string> }} />;
}
