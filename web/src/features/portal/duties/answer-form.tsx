import { largestFile } from '@evenkeel/contract/files';
import { type PortalDuty, portalDuties } from '@evenkeel/contract/portal/duties';
import type { ProjectId } from '@evenkeel/core/id';
import { workingWords } from '@evenkeel/core/words/working-together';
import { ActionIcon, Button, Textarea } from '@mantine/core';
import { IconFile, IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ApiError } from '../../../lib/api-client.ts';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { usePortalFormats } from '../use-formats.ts';
import { sendFiles, usePortalDutyWrite } from './api.ts';
import styles from './duties.module.css';

type AnswerFormProps = { readonly projectId: ProjectId; readonly duty: PortalDuty };

/** What the reader says to what was asked, in words and files. */
export function AnswerForm({ projectId, duty }: AnswerFormProps) {
  const { isPreview } = usePortal();
  const words = usePortalWords(workingWords);
  const { percent } = usePortalShare();
  const [answer, setAnswer] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const { send, arrived } = useAnswer(projectId, duty);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const submit = async () => {
    setProblem(null);
    try {
      await send(answer, files);
    } catch (thrown) {
      const isStale = thrown instanceof ApiError && thrown.problem.status === 409;
      setProblem(words(isStale ? 'changedMeanwhile' : 'wentWrong'));
    }
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Textarea
        label={words('answer')}
        aria-label={`${words('answer')}: ${duty.name}`}
        placeholder={words('answerHint')}
        autosize
        minRows={2}
        maxLength={20_000}
        value={answer}
        disabled={isPreview}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <ChosenFiles files={files} isSending={arrived !== null} onChange={setFiles} />
      {arrived !== null && total > 0 ? (
        <p role="status" className={styles['dim']}>
          {words('sending', { percent: percent(arrived / total) })}
        </p>
      ) : null}
      {problem ? <p role="alert">{problem}</p> : null}
      <div className={styles['buttons']}>
        <Button
          type="submit"
          size="md"
          disabled={isPreview}
          loading={arrived !== null}
          aria-label={`${words('markDone')}: ${duty.name}`}
        >
          {words('markDone')}
        </Button>
        {isPreview ? null : (
          <AttachButton name={duty.name} files={files} onChange={setFiles} onProblem={setProblem} />
        )}
      </div>
    </form>
  );
}

/** Sends the files, then the answer with them. `arrived`: bytes so far; null while nothing is sent. */
function useAnswer(projectId: ProjectId, duty: PortalDuty) {
  const write = usePortalDutyWrite(portalDuties.answer);
  const [arrived, setArrived] = useState<number | null>(null);
  const send = async (answer: string, files: readonly File[]) => {
    setArrived(0);
    try {
      const sent = await sendFiles(projectId, files, setArrived);
      const params = { projectId, dutyId: duty.id };
      await write.mutateAsync({ params, version: duty.version, body: { answer, files: sent } });
    } finally {
      setArrived(null);
    }
  };
  return { send, arrived };
}

function usePortalShare() {
  const formats = usePortalFormats();
  return { percent: (share: number) => formats.percent(Math.round(share * 10_000)) };
}

type ChosenProps = {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
};

function ChosenFiles({
  files,
  isSending,
  onChange,
}: ChosenProps & { readonly isSending: boolean }) {
  const words = usePortalWords(workingWords);
  const formats = usePortalFormats();
  if (files.length === 0) return null;
  return (
    <ul className={styles['files']} aria-label={words('filesSent')}>
      {files.map((file) => (
        <li key={`${file.name} ${file.lastModified} ${file.size}`} className={styles['file']}>
          <IconFile size={16} stroke={1.6} aria-hidden />
          <span className={styles['fileName']}>{file.name}</span>
          <span className={styles['dim']}>{formats.size(file.size)}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={isSending}
            aria-label={words('detach', { name: file.name })}
            onClick={() => onChange(files.filter((one) => one !== file))}
          >
            <IconX size={14} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

function AttachButton({
  name,
  files,
  onChange,
  onProblem,
}: ChosenProps & {
  readonly name: string;
  readonly onProblem: (problem: string | null) => void;
}) {
  const words = usePortalWords(workingWords);
  const formats = usePortalFormats();
  const input = useRef<HTMLInputElement>(null);
  const add = (chosen: readonly File[]) => {
    const tooLarge = chosen.find(({ size }) => size > largestFile);
    const size = formats.size(largestFile);
    onProblem(tooLarge ? words('tooLarge', { name: tooLarge.name, size }) : null);
    onChange([...files, ...chosen.filter((file) => file.size <= largestFile)].slice(0, 20));
  };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="md"
        leftSection={<IconPaperclip size={16} />}
        aria-label={`${words('attach')}: ${name}`}
        onClick={() => input.current?.click()}
      >
        {words('attach')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={`${words('filesSent')}: ${name}`}
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
