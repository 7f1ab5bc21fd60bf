import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { ContactId, MemberId, ProjectId } from '@evenkeel/core/id';
import {
  sampleAgreement,
  sampleChange,
  sampleClientDuties,
  sampleDeliverables,
  workingProject,
} from '@evenkeel/core/sample/working';
import type { Scope } from '../../../platform/db/scope.ts';
import { acknowledge, proposeDraft, readAgreement, saveDraft } from '../../agreements/service.ts';
import { createChange } from '../../change-requests/service.ts';
import { answerDuty, createDuty, stepDuty } from '../../client-duties/service.ts';
import { addVersion, askApproval, decideApproval } from '../../deliverables/approvals/service.ts';
import { createDeliverable, type WholeDeliverable } from '../../deliverables/service.ts';
import { createFile } from '../../files/service.ts';
import { beginUpload, putPart } from '../../files/uploads/service.ts';
import { type Ids, need } from '../ids.ts';
import * as repository from './repository.ts';

type Somebody = {
  readonly id: ContactId;
  readonly name: string;
  readonly memberId: MemberId | null;
};

/** What firm and client do together on one project of the sample, by the calls that people make. */
export async function insertWorking(scope: Scope, ids: Ids): Promise<void> {
  // The sample's ids are those of the records it wrote.
  const projectId = need(ids, 'project', workingProject) as ProjectId;
  const { contacts } = await repository.findClient(scope, projectId);
  const [main] = contacts;
  if (!main) return;
  await insertDuties(scope, projectId, main);
  await insertDeliverables(scope, projectId, main);
  await insertAgreement(scope, projectId, main);
  await insertChanges(scope, projectId, main);
}

async function insertDuties(scope: Scope, projectId: ProjectId, contact: Somebody): Promise<void> {
  for (const duty of sampleClientDuties(scope.today)) {
    const { name, kind, details, dueOn, askedOn, answer, confirmedOn } = duty;
    const draft = { projectId, name, kind, details, dueOn, contactId: contact.id };
    let standing = await createDuty(on(scope, askedOn, 9), draft);
    if (!answer) continue;
    standing = await answerDuty(on(scope, answer.on, 14, contact), standing.id, {
      version: standing.version,
      answer: answer.text,
    });
    if (confirmedOn === null) continue;
    const { id, version } = standing;
    await stepDuty(on(scope, confirmedOn, 10), { id, version }, { step: 'confirm' });
  }
}

async function insertDeliverables(
  scope: Scope,
  projectId: ProjectId,
  contact: Somebody,
): Promise<void> {
  for (const { name, description, versions } of sampleDeliverables(scope.today)) {
    const { deliverable } = await createDeliverable(scope, { projectId, name, description });
    for (const version of versions) {
      const { id } = deliverable;
      const file = await addFile(scope, id, version.file);
      const drafted = await addVersion(scope, id, { fileIds: [file], note: version.note });
      const asked = await askApproval(
        on(scope, version.askedOn, 11),
        { id, versionId: latestOf(drafted).version.id },
        { contactIds: [contact.id], dueOn: version.dueOn },
      );
      const [approval] = latestOf(asked).approvals;
      if (!approval || !version.answer) continue;
      await decideApproval(on(scope, version.answer.on, 15, contact), approval.id, version.answer);
    }
  }
}

/** The agreement that holds, acknowledged by both sides before the work got going. */
async function insertAgreement(
  scope: Scope,
  projectId: ProjectId,
  contact: Somebody,
): Promise<void> {
  const before = addDays(scope.today, -60);
  const { suggestion } = await readAgreement(scope, projectId);
  await saveDraft(scope, projectId, { ...suggestion, ...sampleAgreement });
  const { current } = await proposeDraft(on(scope, before, 9), projectId);
  if (!current) return;
  const key = { projectId, agreementId: current.agreement.id };
  await acknowledge(on(scope, before, 10), key, 'ours');
  await acknowledge(on(scope, addDays(before, 2), 16, contact), key, 'theirs');
}

/** One change that the client waits for us to work out. */
async function insertChanges(scope: Scope, projectId: ProjectId, contact: Somebody): Promise<void> {
  await createChange(on(scope, addDays(scope.today, -3), 13, contact), 'theirs', {
    projectId,
    ...sampleChange,
  });
}

async function addFile(
  scope: Scope,
  id: WholeDeliverable['deliverable']['id'],
  { name, content }: { readonly name: string; readonly content: string },
) {
  const bytes = Buffer.from(content);
  const upload = await beginUpload(scope, bytes.byteLength);
  await putPart(scope, upload.id, { position: 0, content: bytes });
  const subject = { kind: 'deliverable', id } as const;
  const { file } = await createFile(scope, { uploadId: upload.id, subject, name });
  return file.id;
}

function latestOf({ versions: [latest] }: WholeDeliverable) {
  if (!latest) throw new Error('a version was made');
  return latest;
}

/** The scope as it was on a day at an hour (UTC); as somebody at the client where one is named. */
function on(scope: Scope, day: CalendarDate, hour: number, as?: Somebody): Scope {
  const now = new Date(Date.parse(day) + hour * 3_600_000);
  if (!as) return { ...scope, now, today: day };
  const memberId = as.memberId ?? scope.actor.memberId;
  return { ...scope, now, today: day, actor: { ...scope.actor, memberId, name: as.name } };
}
