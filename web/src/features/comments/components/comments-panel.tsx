import { comments } from '@evenkeel/contract/comments';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { mentionedIn } from '@evenkeel/core/comments/mentions';
import { instant } from '@evenkeel/core/instant';
import { clientVisibleKinds } from '@evenkeel/core/subject';
import { useState } from 'react';
import { useMay, useSession } from '../../../lib/session.ts';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { StuckThreadLink } from '../../meetings/components/stuck-thread-link.tsx';
import { useComments, useCommentWrite, useMentionable } from '../api.ts';
import type { CommentText } from '../model.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentItem } from './comment-item.tsx';
import styles from './comments.module.css';

type CommentsPanelProps = {
  readonly subject: SubjectRef;
  /** Whether something can be added: the record does not lie in the trash. */
  readonly isOpen?: boolean;
};

const firstComments = 50;
const mostComments = 5_000;
const nobody: NonNullable<ReturnType<typeof useMentionable>> = [];
const empty: CommentText = { body: '', isClientVisible: false };

/** What was said about a record, oldest first, and where to say more. */
export function CommentsPanel({ subject, isOpen = true }: CommentsPanelProps) {
  const { member } = useSession();
  const mayWrite = useMay('write');
  const mayDeleteAny = useMay('administer');
  const [limit, setLimit] = useState(firstComments);
  const found = useComments(subject, limit);
  const people = useMentionable() ?? nobody;
  const create = useCommentWrite(comments.create);
  const canShowClient = clientVisibleKinds.includes(subject.kind);
  const say = ({ body, isClientVisible }: CommentText) =>
    create.mutateAsync({
      body: {
        subject,
        body,
        isClientVisible,
        mentionIds: mentionedIn(body, people).map(({ id }) => id),
      },
    });
  const now = instant(new Date().toISOString());
  return (
    <Section
      title="Comments"
      actions={
        mayWrite && isOpen && (found.data?.rows.length ?? 0) > 1 ? (
          <StuckThreadLink subject={subject} />
        ) : null
      }
    >
      <Loaded found={found} what="the comments">
        {({ rows, nextCursor }) => (
          <>
            {nextCursor === null ? null : (
              <button
                type="button"
                className={styles['older']}
                onClick={() => setLimit(mostComments)}
              >
                Show older comments
              </button>
            )}
            {rows.length === 0 && !(mayWrite && isOpen) ? (
              <p className={styles['none']}>Nobody has said anything yet.</p>
            ) : null}
            <ol className={styles['comments']}>
              {[...rows].reverse().map((comment) => {
                const isOwn = comment.author.memberId === member.id;
                return (
                  <CommentItem
                    key={comment.id}
                    comment={comment}
                    now={now}
                    mayEdit={mayWrite && isOwn}
                    mayDelete={mayWrite && (isOwn || mayDeleteAny)}
                    canShowClient={canShowClient}
                    people={people}
                  />
                );
              })}
            </ol>
          </>
        )}
      </Loaded>
      {mayWrite && isOpen ? (
        <CommentForm
          initial={empty}
          people={people}
          canShowClient={canShowClient}
          submitLabel="Comment"
          onSubmit={say}
        />
      ) : null}
    </Section>
  );
}
