import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatCount } from '../../../ui/format/number.ts';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { MilestonesPanel } from '../../milestones/components/milestones-panel.tsx';
import type { ClientSectionProps } from '../../projects/client-project-page.tsx';
import { useAsk, useSatisfaction } from '../api.ts';
import { AnswerList } from './answer-list.tsx';
import styles from './satisfaction.module.css';
import { SatisfactionFiguresPanel } from './satisfaction-figures-panel.tsx';

/** How satisfied the client of a project is, where we ask, and what they measure (CR-03, CR-21). */
export function SatisfactionPanel({ project, mayWrite }: ClientSectionProps) {
  const found = useSatisfaction({ projectId: project.id });
  const ask = useAskNow(project.id);
  return (
    <div className={styles['stack']}>
      <SatisfactionFiguresPanel of={{ projectId: project.id }} />
      <Section
        framed
        title="Milestones"
        note="Where the client is asked once it is reached, and what they measure there"
      >
        <MilestonesPanel
          projectId={project.id}
          mayWrite={mayWrite}
          onAsk={mayWrite ? (id) => void ask(id) : null}
        />
      </Section>
      <Section framed title="At the close">
        <div className={styles['close']}>
          <p className={styles['empty']}>
            Everybody who sees the project is asked about it as a whole within minutes of its
            completion. One reminder after a week; after four weeks the question is over.
          </p>
          {mayWrite && project.state === 'completed' ? (
            <Button variant="default" onClick={() => void ask(null)}>
              Ask now
            </Button>
          ) : null}
        </div>
      </Section>
      <Section framed title="Answers" note="In the client’s own words, the latest first">
        <Loaded found={found} what="the answers">
          {({ rows }) => <AnswerList rows={rows} />}
        </Loaded>
      </Section>
    </div>
  );
}

/** Asks about a milestone, or about the whole project, and says how many were asked. */
function useAskNow(projectId: ProjectId): (milestoneId: TaskId | null) => Promise<void> {
  const { mutateAsync } = useAsk();
  return async (milestoneId) => {
    try {
      const { askedCount } = await mutateAsync({ body: { projectId, milestoneId } });
      notifyDone({
        message: `${formatCount(askedCount, { one: 'client user was', many: 'client users were' })} asked`,
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
}
