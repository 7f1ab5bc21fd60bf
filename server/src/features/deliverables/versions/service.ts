export type { ApprovalRecord, VersionFileRecord, VersionRecord } from './repository.ts';
export {
  deleteVersion,
  findApproval,
  insertApproval,
  insertVersion,
  listOwnFiles,
  listVersions,
  lockVersion,
  showFiles,
  updateApproval,
  updateVersion,
} from './repository.ts';
