import {
  type AnalysisBoardView,
  analysisBoards,
  type InsightView,
} from '@evenkeel/contract/analysis';
import type { AnalysisBoardId } from '@evenkeel/core/id';
import { boardDefinitions } from '@evenkeel/core/strategy/analysis-board';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { Autosave } from '../../ui/form/autosave.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { TitleField } from '../../ui/record/document-field.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { SavedNote } from '../../ui/record/record-layout.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { PlanPicker } from '../plans/components/plan-picker.tsx';
import { useAnalysisWrite, useBoard } from './api.ts';
import styles from './components/analysis.module.css';
import { BoardMenu } from './components/board-menu.tsx';
import { BoardSections } from './components/board-sections.tsx';
import { Competitors } from './components/competitors.tsx';
import { InsightForm } from './components/insight-form.tsx';
import { LevelsChart } from './components/levels-chart.tsx';
import { ShareGrowthPlot } from './components/share-growth-plot.tsx';

const list = { label: 'Analysis', href: '/analysis' };
const isText = (value: unknown): value is string => typeof value === 'string';

/** One analysis board with its insights. */
export function BoardPage() {
  // The route table names the parameter; the server refuses what is no id.
  const id = usePathParameter('boardId') as AnalysisBoardId;
  const found = useBoard(id);
  return (
    <LoadedRecord found={found} noun="board" list={list}>
      {(board) => <OpenBoard key={id} board={board} />}
    </LoadedRecord>
  );
}

function OpenBoard({ board }: { readonly board: AnalysisBoardView }) {
  const update = useAnalysisWrite(analysisBoards.update);
  const { save, state } = useSaving<NonNullable<Parameters<typeof update.mutateAsync>[0]['body']>>(
    board.version,
    (body, version) =>
      update.mutateAsync({ params: { id: board.id }, version, ...(body ? { body } : {}) }),
  );
  const canEdit = useMay('write') && board.deletedAt === null;
  const definition = boardDefinitions[board.kind];
  // A link to an insight opens it: `?insight=…`.
  const [openId, setOpenId] = useAddressState('insight', '', isText);
  const [picked, setPicked] = useState<InsightView | null>(null);
  const opened = board.insights.find(({ id }) => id === (picked?.id ?? openId)) ?? null;
  const close = () => {
    setPicked(null);
    if (openId !== '') setOpenId('');
  };
  return (
    <Page
      title={board.name}
      breadcrumbs={[list]}
      actions={
        <>
          <SavedNote state={state} />
          <BoardMenu board={board} save={save} />
        </>
      }
    >
      <div className={styles['head']}>
        <div className={styles['title']}>
          <Autosave name="name" value={board.name} save={(name) => save({ name })}>
            {(field) => <TitleField label="Name of the board" disabled={!canEdit} {...field} />}
          </Autosave>
          <p className={styles['teaches']}>
            {definition.name}: {definition.teaches} <span>({definition.source})</span>
          </p>
        </div>
        <Autosave
          name="planId"
          value={board.plan?.id ?? null}
          on="change"
          save={(planId) => save({ planId })}
        >
          {(field) => <PlanPicker label="Plan" disabled={!canEdit} {...field} />}
        </Autosave>
      </div>
      {definition.numbers === 'levels' ? (
        <>
          <LevelsChart board={board} />
          <Competitors
            competitors={board.competitors}
            canEdit={canEdit}
            onChange={(competitors) => save({ competitors })}
          />
        </>
      ) : null}
      {definition.numbers === 'share-growth' ? (
        <ShareGrowthPlot insights={board.insights} onOpen={setPicked} />
      ) : null}
      <BoardSections board={board} canEdit={canEdit} onOpen={setPicked} />
      <div className={styles['history']}>
        <Section title="History">
          <HistoryPanel root="analysis_board" rootId={board.id} />
        </Section>
      </div>
      {opened ? (
        <InsightForm
          key={opened.id}
          insight={opened}
          board={board}
          canEdit={canEdit}
          onClose={close}
        />
      ) : null}
    </Page>
  );
}
