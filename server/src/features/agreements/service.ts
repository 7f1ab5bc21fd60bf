import { createHash } from 'node:crypto';
import {
  type AgreementContent,
  type AgreementSide,
  contactDueOn,
  isAgreed,
  startedWithout,
  usualAgreement,
} from '@evenkeel/core/agreements/agreement';
import { type NextContact, nextContact } from '@evenkeel/core/contacts/cadence';
import { groupedBy } from '@evenkeel/core/grouping';
import type { AccountId, ProjectId, WorkingAgreementId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { notify } from '../notifications/service.ts';
import * as repository from './repository.ts';
import { tellProposed } from './telling/service.ts';

/** A version with those who acknowledged it. */
export type WholeAgreement = {
  readonly agreement: repository.AgreementRecord;
  readonly acknowledgements: readonly repository.AcknowledgementRecord[];
};

/** When we spoke with the client of a project, and when we should again. */
export type FoundContact = {
  readonly project: repository.AgreementProject;
  readonly next: NextContact;
};

/** The agreement of a project: what holds, what is being written, what held before. */
export type FoundAgreement = {
  readonly current: WholeAgreement | null;
  readonly draft: WholeAgreement | null;
  readonly earlier: readonly WholeAgreement[];
  readonly suggestion: AgreementContent;
  readonly startedWithout: boolean;
  readonly mayAcknowledge: boolean;
  readonly contact: FoundContact;
};

export async function readAgreement(scope: Scope, projectId: ProjectId): Promise<FoundAgreement> {
  const project = await findProject(scope, projectId);
  const all = await listWhole(scope, projectId);
  const inState = (...states: readonly string[]) =>
    all.find(({ agreement }) => states.includes(agreement.state)) ?? null;
  const current = inState('proposed', 'agreed');
  return {
    current,
    draft: inState('draft'),
    earlier: all.filter(({ agreement }) => agreement.state === 'replaced'),
    suggestion: usualAgreement({
      purpose: project.purpose,
      responsibleOurs: project.manager_name ?? '',
      responsibleTheirs: project.contact_name ?? '',
      phases: project.phases,
    }),
    startedWithout: startedWithout(project.state, current?.agreement.state === 'agreed'),
    mayAcknowledge: current !== null && !hasAcknowledged(scope, current, 'ours'),
    contact: contactOf(scope, project),
  };
}

/** Writes the draft of the next version. */
export async function saveDraft(
  scope: Scope,
  projectId: ProjectId,
  content: AgreementContent,
): Promise<FoundAgreement> {
  await findProject(scope, projectId);
  const [latest] = await listWhole(scope, projectId);
  const hash = hashOf(content);
  if (latest?.agreement.state === 'draft') {
    await repository.updateAgreement(scope, latest.agreement.id, {
      content: JSON.stringify(content),
      content_hash: hash,
    });
  } else {
    const number = (latest?.agreement.number ?? 0) + 1;
    await repository.insertAgreement(scope, { projectId, number, content, hash });
  }
  return readAgreement(scope, projectId);
}

/** Puts the draft before both sides; what was proposed or agreed before is replaced by it. */
export async function proposeDraft(scope: Scope, projectId: ProjectId): Promise<FoundAgreement> {
  const { draft, current } = await readAgreement(scope, projectId);
  if (!draft) throw new AppError('wrong-state', 'There is no draft to propose. Write one first.');
  if (current) await repository.updateAgreement(scope, current.agreement.id, { state: 'replaced' });
  await repository.updateAgreement(scope, draft.agreement.id, {
    state: 'proposed',
    proposed_at: scope.now,
    proposed_by: scope.actor.memberId,
  });
  await tellProposed(scope, await findProject(scope, projectId), draft.agreement.id);
  return readAgreement(scope, projectId);
}

/** Acknowledges the current version, with name and time; once both sides have, it holds. */
export async function acknowledge(
  scope: Scope,
  key: { readonly projectId: ProjectId; readonly agreementId: WorkingAgreementId },
  side: AgreementSide,
): Promise<FoundAgreement> {
  const { current } = await readAgreement(scope, key.projectId);
  if (current?.agreement.id !== key.agreementId) {
    throw new AppError(
      'wrong-state',
      'This version is not the current one any more. Read the new one.',
    );
  }
  const { id, content, content_hash: hash, state, proposed_by: proposedBy } = current.agreement;
  await repository.insertAcknowledgement(scope, { agreementId: id, side, hash });
  const sides = [side, ...current.acknowledgements.map((one) => one.side)];
  if (state === 'proposed' && isAgreed(sides)) {
    await repository.updateAgreement(scope, id, { state: 'agreed', agreed_at: scope.now });
    await repository.setTolerance(scope, key.projectId, content.toleranceDays);
  }
  await notify(scope, {
    topic: 'agreement',
    key: `acknowledgement:${id}:${side}:${scope.actor.memberId}`,
    to: { members: proposedBy === null ? [] : [proposedBy] },
    title: `${scope.actor.name} acknowledged the working agreement`,
    subject: { kind: 'working-agreement', id },
    path: `/client-projects/${key.projectId}/client/agreement`,
  });
  return readAgreement(scope, key.projectId);
}

/** Running client projects by when we should speak with the client, the most overdue first. */
export async function listContactsDue(
  scope: Scope,
  filter: { readonly isMine: boolean; readonly accountId?: AccountId | undefined },
): Promise<FoundContact[]> {
  const projects = await repository.listProjects(scope, filter);
  return projects
    .map((project) => contactOf(scope, project))
    .filter(({ next }) => next.dueOn !== null)
    .sort((a, b) => ((a.next.dueOn ?? '') < (b.next.dueOn ?? '') ? -1 : 1));
}

/**
 * What both sides agreed on about delays; null without an agreement that both acknowledged. Its working
 * days of tolerance are the project's from then on (CL-02, CL-08).
 */
export async function agreedTerms(
  scope: Scope,
  projectId: ProjectId,
): Promise<Pick<AgreementContent, 'toleranceDays' | 'surprises'> | null> {
  const { agreed } = await findProject(scope, projectId);
  return agreed ?? null;
}

/** By the agreement where there is one, else by the cadence of the account. */
function contactOf(scope: Scope, project: repository.AgreementProject): FoundContact {
  const { agreed, last_on: lastOn, planned_on: plannedOn, since } = project;
  const cadence = agreed?.cadence ?? null;
  const isPlanned = plannedOn !== null && (lastOn === null || lastOn < plannedOn);
  const next = nextContact(
    {
      cadenceDays: project.account_cadence,
      lastContactOn: lastOn,
      plannedOn: cadence && !isPlanned ? contactDueOn(cadence, lastOn ?? since) : plannedOn,
      since,
    },
    scope.today,
  );
  return { project, next };
}

async function findProject(scope: Scope, id: ProjectId): Promise<repository.AgreementProject> {
  const [project] = await repository.listProjects(scope, { id });
  if (!project) throw new AppError('not-found', 'There is no such client project.');
  return project;
}

async function listWhole(scope: Scope, projectId: ProjectId): Promise<WholeAgreement[]> {
  const agreements = await repository.listAgreements(scope, projectId);
  const ids = agreements.map(({ id }) => id);
  const byAgreement = groupedBy(
    await repository.listAcknowledgements(scope, ids),
    (one) => one.agreement_id,
  );
  return agreements.map((agreement) => ({
    agreement,
    acknowledgements: byAgreement.get(agreement.id) ?? [],
  }));
}

function hasAcknowledged(scope: Scope, whole: WholeAgreement, side: AgreementSide): boolean {
  return whole.acknowledgements.some(
    (one) => one.side === side && one.member_id === scope.actor.memberId,
  );
}

function hashOf(content: AgreementContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
