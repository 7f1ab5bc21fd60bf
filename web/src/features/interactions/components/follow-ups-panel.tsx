import { type InteractionView, interactions } from '@evenkeel/contract/interactions';
import { useState } from 'react';
import { useSession } from '../../../lib/session.ts';
import { readerToday } from '../../../ui/format/date.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { useInteractionWrite, useOpenFollowUps } from '../api.ts';
import { EditInteractionModal } from './interaction-form.tsx';
import styles from './timeline.module.css';

/** What you said you would come back to; nothing at all while there is none. */
export function FollowUpsPanel({ mayWrite }: { readonly mayWrite: boolean }) {
  const { member } = useSession();
  const { data } = useOpenFollowUps(member.personId);
  const [edited, setEdited] = useState<InteractionView | null>(null);
  const setDone = useInteractionWrite(interactions.setFollowUpDone);
  if (!data || data.rows.length === 0) return null;
  const rows = [...data.rows].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  const finish = async (interaction: InteractionView) => {
    const params = { id: interaction.id };
    try {
      await setDone.mutateAsync({ params, body: { isDone: true } });
      notifyDone({
        message: `Followed up: ${interaction.name}`,
        undo: async () => void (await setDone.mutateAsync({ params, body: { isDone: false } })),
      });
    } catch {
      notifyFailed({ message: 'It was not saved.', retry: () => finish(interaction) });
    }
  };
  return (
    <Section title="Follow-ups" note={String(rows.length)}>
      <ul className={styles['follow-ups']}>
        {rows.map((interaction) => (
          <li key={interaction.id} className={styles['follow-up']}>
            <input
              type="checkbox"
              className={styles['tick']}
              aria-label={`${interaction.name} is followed up`}
              disabled={!mayWrite}
              checked={false}
              onChange={() => void finish(interaction)}
            />
            <button type="button" className={styles['name']} onClick={() => setEdited(interaction)}>
              {interaction.name}
            </button>
            {interaction.account ? (
              <AppLink href={`/accounts/${interaction.account.id}`} className={styles['account']}>
                {interaction.account.name}
              </AppLink>
            ) : (
              <span />
            )}
            <DateText date={interaction.followUp?.on} lateAfter={readerToday()} />
          </li>
        ))}
      </ul>
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

function dayOf(interaction: InteractionView): string {
  return interaction.followUp?.on ?? '';
}
