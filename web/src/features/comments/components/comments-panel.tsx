import { type CommentView, comments } from '@evenkeel/contract/comments';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { mentionedIn } from '@evenkeel/core/comments/mentions';
import { instant } from '@evenkeel/core/instant';
import { clientVisibleKinds } from '@evenkeel/core/subject';
import { Button } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useMay, useSession } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { sendBytes } from '../../files/api.ts';
import { StuckThreadLink } from '../../meetings/components/stuck-thread-link.tsx';
import { useComments, useCommentWrite, useFollowing, useMentionable } from '../api.ts';
import { type CommentText, threadsOf } from '../model.ts';
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
  const members = useMentionable() ?? nobody;
  const people = useMemo(
    () => members.map(({ id, name, role }) => ({ id, name, isClient: role === 'client' })),
    [members],
  );
  const create = useCommentWrite(comments.create);
  const canShowClient = clientVisibleKinds.includes(subject.kind);
  const [answered, setAnswered] = useState<CommentView | null>(null);
  const say = async (
    { body, isClientVisible }: CommentText,
    chosen: readonly File[],
    parent: CommentView | null,
  ) => {
    const files = [];
    for (const file of chosen) {
      files.push({ uploadId: await sendBytes(file, () => undefined), name: file.name });
    }
    await create.mutateAsync({
      body: {
        subject,
        body,
        isClientVisible,
        mentionIds: mentionedIn(body, people).map(({ id }) => id),
        files,
        ...(parent ? { parentId: parent.id } : {}),
      },
    });
    setAnswered(null);
  };
  const item = (comment: CommentView) => {
    const isOwn = comment.author.memberId === member.id;
    return (
      <CommentItem
        comment={comment}
        now={now}
        mayWrite={mayWrite}
        mayEdit={mayWrite && isOwn}
        mayDelete={mayWrite && (isOwn || mayDeleteAny)}
        canShowClient={canShowClient}
        people={people}
        {...(mayWrite && isOpen ? { onAnswer: () => setAnswered(comment) } : {})}
      />
    );
  };
  const now = instant(new Date().toISOString());
  return (
    <Section
      title="Comments"
      actions={
        <>
          {mayWrite && isOpen && (found.data?.rows.length ?? 0) > 1 ? (
            <StuckThreadLink subject={subject} />
          ) : null}
          <FollowButton subject={subject} />
        </>
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
              {threadsOf(rows).map(({ comment, answers }) => (
                <li key={comment.id} className={styles['thread']}>
                  {item(comment)}
                  {answers.length > 0 ? (
                    <ol className={styles['answers']} aria-label="Answers">
                      {answers.map((answer) => (
                        <li key={answer.id}>{item(answer)}</li>
                      ))}
                    </ol>
                  ) : null}
                  {answered && [comment, ...answers].includes(answered) ? (
                    <div className={styles['answers']}>
                      <CommentForm
                        initial={{ body: '', isClientVisible: answered.isClientVisible }}
                        people={people}
                        canShowClient={canShowClient}
                        isTeamOnly={!answered.isClientVisible}
                        takesFiles
                        submitLabel="Answer"
                        onSubmit={(text, files) => say(text, files, answered)}
                        onCancel={() => setAnswered(null)}
                      />
                    </div>
                  ) : null}
                </li>
              ))}
            </ol>
          </>
        )}
      </Loaded>
      {mayWrite && isOpen ? (
        <CommentForm
          initial={empty}
          people={people}
          canShowClient={canShowClient}
          takesFiles
          submitLabel="Comment"
          onSubmit={(text, files) => say(text, files, null)}
        />
      ) : null}
    </Section>
  );
}

/** Hears of what is said here, or no longer. */
function FollowButton({ subject }: { readonly subject: SubjectRef }) {
  const found = useFollowing(subject);
  const follow = useCommentWrite(comments.follow);
  const isFollowing = found.data?.isFollowing;
  if (isFollowing === undefined) return null;
  const turn = async () => {
    try {
      await follow.mutateAsync({ body: { subject, isFollowing: !isFollowing } });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={isFollowing ? <IconBell size={15} /> : <IconBellOff size={15} />}
      aria-pressed={isFollowing}
      title={
        isFollowing ? 'You hear of what is said here' : 'You hear of nothing that is said here'
      }
      onClick={() => void turn()}
    >
      {isFollowing ? 'Following' : 'Follow'}
    </Button>
  );
}
