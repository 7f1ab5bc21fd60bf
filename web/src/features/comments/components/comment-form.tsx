import type { Mentionable } from '@evenkeel/core/comments/mentions';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconEye, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import type { CommentText } from '../model.ts';
import { AttachFiles } from './attach-files.tsx';
import styles from './comments.module.css';
import { MentionArea } from './mention-area.tsx';

type CommentFormProps = {
  readonly initial: CommentText;
  readonly people: readonly (Mentionable & { readonly isClient?: boolean })[];
  /** Whether a client can see this record at all. */
  readonly canShowClient: boolean;
  readonly submitLabel: string;
  /** Throws what the server refused; the text then stays. */
  readonly onSubmit: (text: CommentText, files: readonly File[]) => Promise<unknown>;
  /** Whether files can be sent along. */
  readonly takesFiles?: boolean;
  /** What it answers is for the team only, and so is the answer. */
  readonly isTeamOnly?: boolean;
  /** A comment that is being changed has a way back; a new one begins small. */
  readonly onCancel?: () => void;
};

/** Where a comment is written or changed. */
export function CommentForm(props: CommentFormProps) {
  const { initial, onCancel } = props;
  const [text, setText] = useState(initial);
  const [isOpen, setOpen] = useState(onCancel !== undefined);
  const [isSending, setSending] = useState(false);
  const [files, setFiles] = useState<readonly File[]>([]);
  const submit = async () => {
    if (text.body.trim() === '' || isSending) return;
    setSending(true);
    try {
      await props.onSubmit(text, files);
      setText(initial);
      setFiles([]);
      setOpen(onCancel !== undefined);
    } catch (thrown) {
      notifyFailed({ message: `${problemOf(thrown).title} Your text is still here.` });
    }
    setSending(false);
  };
  const cancel = () => {
    setText(initial);
    setOpen(false);
    onCancel?.();
  };
  const shownOpen = isOpen || text.body !== '';
  return (
    <div className={styles['form']} data-client={text.isClientVisible || undefined}>
      <MentionArea
        label={onCancel ? 'Change the comment' : 'Write a comment'}
        placeholder="Write a comment. @ mentions somebody."
        value={text.body}
        onChange={(body) => setText({ ...text, body })}
        onSubmit={() => void submit()}
        onCancel={cancel}
        people={
          text.isClientVisible ? props.people : props.people.filter(({ isClient }) => !isClient)
        }
        minRows={shownOpen ? 3 : 1}
        autoFocus={onCancel !== undefined}
        onFocus={() => setOpen(true)}
      />
      {shownOpen ? (
        <div className={styles['form-bar']}>
          {props.canShowClient && !props.isTeamOnly ? (
            <AudienceMenu
              isClientVisible={text.isClientVisible}
              onChange={(isClientVisible) => setText({ ...text, isClientVisible })}
            />
          ) : (
            <span className={styles['audience']}>
              <IconLock size={14} aria-hidden /> Team only
            </span>
          )}
          {props.takesFiles ? <AttachFiles files={files} onChange={setFiles} /> : null}
          <span className={styles['form-buttons']}>
            <Button variant="default" onClick={cancel}>
              Cancel
            </Button>
            <Button
              loading={isSending}
              disabled={text.body.trim() === ''}
              title="Ctrl+Enter"
              onClick={() => void submit()}
            >
              {props.submitLabel}
            </Button>
          </span>
        </div>
      ) : null}
    </div>
  );
}

type AudienceMenuProps = {
  readonly isClientVisible: boolean;
  readonly onChange: (isClientVisible: boolean) => void;
};

/** Who will read it: the team, unless somebody decides otherwise (U07). */
function AudienceMenu({ isClientVisible, onChange }: AudienceMenuProps) {
  return (
    <Menu position="bottom-start" width={270}>
      <Menu.Target>
        <Button
          variant="subtle"
          color={isClientVisible ? 'orange' : 'gray'}
          leftSection={isClientVisible ? <IconEye size={15} /> : <IconLock size={15} />}
          rightSection={<IconChevronDown size={13} />}
        >
          {isClientVisible ? 'Visible to the client' : 'Team only'}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLock size={15} />} onClick={() => onChange(false)}>
          Team only
        </Menu.Item>
        <Menu.Item leftSection={<IconEye size={15} />} onClick={() => onChange(true)}>
          Visible to the client
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
