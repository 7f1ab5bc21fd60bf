import { type CommentView, comments } from '@evenkeel/contract/comments';
import { commentParts, type Mentionable, mentionedIn } from '@evenkeel/core/comments/mentions';
import type { MemberId } from '@evenkeel/core/id';
import type { Instant } from '@evenkeel/core/instant';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconEye, IconPaperclip, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatBytes } from '../../../ui/format/bytes.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { TimeAgo } from '../../../ui/marks/values.tsx';
import { notifyDone, notifyFailed } from '../../../ui/notify/notify.tsx';
import { fileAddress } from '../../files/api.ts';
import { useCommentWrite } from '../api.ts';
import { authorMark, type CommentText } from '../model.ts';
import { CommentForm } from './comment-form.tsx';
import styles from './comments.module.css';
import { ReactionBar } from './reaction-bar.tsx';

type CommentItemProps = {
  readonly comment: CommentView;
  readonly now: Instant;
  readonly mayEdit: boolean;
  readonly mayDelete: boolean;
  readonly canShowClient: boolean;
  readonly people: readonly (Mentionable & { readonly id: MemberId; readonly isClient: boolean })[];
  readonly mayWrite: boolean;
  /** Answers it; without it nothing can be answered. */
  readonly onAnswer?: () => void;
};

/** One comment: who said it, when, to whom, and what. */
export function CommentItem(props: CommentItemProps) {
  const { comment, now, people } = props;
  const update = useCommentWrite(comments.update);
  const [isEditing, setEditing] = useState(false);
  const save = async ({ body, isClientVisible }: CommentText) => {
    await update.mutateAsync({
      params: { id: comment.id },
      version: comment.version,
      body: { body, isClientVisible, mentionIds: mentionedIn(body, people).map(({ id }) => id) },
    });
    setEditing(false);
  };
  return (
    <div className={styles['comment']} data-client={comment.isClientVisible || undefined}>
      <span aria-hidden>
        <PersonMark person={authorMark(comment)} show="initials" size={24} />
      </span>
      <div className={styles['content']}>
        <div className={styles['head']}>
          <span className={styles['author']}>{comment.author.name}</span>
          {comment.isFromClient ? <span className={styles['from-client']}>Client</span> : null}
          <span className={styles['meta']}>
            <TimeAgo moment={comment.createdAt} now={now} />
            {comment.editedAt ? ', edited' : null}
          </span>
          {comment.isClientVisible ? (
            <span className={styles['client']}>
              <IconEye size={13} aria-hidden /> Visible to the client
            </span>
          ) : null}
          {props.mayDelete && !isEditing ? (
            <CommentMenu {...props} onEdit={() => setEditing(true)} />
          ) : null}
        </div>
        {isEditing ? (
          <CommentForm
            initial={comment}
            people={people}
            canShowClient={props.canShowClient}
            submitLabel="Save"
            onSubmit={save}
            onCancel={() => setEditing(false)}
          />
        ) : (
          <>
            <CommentBody comment={comment} />
            <CommentFoot {...props} />
          </>
        )}
      </div>
    </div>
  );
}

/** What came along, reactions, and the way to answer. */
function CommentFoot({ comment, mayWrite, onAnswer }: CommentItemProps) {
  return (
    <>
      {comment.files.length > 0 ? (
        <ul className={styles['files']} aria-label={`Files of ${comment.author.name}`}>
          {comment.files.map((file) => (
            <li key={file.id}>
              <a href={fileAddress(file)} download={file.name} className={styles['attached']}>
                <IconPaperclip size={13} aria-hidden /> {file.name}
                <span className={styles['meta']}>{formatBytes(file.byteSize)}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles['foot']}>
        <ReactionBar comment={comment} mayWrite={mayWrite} />
        {onAnswer ? (
          <button type="button" className={styles['answer']} onClick={onAnswer}>
            Answer
          </button>
        ) : null}
      </div>
    </>
  );
}

function CommentBody({ comment }: { readonly comment: CommentView }) {
  return (
    <p className={styles['body']}>
      {commentParts(comment.body, comment.mentions).map((part, index) => {
        // Parts have no identity of their own and never move.
        const key = `${index}`;
        if (part.kind === 'text') return <span key={key}>{part.text}</span>;
        if (part.kind === 'mention') {
          return (
            <span key={key} className={styles['mention']}>
              {part.text}
            </span>
          );
        }
        return (
          <a key={key} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        );
      })}
    </p>
  );
}

function CommentMenu({
  comment,
  mayEdit,
  onEdit,
}: CommentItemProps & { readonly onEdit: () => void }) {
  const remove = useCommentWrite(comments.remove);
  const restore = useCommentWrite(comments.restore);
  const params = { id: comment.id };
  const takeAway = async () => {
    try {
      await remove.mutateAsync({ params });
      notifyDone({
        message: 'Comment deleted',
        undo: async () => {
          await restore.mutateAsync({ params });
        },
      });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          className={styles['more'] ?? ''}
          aria-label={`More for the comment of ${comment.author.name}`}
        >
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayEdit ? (
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={onEdit}>
            Change
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void takeAway()}>
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
