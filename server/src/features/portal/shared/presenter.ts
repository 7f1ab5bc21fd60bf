import type { SharedStatusView } from '@evenkeel/contract/portal/shared';
import { faceOf } from '../../branding/service.ts';
import type { showStatus } from './service.ts';

export function presentStatus({
  link,
  firm,
  project,
  today,
  steps,
  standing,
  stepCount,
  doneCount,
  progress,
}: Awaited<ReturnType<typeof showStatus>>): SharedStatusView {
  return {
    firm: faceOf(link.workspace_id, firm),
    language: link.language,
    timeZone: firm.time_zone,
    project: project.name,
    account: project.account_name,
    standing,
    stepCount,
    doneCount,
    progress,
    today,
    steps,
  };
}
