import { type InitiativeRow, initiatives } from '@evenkeel/contract/initiatives';
import {
  type AnsoffField,
  ansoffField,
  type Novelty,
} from '@evenkeel/core/projects/initiative-category';
import { useMay } from '../../../lib/session.ts';
import { useOpen } from '../../../ui/navigation/use-open.ts';
import { SectionBoard } from '../../../ui/section-board/section-board.tsx';
import { TestMark } from '../components/test-mark.tsx';
import { ansoffLabels } from '../model.ts';
import { InitiativesFrame } from './components/initiatives-frame.tsx';
import styles from './components/views.module.css';
import { usePlaceRow } from './use-place-row.ts';

type Place = { readonly market: Novelty | null; readonly offering: Novelty | null };

const fields: Record<AnsoffField | 'unplaced', Place & { readonly note: string }> = {
  penetration: {
    market: 'existing',
    offering: 'existing',
    note: 'More of what we do, for those we serve. The least risk.',
  },
  product: {
    market: 'existing',
    offering: 'new',
    note: 'Something new for those who know us.',
  },
  market: {
    market: 'new',
    offering: 'existing',
    note: 'What we do well, for those who do not know us yet.',
  },
  diversification: {
    market: 'new',
    offering: 'new',
    note: 'Both new. The most risk: begin small.',
  },
  unplaced: {
    market: null,
    offering: null,
    note: 'Say for each whether market and offering are new.',
  },
};

/** The Ansoff matrix: markets and offerings that are there or new (Ansoff, 1957). */
export function AnsoffPage() {
  return <InitiativesFrame view="ansoff">{(rows) => <Ansoff rows={rows} />}</InitiativesFrame>;
}

const rowKey = (row: InitiativeRow) => row.id;
const rowName = (row: InitiativeRow) => row.name;
const layout = ['penetration product', 'market diversification', 'unplaced unplaced'];

function Ansoff({ rows }: { readonly rows: readonly InitiativeRow[] }) {
  const mayWrite = useMay('write');
  const place = usePlaceRow(initiatives.update);
  const open = useOpen();
  const move = ({ card, to }: { card: InitiativeRow; to: string }) => {
    // The sections are the keys of `fields`.
    const { market, offering } = fields[to as keyof typeof fields];
    place(card, { market, offering }, { market: card.market, offering: card.offering });
  };
  return (
    <>
      <p className={styles['axis']}>
        <span>Existing offering</span>
        <span>New offering</span>
      </p>
      <SectionBoard
        label="Ansoff matrix: existing markets above, new ones below"
        layout={layout}
        sections={Object.entries(fields).map(([id, { note }]) => ({
          id,
          label: id === 'unplaced' ? 'Not placed yet' : ansoffLabels[id as AnsoffField],
          note,
          cards: rows.filter((row) => (ansoffField(row) ?? 'unplaced') === id),
        }))}
        cardKey={rowKey}
        cardName={rowName}
        renderCard={renderCard}
        onOpenCard={(row) => open(`/initiatives/${row.id}`)}
        {...(mayWrite ? { onMove: move } : {})}
      />
    </>
  );
}

function renderCard(row: InitiativeRow) {
  return (
    <span className={styles['small-card']}>
      <span className={styles['small-name']}>{row.name}</span>
      <TestMark test={row.test} />
    </span>
  );
}
