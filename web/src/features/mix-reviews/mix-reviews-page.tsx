import { mixReviews } from '@evenkeel/contract/mix';
import { Button } from '@mantine/core';
import { IconPlus, IconTarget } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { problemOf } from '../../ui/form/problem.ts';
import { formatDate } from '../../ui/format/date.ts';
import { formatCount } from '../../ui/format/number.ts';
import { HealthMark } from '../../ui/marks/health-mark.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useOpen } from '../../ui/navigation/use-open.ts';
import { notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useMix, useMixReviews, useMixWrite } from './api.ts';
import styles from './components/mix.module.css';
import { MixSeenTable } from './components/mix-seen.tsx';
import { TargetsForm } from './components/targets-form.tsx';

/** The mix against what the firm aims at, and the regular looks at it. */
export function MixReviewsPage() {
  const mayManage = useMay('manage');
  const { currency } = useSession().workspace;
  const found = useMix();
  const [isTargetOpen, setTargetOpen] = useState(false);
  const open = useOpen();
  const hold = useMixWrite(mixReviews.hold);
  const begin = async () => {
    try {
      const { id } = await hold.mutateAsync({});
      open(`/mix-reviews/${id}`);
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Page
      title="Mix review"
      actions={
        mayManage && found.data ? (
          <Button
            variant="default"
            leftSection={<IconTarget size={15} />}
            onClick={() => setTargetOpen(true)}
          >
            Set targets
          </Button>
        ) : null
      }
      primary={
        mayManage ? (
          <Button
            leftSection={<IconPlus size={16} />}
            loading={hold.isPending}
            onClick={() => void begin()}
          >
            Hold a review
          </Button>
        ) : null
      }
    >
      <div className={styles['stack']}>
        <Section
          framed
          title="The mix today"
          note="Logged and planned work; open deals are not counted. Too client-heavy and too strategic both are off the aim"
        >
          <Loaded found={found} what="the mix">
            {(view) => <MixSeenTable seen={view} currency={currency} />}
          </Loaded>
        </Section>
        <Reviews />
      </div>
      {isTargetOpen && found.data ? (
        <TargetsForm view={found.data} onClose={() => setTargetOpen(false)} />
      ) : null}
    </Page>
  );
}

function Reviews() {
  const found = useMixReviews();
  return (
    <Section
      framed
      title="Reviews"
      note={
        found.data?.nextReviewOn ? (
          found.data.isDue ? (
            <HealthMark
              health="at-risk"
              label={`The next was due on ${formatDate(found.data.nextReviewOn)}`}
            />
          ) : (
            `The next is on ${formatDate(found.data.nextReviewOn)}`
          )
        ) : undefined
      }
    >
      <Loaded found={found} what="the reviews">
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={styles['empty']}>
              No review yet. Hold one: it keeps the mix as it is today, you record what you decide,
              and the next one opens on what was said and what came of it.
            </p>
          ) : (
            <ul className={styles['list']}>
              {rows.map((review) => (
                <li key={review.id} className={styles['item']}>
                  <AppLink className={styles['main']} href={`/mix-reviews/${review.id}`}>
                    {formatDate(review.heldOn)}
                  </AppLink>
                  <span>
                    {formatCount(review.decisionCount, { one: 'decision', many: 'decisions' })}
                  </span>
                  <span className={styles['dim']}>
                    {review.openCount > 0 ? `${review.openCount} open` : 'none open'}
                  </span>
                  <span className={styles['dim']}>{review.heldBy.name}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
