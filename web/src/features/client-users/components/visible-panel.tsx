import { type PortalSettingsView, portalSettings } from '@evenkeel/contract/portal-settings';
import type { FileId, ProjectId, TaskId } from '@evenkeel/core/id';
import { Switch } from '@mantine/core';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { usePortalSettingsWrite } from '../api.ts';
import styles from './client-users.module.css';

type VisiblePanelProps = {
  readonly projectId: ProjectId;
  readonly settings: PortalSettingsView;
  readonly mayWrite: boolean;
};

type Shown = { readonly taskIds?: TaskId[]; readonly fileIds?: FileId[] };

/** Which milestones, tasks and files the client sees; the rest stays inside. */
export function VisiblePanel({ projectId, settings, mayWrite }: VisiblePanelProps) {
  const show = usePortalSettingsWrite(portalSettings.show);
  const set = (shown: Shown, isVisible: boolean) =>
    show.mutate(
      { params: { id: projectId }, body: { ...shown, isVisible } },
      { onError: (error) => notifyFailed({ message: error.message }) },
    );
  const { tasks, files } = settings;
  return (
    <>
      <Section
        title="Milestones and tasks"
        note={`${count(tasks)} of ${tasks.length} are shown. Their days reach the client as promises.`}
      >
        {tasks.length === 0 ? (
          <p className={styles['text']}>The plan of this project has no tasks yet.</p>
        ) : (
          <ul className={styles['list']}>
            {tasks.map((task) => (
              <Line
                key={task.id}
                name={task.name}
                note={task.isMilestone ? 'Milestone' : null}
                isVisible={task.isVisible}
                mayWrite={mayWrite}
                onSet={(isVisible) => set({ taskIds: [task.id] }, isVisible)}
              />
            ))}
          </ul>
        )}
      </Section>
      <Section
        title="Files"
        note={`${count(files)} of ${files.length} are shown. Comments are shown one by one where they are written; ${settings.messageCount} are.`}
      >
        {files.length === 0 ? (
          <p className={styles['text']}>No files on this project or its tasks yet.</p>
        ) : (
          <ul className={styles['list']}>
            {files.map((file) => (
              <Line
                key={file.id}
                name={file.name}
                note={file.about}
                isVisible={file.isVisible}
                mayWrite={mayWrite}
                onSet={(isVisible) => set({ fileIds: [file.id] }, isVisible)}
              />
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function count(rows: readonly { readonly isVisible: boolean }[]): number {
  return rows.filter(({ isVisible }) => isVisible).length;
}

type LineProps = {
  readonly name: string;
  readonly note: string | null;
  readonly isVisible: boolean;
  readonly mayWrite: boolean;
  readonly onSet: (isVisible: boolean) => void;
};

function Line({ name, note, isVisible, mayWrite, onSet }: LineProps) {
  return (
    <li className={styles['shown']}>
      <span className={styles['shown-name']}>
        {name} {note ? <span className={styles['meta']}>{note}</span> : null}
      </span>
      <Switch
        size="xs"
        aria-label={`Show ${name} to the client`}
        checked={isVisible}
        disabled={!mayWrite}
        onChange={() => onSet(!isVisible)}
      />
    </li>
  );
}
