import type { ProjectId } from '@evenkeel/core/id';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { useAgreement } from '../api.ts';

/** Says so where work runs without an agreement that both sides have acknowledged (CL-02). */
export function AgreementWarningPanel({ projectId }: { readonly projectId: ProjectId }) {
  const { data } = useAgreement(projectId);
  if (!data?.startedWithout) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={16} />} mb={14}>
      Work has started without a working agreement that both sides have acknowledged.{' '}
      <AppLink href={`/client-projects/${projectId}/client/agreement`}>
        {data.current ? 'See who is missing' : 'Write it'}
      </AppLink>
    </Alert>
  );
}
