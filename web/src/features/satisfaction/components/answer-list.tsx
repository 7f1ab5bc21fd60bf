import type { SatisfactionView } from '@evenkeel/contract/satisfaction';
import { formatDate } from '../../../ui/format/date.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { dayOfInstant } from '../model.ts';
import styles from './satisfaction.module.css';
import { ScoreMark } from './score-mark.tsx';

type AnswerListProps = {
  readonly rows: readonly SatisfactionView[];
  /** Named where answers of several projects stand together. */
  readonly withProject?: boolean;
};

/** Questions with their answers, as the client gave them. */
export function AnswerList({ rows, withProject = false }: AnswerListProps) {
  if (rows.length === 0) return <p className={styles['empty']}>Nobody was asked yet.</p>;
  return (
    <ul className={styles['list']}>
      {rows.map((row) => (
        <Answer key={row.id} row={row} withProject={withProject} />
      ))}
    </ul>
  );
}

type AnswerProps = { readonly row: SatisfactionView; readonly withProject: boolean };

function Answer({ row, withProject }: AnswerProps) {
  const { project, milestone, member, score, comment, followUp } = row;
  return (
    <li className={styles['answer']}>
      <div className={styles['answer-head']}>
        {score === null ? null : <ScoreMark score={score} />}
        <span className={styles['who']}>{member.name}</span>
        <span className={styles['dim']}>
          about {milestone ? <MilestoneName milestone={milestone} /> : 'the project as a whole'}
          {withProject ? (
            <>
              {' · '}
              <AppLink href={`/client-projects/${project.id}/client/satisfaction`}>
                {project.name}
              </AppLink>
            </>
          ) : null}
        </span>
        <span className={styles['when']}>{whenWords(row)}</span>
      </div>
      {comment === '' ? null : <p className={styles['quote']}>{comment}</p>}
      {followUp ? (
        <p className={styles['follow-up']}>
          Task: <AppLink href={`/tasks/${followUp.id}`}>{followUp.name}</AppLink>
        </p>
      ) : null}
    </li>
  );
}

function MilestoneName({
  milestone: { id, name },
}: {
  readonly milestone: NonNullable<SatisfactionView['milestone']>;
}) {
  return id === null ? name : <AppLink href={`/tasks/${id}`}>{name}</AppLink>;
}

function whenWords({
  state,
  answeredAt,
  askedAt,
  expiresAt,
  remindedAt,
  channel,
}: SatisfactionView) {
  if (answeredAt !== null) {
    const way = channel === 'mail' ? 'by mail' : 'in the portal';
    return `${formatDate(dayOfInstant(answeredAt))}, ${way}`;
  }
  const asked = `Asked ${formatDate(dayOfInstant(askedAt))}`;
  if (state === 'expired') return `${asked}, not answered`;
  const reminded = remindedAt === null ? '' : ', reminded';
  return `${asked}${reminded}, open until ${formatDate(dayOfInstant(expiresAt))}`;
}
