import { useEffect, useRef } from 'react';
import styles from './form.module.css';
import { type Problem, placeIssues } from './problem.ts';

type ProblemSummaryProps = {
  readonly problem: Problem | undefined;
  readonly fieldNames: readonly string[];
};

/** What was refused, on top of the form; takes the focus so that it is read out and seen. */
export function ProblemSummary({ problem, fieldNames }: ProblemSummaryProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) element.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const { beside, rest } = placeIssues(problem.issues, fieldNames);
  const fieldCount = Object.keys(beside).length;
  return (
    <div ref={element} className={styles['summary']} role="alert" tabIndex={-1}>
      <p className={styles['summary-title']}>{problem.title}</p>
      {fieldCount > 0 ? (
        <p>
          {fieldCount === 1 ? 'One field needs a change.' : `${fieldCount} fields need a change.`}
        </p>
      ) : null}
      {rest.map((issue) => (
        <p key={`${issue.path} ${issue.message}`}>{issue.message}</p>
      ))}
      {problem.isConflict ? (
        <p>
          Somebody changed this while you were editing. Copy your text, close, and open it again.
        </p>
      ) : null}
      {problem.requestId ? <p className={styles['request']}>Request {problem.requestId}</p> : null}
    </div>
  );
}
