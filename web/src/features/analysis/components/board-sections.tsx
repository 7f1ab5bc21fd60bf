import { type AnalysisBoardView, type InsightView, insights } from '@evenkeel/contract/analysis';
import { boardDefinitions } from '@evenkeel/core/strategy/analysis-board';
import { type FormEvent, useState } from 'react';
import { notifyDone } from '../../../ui/notify/notify.tsx';
import { type BoardSection, SectionBoard } from '../../../ui/section-board/section-board.tsx';
import { useAnalysisWrite } from '../api.ts';
import { told } from '../told.ts';
import styles from './analysis.module.css';
import { InsightCard } from './insight-card.tsx';

type BoardSectionsProps = {
  readonly board: AnalysisBoardView;
  readonly canEdit: boolean;
  readonly onOpen: (insight: InsightView) => void;
};

const cardKey = (insight: InsightView) => insight.id;
const cardName = (insight: InsightView) => insight.name;
const renderCard = (insight: InsightView) => <InsightCard insight={insight} />;

/** The sections of a board with their insights: added, opened and moved here. */
export function BoardSections({ board, canEdit, onOpen }: BoardSectionsProps) {
  const { layout, sections, name } = boardDefinitions[board.kind];
  const move = useMoveInsight();
  return (
    <SectionBoard<InsightView>
      label={`${name}: ${board.name}`}
      layout={layout}
      sections={sections.map(({ id, label, asks, tone }) => ({
        id,
        label,
        note: asks,
        cards: board.insights.filter(({ section }) => section === id),
        ...(tone ? { tone } : {}),
      }))}
      cardKey={cardKey}
      cardName={cardName}
      renderCard={renderCard}
      onOpenCard={onOpen}
      {...(canEdit
        ? {
            onMove: ({ card, to }: { card: InsightView; to: string }) => void move(card, to),
            renderFoot: (section: BoardSection<InsightView>) => (
              <AddInsight board={board} section={section} />
            ),
          }
        : {})}
    />
  );
}

function useMoveInsight() {
  const update = useAnalysisWrite(insights.update);
  return (insight: InsightView, section: string) =>
    told(async () => {
      const params = { id: insight.id };
      const body = { section };
      const moved = await update.mutateAsync({ params, version: insight.version, body });
      notifyDone({
        message: `“${insight.name}” moved`,
        undo: async () => {
          const back = { section: insight.section, position: insight.position };
          await told(() => update.mutateAsync({ params, version: moved.version, body: back }));
        },
      });
    });
}

type AddInsightProps = {
  readonly board: AnalysisBoardView;
  readonly section: BoardSection<InsightView>;
};

/** Adds an insight at the end of a section; Enter, and the next one can be written. */
function AddInsight({ board, section }: AddInsightProps) {
  const create = useAnalysisWrite(insights.create);
  const [name, setName] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const body = { section: section.id, name };
    if (await told(() => create.mutateAsync({ params: { id: board.id }, body }))) setName('');
  };
  return (
    <form className={styles['add']} onSubmit={(event) => void add(event)}>
      <input
        className={styles['add-input']}
        aria-label={`Add to ${section.label}`}
        placeholder="Add an insight"
        maxLength={500}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </form>
  );
}
