import type { CandidateView } from '@evenkeel/contract/portfolio-candidates';
import type { PortfolioChoiceView } from '@evenkeel/contract/portfolio-choices';
import type { PortfolioResultView } from '@evenkeel/contract/portfolio-results';
import { useState } from 'react';
import { Section } from '../../../ui/page/section.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useFacts } from '../api.ts';
import { CandidatePanel } from './candidate-panel.tsx';
import styles from './choice.module.css';
import { ChosenTable } from './chosen-table.tsx';
import { ConflictList } from './conflict-list.tsx';
import { FrontierSection } from './frontier-section.tsx';
import { LeftOutTable } from './left-out-table.tsx';
import { ResultFigures } from './result-figures.tsx';
import { RunProgress } from './run-progress.tsx';

type ResultViewProps = { readonly choice: PortfolioChoiceView; readonly mayManage: boolean };

/** What a choice came to, or how far it is, or why there is nothing. */
export function ResultView({ choice, mayManage }: ResultViewProps) {
  if (choice.isRunning && choice.run)
    return <RunProgress choice={choice} run={choice.run} mayManage={mayManage} />;
  if (choice.result === null)
    return (
      <EmptyState title={choice.run?.state === 'cancelled' ? 'It was stopped' : 'Not computed yet'}>
        {choice.run?.failure ??
          'Look at the candidates and the aims, then run it. It proposes; nothing changes before somebody decides.'}
      </EmptyState>
    );
  return <Result choice={choice} result={choice.result} mayManage={mayManage} />;
}

type ResultProps = ResultViewProps & { readonly result: PortfolioResultView };

function Result({ choice, result, mayManage }: ResultProps) {
  const found = useFacts(choice.id, 'solved');
  const [openedId, setOpened] = useState<string | null>(null);
  return (
    <Loaded found={found} what="what it was chosen among">
      {(facts) => {
        const candidates = new Map(facts.candidates.map((one) => [one.id as string, one]));
        const opened = openedId === null ? undefined : candidates.get(openedId);
        return (
          <div className={styles['fill']}>
            <ResultFigures result={result} facts={facts} />
            {result.conflict.length > 0 ? <ConflictList conflict={result.conflict} /> : null}
            <Chosen result={result} candidates={candidates} onOpen={setOpened} />
            <LeftOutTable result={result} candidates={candidates} onOpen={setOpened} />
            <FrontierSection choice={choice} result={result} mayManage={mayManage} />
            {opened ? (
              <CandidatePanel
                key={opened.id}
                choice={choice}
                candidate={opened}
                facts={facts}
                mayManage={mayManage}
                onClose={() => setOpened(null)}
              />
            ) : null}
          </div>
        );
      }}
    </Loaded>
  );
}

type ChosenProps = {
  readonly result: PortfolioResultView;
  readonly candidates: ReadonlyMap<string, CandidateView>;
  readonly onOpen: (id: string) => void;
};

/** Two lists, each by its own yardstick; they are never ranked together (IN-02). */
function Chosen({ result, candidates, onOpen }: ChosenProps) {
  if (result.status === 'infeasible' || result.status === 'unknown') return null;
  return (
    <div className={styles['lists']}>
      <div>
        <Section title="Client deals" note="Chosen, by month and margin">
          <ChosenTable kind="deal" result={result} candidates={candidates} onOpen={onOpen} />
        </Section>
      </div>
      <div>
        <Section title="Initiatives" note="Chosen, by month and contribution to goals">
          <ChosenTable kind="initiative" result={result} candidates={candidates} onOpen={onOpen} />
        </Section>
      </div>
    </div>
  );
}
