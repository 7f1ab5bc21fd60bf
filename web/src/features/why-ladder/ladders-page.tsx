import { type LadderView, whyLadder } from '@evenkeel/contract/why-ladder';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { goalTabs } from '../../lib/goal-tabs.ts';
import { useMay } from '../../lib/session.ts';
import { problemOf } from '../../ui/form/problem.ts';
import { HealthMark } from '../../ui/marks/health-mark.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { notifyDone, notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useLadders, useLadderWrite } from './api.ts';
import styles from './components/ladder.module.css';
import { onLadder } from './model.ts';

/** All ladders: the dead ones, answers that most likely say the same, and where each initiative arrives. */
export function LaddersPage() {
  const found = useLadders();
  return (
    <Page title="Goals" tabs={goalTabs('ladders')}>
      <Loaded found={found} what="the why-ladders">
        {(ladders) => (
          <div className={styles['overview']}>
            <Orphans ladders={ladders} />
            <Duplicates ladders={ladders} />
            <Arrivals ladders={ladders} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

type Ladders = { readonly ladders: LadderView };

function Orphans({ ladders }: Ladders) {
  return (
    <Section title="Initiatives with no goal" note="Their ladders are dead: they end before a goal">
      {ladders.orphans.length === 0 ? (
        <p className={styles['dim']}>None: every initiative reaches a goal.</p>
      ) : (
        <ul className={styles['rows']}>
          {ladders.orphans.map(({ id, name }) => (
            <li key={id}>
              <HealthMark health="at-risk" label={name} />
              <AppLink href={`/initiatives/${id}/why`} className={styles['go']}>
                Climb its ladder
              </AppLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Duplicates({ ladders }: Ladders) {
  const mayWrite = useMay('write');
  const merge = useLadderWrite(whyLadder.merge);
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const textOf = (id: string) => ladders.nodes.find((node) => node.id === id)?.text ?? '';
  const pairs = ladders.duplicates.filter((pair) => !apart.has(`${pair.keptId} ${pair.mergedId}`));
  const makeOne = async ({ keptId, mergedId }: LadderView['duplicates'][number]) => {
    try {
      await merge.mutateAsync({ body: { keptId, mergedId } });
      notifyDone({ message: 'The two answers are one now' });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  if (pairs.length === 0) return null;
  return (
    <Section title="Likely the same" note="Made one, two ladders meet; the words of the first stay">
      <ul className={styles['rows']}>
        {pairs.map((pair) => (
          <li key={`${pair.keptId} ${pair.mergedId}`}>
            <span className={styles['pair']}>
              <span>“{textOf(pair.keptId)}”</span>
              <span>“{textOf(pair.mergedId)}”</span>
            </span>
            {mayWrite ? (
              <>
                <Button variant="default" onClick={() => void makeOne(pair)}>
                  Make one
                </Button>
                <Button
                  variant="subtle"
                  onClick={() => setApart(new Set(apart).add(`${pair.keptId} ${pair.mergedId}`))}
                >
                  Not the same
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Goals with the initiatives that climb to each: where two meet. */
function Arrivals({ ladders }: Ladders) {
  const goals = ladders.nodes.filter((node) => node.kind === 'goal');
  const initiatives = ladders.nodes.filter((node) => node.kind === 'initiative');
  const climbed = new Map(initiatives.map(({ id }) => [id, onLadder(ladders, id)]));
  return (
    <Section title="Where the ladders end" note="Goals, and the initiatives that reach each">
      <ul className={styles['rows']}>
        {goals.map((goal) => {
          const own = initiatives.filter(({ id }) => climbed.get(id)?.has(goal.id));
          return (
            <li key={goal.id}>
              <AppLink href={`/goals/${goal.id}`} className={styles['goal']}>
                {goal.text}
              </AppLink>
              <span className={styles['arrivals']}>
                {own.length === 0 ? <HealthMark health="at-risk" label="No initiative" /> : null}
                {own.map(({ id, text }) => (
                  <AppLink key={id} href={`/initiatives/${id}/why`} className={styles['go']}>
                    {text}
                  </AppLink>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
