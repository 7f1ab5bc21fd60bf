import {
  type ClientStakeholderView,
  clientStakeholders,
} from '@evenkeel/contract/client-stakeholders';
import {
  type Engagement,
  engagements,
  placeOf,
} from '@evenkeel/core/stakeholders/stakeholder-grid';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { SectionBoard } from '../../../ui/section-board/section-board.tsx';
import { useStakeholderWrite } from '../api.ts';
import { engagementWords, hearsText } from '../words.ts';
import styles from './stakeholders.module.css';

type StakeholderGridProps = {
  readonly rows: readonly ClientStakeholderView[];
  readonly mayWrite: boolean;
  readonly onOpen: (row: ClientStakeholderView) => void;
};

const layout = ['keep-satisfied manage-closely', 'monitor keep-informed'];
const cardKey = (row: ClientStakeholderView) => row.id;
const cardName = (row: ClientStakeholderView) => row.contact.name;

/** The grid of power and interest (Mendelow 1991): moving somebody says what they are. */
export function StakeholderGrid({ rows, mayWrite, onOpen }: StakeholderGridProps) {
  const move = useMove();
  return (
    <>
      <p className={styles['axis']}>
        <span>Low interest</span>
        <span>High interest</span>
      </p>
      <SectionBoard<ClientStakeholderView>
        label="Stakeholders: high influence above, low influence below"
        layout={layout}
        sections={engagements.map((id) => ({
          id,
          ...engagementWords[id],
          cards: rows.filter(({ engagement }) => engagement === id),
        }))}
        cardKey={cardKey}
        cardName={cardName}
        renderCard={renderCard}
        onOpenCard={onOpen}
        // The sections are the fields of the grid.
        {...(mayWrite ? { onMove: ({ card, to }) => void move(card, to as Engagement) } : {})}
      />
    </>
  );
}

function renderCard(row: ClientStakeholderView) {
  return (
    <span className={styles['card']}>
      <span className={styles['name']}>{row.contact.name}</span>
      <span className={styles['dim']}>{row.jobTitle ?? row.accountRole}</span>
      <span className={styles['dim']}>{hearsText(row)}</span>
    </span>
  );
}

/** Moves somebody to another field, with a way back. */
function useMove() {
  const { mutateAsync } = useStakeholderWrite(clientStakeholders.update);
  return async (
    { id, version, contact, influence, interest }: ClientStakeholderView,
    to: Engagement,
  ) => {
    try {
      const next = await mutateAsync({ params: { id }, version, body: placeOf(to) });
      notifyDone({
        message: `${contact.name}: ${engagementWords[to].label.toLowerCase()}`,
        undo: async () => {
          const body = { influence, interest };
          await mutateAsync({ params: { id }, version: next.version, body });
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
}
