import type { SubjectRef } from '@evenkeel/contract/subjects';
import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMeetingForThread } from '../api.ts';
import { MeetingForm } from './meeting-form.tsx';

/** A talk that is stuck becomes a meeting in two clicks: this one, and "Plan and invite" (CL-18). */
export function StuckThreadLink({ subject }: { readonly subject: SubjectRef }) {
  const [isWanted, setWanted] = useState(false);
  const found = useMeetingForThread(subject, isWanted);
  const start = found.data;
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconCalendarPlus size={15} />}
        loading={isWanted && found.isPending}
        onClick={() => setWanted(true)}
      >
        Make it a meeting
      </Button>
      {isWanted && start ? (
        <MeetingForm
          start={{
            ...start,
            subject,
            projectId: start.project?.id ?? null,
            accountId: start.account?.id ?? null,
          }}
          canShowClient={start.project !== null && start.account !== null}
          onClose={() => setWanted(false)}
        />
      ) : null}
    </>
  );
}
