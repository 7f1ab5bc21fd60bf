import type { SatisfactionReport, SatisfactionView } from '@evenkeel/contract/satisfaction';
import { useState } from 'react';
import { Figure } from '../../../ui/figure/figure.tsx';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatCount, formatPercent } from '../../../ui/format/number.ts';
import { Section } from '../../../ui/page/section.tsx';
import { type SatisfactionOf, useSatisfaction } from '../api.ts';
import { answersOf, meanText, type Quarter, quarterName } from '../model.ts';
import { AnswerList } from './answer-list.tsx';
import styles from './satisfaction.module.css';
import { Trend } from './trend.tsx';

const formula =
  'Answers of 4 or 5 / all answers, on a scale from 1 (very dissatisfied) to 5 (very satisfied), asked at milestones and at the close of a project.';

/** CSAT of a project or an account with its trend; each figure opens to the answers behind it (CR-03). */
export function SatisfactionFiguresPanel({ of }: { readonly of: SatisfactionOf }) {
  const { data } = useSatisfaction(of);
  if (!data || data.askedCount === 0) return null;
  return (
    <Section title="Satisfaction">
      <Figures report={data} withProject={'accountId' in of} />
    </Section>
  );
}

/** What a figure opens to. */
type Opened = {
  readonly title: string;
  readonly rows: readonly SatisfactionView[];
};

type FiguresProps = { readonly report: SatisfactionReport; readonly withProject: boolean };

function Figures({ report, withProject }: FiguresProps) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { sum, quarters, askedCount, openCount, rows } = report;
  const openAnswers = () => setOpened({ title: 'Answers', rows: answersOf(rows, null) });
  return (
    <>
      <div className={styles['figures']}>
        <Figure
          label="CSAT"
          value={sum.satisfied === null ? 'No answer yet' : formatPercent(sum.satisfied)}
          formula={formula}
          delta={{
            text: `${formatCount(sum.count, { one: 'answer', many: 'answers' })}, share of 4 and 5`,
            tone: 'neutral',
          }}
          onOpen={openAnswers}
        />
        {sum.mean === null ? null : (
          <Figure
            label="Mean score"
            value={meanText(sum.mean)}
            formula="Sum of all scores / number of answers, from 1 to 5."
            delta={{ text: 'of 5', tone: 'neutral' }}
            onOpen={openAnswers}
          />
        )}
        <Figure
          label="Answered"
          value={`${sum.count} of ${askedCount}`}
          formula="Answers / questions asked. A question is open for four weeks and reminded of once."
          delta={{ text: `${openCount} still open`, tone: 'neutral' }}
          onOpen={() => setOpened({ title: 'Everybody who was asked', rows })}
        />
      </div>
      {quarters.length > 0 ? (
        <Trend
          quarters={quarters}
          onOpen={(quarter: Quarter) =>
            setOpened({
              title: `Answers in ${quarterName(quarter)}`,
              rows: answersOf(rows, quarter),
            })
          }
        />
      ) : null}
      <SidePanel
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={opened?.title ?? ''}
        note={opened ? formatCount(opened.rows.length, { one: 'question', many: 'questions' }) : ''}
      >
        {opened ? <AnswerList rows={opened.rows} withProject={withProject} /> : null}
      </SidePanel>
    </>
  );
}
