import type { PortalProject } from '@evenkeel/contract/portal/portal';
import type { PortalSatisfaction } from '@evenkeel/contract/portal/satisfaction';
import { satisfactionWords } from '@evenkeel/core/words/satisfaction';
import { IconMoodSmile } from '@tabler/icons-react';
import { StateBlock } from '../../../ui/states/state-block.tsx';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { PortalLoaded } from '../portal-loaded.tsx';
import { PortalPart } from '../portal-part.tsx';
import { PortalProjectPage } from '../portal-project.tsx';
import { dayOf } from '../zoned-words.ts';
import { usePortalSatisfaction } from './api.ts';
import { OpenQuestions } from './open-questions.tsx';
import styles from './satisfaction.module.css';

/** What the reader is asked to rate, and what they rated. */
export function PortalSatisfactionPage() {
  return (
    <PortalProjectPage section="satisfaction">
      {(project) => <Satisfaction project={project} />}
    </PortalProjectPage>
  );
}

function Satisfaction({ project }: { readonly project: PortalProject }) {
  const words = usePortalWords(satisfactionWords);
  const found = usePortalSatisfaction(project.id);
  return (
    <PortalLoaded found={found}>
      {({ rows }) => {
        const open = rows.filter(({ isOpen }) => isOpen);
        const closed = rows.filter((row) => !row.isOpen && row.score !== null);
        return (
          <>
            {open.length > 0 ? (
              <PortalPart title={words('openTitle')}>
                <OpenQuestions project={project} rows={open} />
              </PortalPart>
            ) : (
              <StateBlock icon={<IconMoodSmile size={20} stroke={1.6} />} title={words('none')}>
                <p>{words('noneHint')}</p>
              </StateBlock>
            )}
            {closed.length > 0 ? (
              <PortalPart title={words('givenTitle')}>
                <ul className={styles['given']}>
                  {closed.map((row) => (
                    <GivenLine key={row.id} row={row} />
                  ))}
                </ul>
              </PortalPart>
            ) : null}
          </>
        );
      }}
    </PortalLoaded>
  );
}

/** An answer that cannot be changed any more. */
function GivenLine({ row }: { readonly row: PortalSatisfaction }) {
  const { language, timeZone } = usePortal();
  const words = usePortalWords(satisfactionWords);
  const { milestone, score, comment, answeredAt } = row;
  if (score === null || answeredAt === null) return null;
  return (
    <li>
      <p className={styles['head']}>
        <span className={styles['name']}>{milestone ?? words('wholeProject')}</span>
        <span>
          <strong>{score}</strong> · {words(`score${score}`)}
        </span>
        <span className={styles['dim']}>
          {words('givenOn', { day: dayOf(answeredAt, timeZone, language) })}
        </span>
      </p>
      {comment === '' ? null : <p className={styles['quote']}>{comment}</p>}
    </li>
  );
}
