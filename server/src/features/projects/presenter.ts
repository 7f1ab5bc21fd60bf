import type {
  ClientProjectView,
  PhaseView,
  ProjectRow,
  ProjectView,
} from '@evenkeel/contract/projects';
import { moment, optionalInteger, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { Figures } from './figures/repository.ts';
import type { LatestWord } from './health/service.ts';
import type { PhaseRecord } from './phases/repository.ts';
import type { ListedProject, ProjectRecord } from './repository.ts';

type Whole = {
  readonly project: ProjectRecord;
  readonly figures: Figures;
  readonly health: LatestWord | null;
  readonly phases: readonly PhaseRecord[];
};

export function presentProjectRow({
  project,
  figures,
  health,
}: {
  readonly project: ListedProject;
  readonly figures: Figures;
  readonly health: LatestWord | null;
}): ProjectRow {
  const shared = {
    id: project.id,
    number: project.number,
    version: project.version,
    name: project.name,
    startOn: project.start_on,
    endOn: project.end_on,
    owner: referenceOf(project.owner_id, project.owner_name),
    projectManager: referenceOf(project.project_manager_id, project.project_manager_name),
    budgetOwner: referenceOf(project.budget_owner_id, project.budget_owner_name),
    team: referenceOf(project.team_id, project.team_name),
    budget: optionalInteger(project.budget),
    priority: project.priority,
    figures,
    health: health && { health: health.health, note: health.note, at: moment(health.created_at) },
  };
  if (project.kind === 'client') {
    return {
      ...shared,
      kind: 'client',
      // The table lets a client project be in no other state.
      state: project.state as ClientProjectView['state'],
      account: referenceOf(project.account_id, project.account_name),
      deal: referenceOf(project.deal_id, project.deal_name),
      price: optionalInteger(project.price),
    };
  }
  return {
    ...shared,
    kind: 'initiative',
    state: project.state,
    category: project.category,
    promisedWeeklyMinutes: project.promised_weekly_minutes,
  };
}

export function presentProject({ project, figures, health, phases }: Whole): ProjectView {
  const row = presentProjectRow({ project, figures, health });
  const whole = {
    purpose: project.purpose,
    scope: project.scope,
    notes: project.notes,
    stateReason: project.state_reason,
    template: referenceOf(project.template_id, project.template_name),
    phases: phases.map(presentPhase),
    createdAt: moment(project.created_at),
    deletedAt: optionalMoment(project.deleted_at),
  };
  if (row.kind === 'client') return { ...row, ...whole };
  return {
    ...row,
    ...whole,
    businessNeed: project.business_need,
    expectedBenefit: project.expected_benefit,
  };
}

export function presentPhase(phase: PhaseRecord): PhaseView {
  return {
    id: phase.id,
    version: phase.version,
    name: phase.name,
    position: phase.position,
    startOn: phase.start_on,
    endOn: phase.end_on,
  };
}
