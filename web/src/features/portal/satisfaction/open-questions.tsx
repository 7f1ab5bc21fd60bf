import type { PortalProject } from '@evenkeel/contract/portal/portal';
import type { PortalSatisfaction } from '@evenkeel/contract/portal/satisfaction';
import { usePortal } from '../portal-context.ts';
import { useRate } from './api.ts';
import { RateForm } from './rate-form.tsx';
import styles from './satisfaction.module.css';

type OpenQuestionsProps = {
  readonly project: PortalProject;
  readonly rows: readonly PortalSatisfaction[];
};

/** Questions that can be answered, each with its form. */
export function OpenQuestions({ project, rows }: OpenQuestionsProps) {
  const { isPreview } = usePortal();
  const rate = useRate();
  return (
    <div className={styles['open']}>
      {rows.map((question) => (
        <RateForm
          key={question.id}
          question={question}
          project={project.name}
          isLocked={isPreview}
          onSend={(body) =>
            rate.mutateAsync({
              params: { projectId: project.id, satisfactionId: question.id },
              body,
            })
          }
        />
      ))}
    </div>
  );
}
