import type { OriginView } from '@evenkeel/contract/projects';
import { isCalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { money } from '@evenkeel/core/money';
import { useState } from 'react';
import { originFieldLabels } from '../../../lib/hand-off-words.ts';
import { useSession } from '../../../lib/session.ts';
import { SwitchField } from '../../../ui/form/choice-fields.tsx';
import { DateText, EffortText, MoneyText, Nothing } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useOrigins } from '../api.ts';
import { type OriginGroup, originGroups, originSourceLabels } from '../model.ts';
import styles from './origins.module.css';

/** Where every value of a project came from, who confirmed it, and what has changed since (B09). */
export function OriginsPanel({ projectId }: { readonly projectId: ProjectId }) {
  const found = useOrigins(projectId);
  return (
    <Loaded found={found} what="the origins">
      {({ rows }) => <Origins origins={rows} />}
    </Loaded>
  );
}

function Origins({ origins }: { readonly origins: readonly OriginView[] }) {
  const [isOnlyChanged, setOnlyChanged] = useState(false);
  if (origins.length === 0) {
    return (
      <EmptyState title="Nothing was handed off">
        When a won deal is handed off, every value of the project says here where it came from and
        who confirmed it. This project was made by hand.
      </EmptyState>
    );
  }
  const changed = origins.filter((origin) => origin.isChanged);
  const shown = isOnlyChanged ? changed : origins;
  return (
    <>
      <div className={styles['head']}>
        <p>
          {origins.length} values came over at the hand-off;{' '}
          {changed.length === 0 ? 'none has' : `${changed.length} ${verb(changed.length)}`} changed
          since.
        </p>
        <SwitchField
          label="Only what has changed"
          value={isOnlyChanged}
          onChange={setOnlyChanged}
        />
      </div>
      {originGroups(shown).map((group) => (
        <OriginTable key={group.subjectId} group={group} />
      ))}
    </>
  );
}

function verb(count: number): string {
  return count === 1 ? 'has' : 'have';
}

function OriginTable({ group }: { readonly group: OriginGroup }) {
  const kind = { project: 'Project', phase: 'Phase', task: 'Task' }[group.subject];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles['group']} tabIndex={0} aria-label={`${kind} ${group.name}`}>
      <table className={styles['table']}>
        <caption>
          <span className={styles['kind']}>{kind}</span> {group.name}
        </caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">As handed off</th>
            <th scope="col">Came from</th>
            <th scope="col">Now</th>
            <th scope="col">Confirmed by</th>
          </tr>
        </thead>
        <tbody>
          {group.origins.map((origin) => (
            <tr key={origin.id} data-changed={origin.isChanged || undefined}>
              <th scope="row">{originFieldLabels[origin.field] ?? origin.field}</th>
              <td>
                <OriginValue origin={origin} value={origin.value} />
              </td>
              <td>
                <OriginSourceText origin={origin} />
              </td>
              <td>
                {origin.isChanged ? (
                  <OriginValue origin={origin} value={origin.current} />
                ) : (
                  <span className={styles['same']}>the same</span>
                )}
              </td>
              <td>{origin.confirmedBy?.name ?? <Nothing />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A value in the words of its field. */
function OriginValue({ origin, value }: { origin: OriginView; value: OriginView['value'] }) {
  const { workspace } = useSession();
  if (value === null || value === '') return <Nothing />;
  if (typeof value === 'string') {
    return isCalendarDate(value) ? <DateText date={value} /> : value;
  }
  if (origin.field === 'price') return <MoneyText amount={money(value, workspace.currency)} />;
  return origin.field.endsWith('Minutes') ? <EffortText minutes={value} /> : value;
}

function OriginSourceText({ origin }: { readonly origin: OriginView }) {
  const label = originSourceLabels[origin.source];
  if (origin.source === 'deal') {
    const field = originFieldLabels[origin.sourceField] ?? origin.sourceField;
    return (
      <>
        <AppLink href={`/deals/${origin.sourceId}`} className={styles['link']}>
          {label} {origin.sourceName}
        </AppLink>
        , {field.toLowerCase()}
      </>
    );
  }
  if (origin.source === 'template') return <>Template {origin.sourceName}</>;
  if (origin.source === 'computed') return <>Computed: {origin.sourceField}</>;
  return <>{label}</>;
}
