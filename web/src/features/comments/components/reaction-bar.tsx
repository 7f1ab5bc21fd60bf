import { type CommentView, comments } from '@evenkeel/contract/comments';
import { type Reaction, reactionSigns, reactions } from '@evenkeel/core/comments/reaction';
import { ActionIcon, Menu } from '@mantine/core';
import { IconMoodPlus } from '@tabler/icons-react';
import { useSession } from '../../../lib/session.ts';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { useCommentWrite } from '../api.ts';
import styles from './comments.module.css';

const words: Record<Reaction, string> = {
  agree: 'Agree',
  thanks: 'Thanks',
  done: 'Done',
  looking: 'Looking into it',
  celebrate: 'Well done',
};

type ReactionBarProps = { readonly comment: CommentView; readonly mayWrite: boolean };

/** Who reacted how, and the way to do so in one click. */
export function ReactionBar({ comment, mayWrite }: ReactionBarProps) {
  const { member } = useSession();
  const react = useCommentWrite(comments.react);
  const turn = async (reaction: Reaction, isOn: boolean) => {
    try {
      await react.mutateAsync({ params: { id: comment.id }, body: { reaction, isOn } });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  return (
    <>
      {comment.reactions.map(({ reaction, members }) => {
        const isOwn = members.some(({ id }) => id === member.id);
        const names = members.map(({ name }) => name).join(', ');
        return (
          <button
            key={reaction}
            type="button"
            className={styles['reaction']}
            aria-pressed={isOwn}
            aria-label={`${words[reaction]}: ${names}`}
            title={`${words[reaction]}: ${names}`}
            disabled={!mayWrite}
            onClick={() => void turn(reaction, !isOwn)}
          >
            <span aria-hidden>{reactionSigns[reaction]}</span> {members.length}
          </button>
        );
      })}
      {mayWrite ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              className={styles['react'] ?? ''}
              aria-label={`React to the comment of ${comment.author.name}`}
            >
              <IconMoodPlus size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {reactions.map((reaction) => (
              <Menu.Item
                key={reaction}
                leftSection={<span aria-hidden>{reactionSigns[reaction]}</span>}
                onClick={() => void turn(reaction, true)}
              >
                {words[reaction]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
