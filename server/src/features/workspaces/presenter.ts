import type { WorkspaceView } from '@evenkeel/contract/workspaces';
import type { WorkspaceRecord } from './repository.ts';

export function presentWorkspace(record: WorkspaceRecord): WorkspaceView {
  return {
    id: record.id,
    version: record.version,
    name: record.name,
    currency: record.currency,
    timeZone: record.time_zone,
    strategicShareTarget: record.strategic_share_target,
    strategicShareTolerance: record.strategic_share_tolerance,
    fileEndingsRule: record.file_endings_rule,
    fileEndings: [...record.file_endings],
    isSample: record.is_sample,
    modulesOff: [...record.modules_off],
  };
}
