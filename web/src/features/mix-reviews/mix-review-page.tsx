import { type MixDecisionView, type MixReviewView, mixReviews } from '@evenkeel/contract/mix';
import type { MixReviewId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { Autosave } from '../../ui/form/autosave.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { TextAreaField } from '../../ui/form/text-field.tsx';
import { formatDate, readerToday } from '../../ui/format/date.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { ProgressGlyph } from '../../ui/marks/progress-glyph.tsx';
import { RelativeDate } from '../../ui/marks/values.tsx';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { AddLine } from '../../ui/record/add-line.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { useMixReview, useMixWrite } from './api.ts';
import { DecisionForm } from './components/decision-form.tsx';
import styles from './components/mix.module.css';
import { MixSeenTable } from './components/mix-seen.tsx';

const list = { label: 'Mix review', href: '/mix-reviews' };

/** One review: what was said last time and what came of it, what is seen, what is decided. */
export function MixReviewPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('reviewId') as MixReviewId;
  const found = useMixReview(id);
  return (
    <LoadedRecord found={found} noun="mix review" list={list}>
      {(review) => (
        <Page title={`Mix review of ${formatDate(review.heldOn)}`} breadcrumbs={[list]}>
          <Review key={review.id} review={review} />
        </Page>
      )}
    </LoadedRecord>
  );
}

function Review({ review }: { readonly review: MixReviewView }) {
  const mayManage = useMay('manage');
  const { currency } = useSession().workspace;
  const [opened, setOpened] = useState<MixDecisionView | null>(null);
  const decide = useMixWrite(mixReviews.decide);
  const params = { id: review.id };
  const onOpen = mayManage ? setOpened : null;
  return (
    <div className={styles['stack']}>
      {review.before ? (
        <Section
          framed
          title="What we said last time, and what came of it"
          note={`The review of ${formatDate(review.before.review.heldOn)}`}
        >
          {review.before.review.summary ? <p>{review.before.review.summary}</p> : null}
          <Decisions decisions={review.before.decisions} onOpen={onOpen} />
          <MixSeenTable seen={review.before.seen} currency={currency} />
        </Section>
      ) : null}
      <Section
        framed
        title="What we saw"
        note={`As it stood on ${formatDate(review.heldOn)}; it stays so`}
      >
        <MixSeenTable seen={review.seen} currency={currency} />
      </Section>
      <Section framed title="What we decide">
        <Decisions decisions={review.decisions} onOpen={onOpen} />
        {mayManage ? (
          <AddLine
            label="Add a decision"
            onAdd={async (decision) =>
              void (await decide.mutateAsync({ params, body: { decision } }))
            }
          />
        ) : null}
      </Section>
      <Section framed title="Summary">
        <Facts review={review} mayManage={mayManage} />
      </Section>
      {opened ? <DecisionForm decision={opened} onClose={() => setOpened(null)} /> : null}
    </div>
  );
}

function Facts({
  review,
  mayManage,
}: {
  readonly review: MixReviewView;
  readonly mayManage: boolean;
}) {
  const update = useMixWrite(mixReviews.update);
  const params = { id: review.id };
  const save = async (body: { summary?: string; nextReviewOn?: MixReviewView['nextReviewOn'] }) =>
    void (await update.mutateAsync({ params, version: review.version, body }));
  return (
    <>
      <Autosave name="summary" value={review.summary} save={(summary) => save({ summary })}>
        {(field) => <TextAreaField label="What came out of it" disabled={!mayManage} {...field} />}
      </Autosave>
      <Autosave
        name="nextReviewOn"
        value={review.nextReviewOn}
        on="change"
        save={(nextReviewOn) => save({ nextReviewOn })}
      >
        {(field) => (
          <DateField
            label="Next review"
            earliest={readerToday()}
            disabled={!mayManage}
            {...field}
          />
        )}
      </Autosave>
    </>
  );
}

type DecisionsProps = {
  readonly decisions: readonly MixDecisionView[];
  readonly onOpen: ((decision: MixDecisionView) => void) | null;
};

function Decisions({ decisions, onOpen }: DecisionsProps) {
  if (decisions.length === 0) return <p className={styles['empty']}>Nothing was decided.</p>;
  return (
    <ul className={styles['list']}>
      {decisions.map((one) => (
        <Decision key={one.id} decision={one} onOpen={onOpen} />
      ))}
    </ul>
  );
}

type DecisionProps = Pick<DecisionsProps, 'onOpen'> & { readonly decision: MixDecisionView };

function Decision({ decision, onOpen }: DecisionProps) {
  const { isClosed, outcome, owner, dueOn } = decision;
  const action = isClosed ? 'Change' : 'What came of it';
  return (
    <li className={joinClasses(styles['item'], isClosed && styles['closed'])}>
      <ProgressGlyph shape={isClosed ? 'done' : 'ring'} label={isClosed ? 'Closed' : 'Open'} />
      <span className={styles['main']}>
        {decision.decision}
        {outcome ? <span className={styles['under']}>{outcome}</span> : null}
      </span>
      {owner ? <span>{owner.name}</span> : null}
      {dueOn ? <RelativeDate date={dueOn} today={readerToday()} /> : null}
      {onOpen ? (
        <Button
          variant="default"
          aria-label={`${action}: ${decision.decision}`}
          onClick={() => onOpen(decision)}
        >
          {action}
        </Button>
      ) : null}
    </li>
  );
}
