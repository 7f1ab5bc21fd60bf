import { largestFile } from '@evenkeel/contract/files';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import { useState } from 'react';
import { problemOf } from '../../ui/form/problem.ts';
import { formatBytes } from '../../ui/format/bytes.ts';
import { notifyFailed } from '../../ui/notify/notify.tsx';
import { sendFile } from './api.ts';

/** A file on its way. */
export type Sending = {
  readonly key: string;
  readonly name: string;
  readonly byteSize: number;
  readonly arrived: number;
};

/** Sends files to a record one after the other, and says how far each is. */
export function useSending(subject: SubjectRef, onArrived: () => void) {
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const change = (key: string, arrived: number) =>
    setSendings((all) => all.map((one) => (one.key === key ? { ...one, arrived } : one)));
  const leave = (key: string) => setSendings((all) => all.filter((one) => one.key !== key));
  const send = async (file: File, key: string) => {
    try {
      await sendFile(subject, file, (arrived) => change(key, arrived));
      onArrived();
    } catch (thrown) {
      notifyFailed({
        message: `${file.name} could not be added. ${problemOf(thrown).title}`,
        retry: () => add([file]),
      });
    }
    leave(key);
  };
  const add = async (files: readonly File[]) => {
    const fitting = files.filter((file) => file.size <= largestFile);
    for (const { name, size } of files.filter((file) => file.size > largestFile)) {
      notifyFailed({
        message: `${name} is ${formatBytes(size)}. A file may hold up to ${formatBytes(largestFile)}.`,
      });
    }
    const keyed = fitting.map((file) => ({ file, key: crypto.randomUUID() }));
    setSendings((all) => [
      ...all,
      ...keyed.map(({ file, key }) => ({ key, name: file.name, byteSize: file.size, arrived: 0 })),
    ]);
    for (const { file, key } of keyed) await send(file, key);
  };
  return { sendings, add };
}
