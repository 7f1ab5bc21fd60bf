import { portalSettings, shareLinks } from '@evenkeel/contract/portal-settings';
import { projects } from '@evenkeel/contract/projects';
import { sample } from '@evenkeel/contract/sample';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import type pg from 'pg';
import { hashOf } from '../features/identity/service.ts';
import type { Client, TestApp } from './app.ts';
import { asOwner } from './factories.ts';
import { markEveryText } from './text-marks.ts';

/** Two accounts of one firm with everything filled in, shown and not; the reader may look at the own one. */
export type IsolationWorld = {
  readonly app: TestApp;
  readonly firm: Client;
  readonly reader: Client;
  readonly own: { readonly accountId: AccountId; readonly projectId: ProjectId };
  readonly other: { readonly accountId: AccountId; readonly projectId: ProjectId };
  /** A project of the own account whose portal was never opened. */
  readonly closed: ProjectId;
  /** The secret of a share link of the own project. */
  readonly link: string;
  /** The secret of the link with which the reader is asked how satisfied they are. */
  readonly question: string;
};

/** Fills a firm and marks every text in it. Takes about a minute. */
export async function makeIsolationWorld(app: TestApp): Promise<IsolationWorld> {
  const firm = await app.client();
  await firm.call(sample.load);
  const start = { app, firm };
  const places = await fullestProjects(start);
  const [own, other] = [placeOf(places, 0), placeOf(places, 1)];
  const closed = await closedProject(firm, own.accountId);
  for (const { projectId } of [own, other]) await openPortal(firm, projectId);
  const reader = await app.clientUser({ of: firm, accountId: own.accountId });
  const stranger = await app.clientUser({ of: firm, accountId: other.accountId });
  await tellEach(app, [reader, stranger, firm]);
  const projectIds = [own.projectId, other.projectId, closed];
  await hangBothWays(start, projectIds.slice(0, 2));
  await workBothWays(start, projectIds);
  const question = await askEach(start, [
    [reader, own.projectId],
    [stranger, other.projectId],
  ]);
  await markEveryText(app.databaseUrl, firm.member.workspaceId);
  // A topic is no text, though nothing in the database says so.
  await asOwner(app.databaseUrl, (client) =>
    client.query(`update notification set topic = 'client-message'`),
  );
  const made = await firm.call(shareLinks.create, {
    params: { id: own.projectId },
    body: { name: 'Board', language: 'en', days: 7 },
  });
  return { app, firm, reader, own, other, closed, link: made.link.split('#')[1] ?? '', question };
}

type Start = { readonly app: TestApp; readonly firm: Client };

type Place = { readonly account_id: AccountId; readonly id: ProjectId };

/** Client projects of two accounts: the one that the sample works on with its client, and another. */
function fullestProjects({ app, firm }: Start): Promise<readonly Place[]> {
  return asOwner(app.databaseUrl, async (client) => {
    const { rows } = await client.query<Place>(
      `select distinct on (p.account_id) p.account_id, p.id,
         (select count(*) from deliverable d where d.workspace_id = p.workspace_id and d.project_id = p.id) * 100
           + (select count(*) from task t where t.workspace_id = p.workspace_id and t.project_id = p.id) as weight
       from project p where p.workspace_id = $1 and p.kind = 'client' and p.account_id is not null
         and p.deleted_at is null order by p.account_id, weight desc`,
      [firm.member.workspaceId],
    );
    // "weight" came as text from count(*).
    const weight = (row: Place) => Number((row as Place & { weight: string }).weight);
    return rows.toSorted((a, b) => weight(b) - weight(a));
  });
}

function placeOf(places: readonly Place[], index: number): IsolationWorld['own'] {
  const place = places[index];
  if (!place) throw new Error('the sample firm has too few client projects');
  return { accountId: place.account_id, projectId: place.id };
}

async function closedProject(firm: Client, accountId: AccountId): Promise<ProjectId> {
  const { id } = await firm.call(projects.create, {
    body: { kind: 'client', name: 'Closed', accountId },
  });
  return id;
}

/** Opens a portal and shows every second task of it. */
async function openPortal(firm: Client, id: ProjectId): Promise<void> {
  const { version, tasks } = await firm.call(portalSettings.get, { params: { id } });
  await firm.call(portalSettings.update, {
    params: { id },
    version,
    body: {
      isOpen: true,
      shows: ['price', 'budgeted-hours', 'used-hours'],
      welcome: 'Welcome',
    },
  });
  const taskIds = tasks.filter((_, index) => index % 2 === 0).map((task) => task.id);
  await firm.call(portalSettings.show, { params: { id }, body: { taskIds, isVisible: true } });
}

/** Something to hear of for each: only the own is theirs to read. */
function tellEach(app: TestApp, members: readonly Client[]): Promise<void> {
  return asOwner(app.databaseUrl, async (client) => {
    for (const { member } of members)
      await client.query(
        `insert into notification (workspace_id, id, member_id, topic, key, title, body, mail)
         values ($1, gen_random_uuid(), $2, 'client-message', 'told', 'Title', 'Body', 'off')`,
        [member.workspaceId, member.memberId],
      );
  });
}

/** Asks each client user on a project; returns the secret of the first one's link. */
function askEach(
  { app }: Start,
  asked: readonly (readonly [Client, ProjectId])[],
): Promise<string> {
  return asOwner(app.databaseUrl, async (client) => {
    const secret = 'a-secret-of-a-question-of-this-test';
    for (const [index, [{ member }, projectId]] of asked.entries()) {
      const { rows } = await client.query<{ id: string }>(
        `insert into satisfaction (workspace_id, id, project_id, occasion, milestone_name, member_id, asked_at, expires_at)
         values ($1, gen_random_uuid(), $2, 'milestone', 'Reached', $3, now(), now() + interval '20 days')
         returning id`,
        [member.workspaceId, projectId, member.memberId],
      );
      if (index > 0) continue;
      await client.query(
        `insert into identity.proof (hash, workspace_id, subject, subject_id) values ($1, $2, 'satisfaction', $3)`,
        [hashOf(secret), member.workspaceId, rows[0]?.id],
      );
    }
    return secret;
  });
}

/** A shown and an internal comment and file on both projects, and on a shown task of each. */
function hangBothWays({ app, firm }: Start, projectIds: readonly ProjectId[]): Promise<void> {
  return asOwner(app.databaseUrl, async (client) => {
    for (const projectId of projectIds) {
      const { rows } = await client.query<{ id: string }>(
        'select id from task where project_id = $1 order by is_client_visible desc limit 1',
        [projectId],
      );
      for (const [kind, id] of [
        ['client-project', projectId],
        ['task', rows[0]?.id],
      ] as const) {
        for (const isVisible of [true, false]) {
          const values = [firm.member.workspaceId, kind, id, isVisible, firm.member.memberId];
          await client.query(
            `insert into comment (workspace_id, id, subject_kind, subject_id, body, is_client_visible, member_id)
             values ($1, gen_random_uuid(), $2, $3, 'Said', $4, $5)`,
            values,
          );
          await client.query(
            `with content as (insert into file_content (workspace_id, id, byte_size, member_id, is_whole)
               values ($1, gen_random_uuid(), 0, $5, true) returning id)
             insert into file (workspace_id, id, subject_kind, subject_id, name, is_client_visible, member_id, content_id)
             select $1, gen_random_uuid(), $2, $3, 'Paper.pdf', $4, $5, id from content`,
            values,
          );
        }
      }
    }
  });
}

/** What is written without a form for it here: each once as the client sees it, and once as a draft. */
const statements = [
  `insert into decision (workspace_id, id, number, project_id, title, rationale, options, decided_on, shown_at)
   values (:w, :id, 900000 + :n, :project, 'Decided', 'Because',
     jsonb_build_array(jsonb_build_object('name', 'One ~decision.options.' || :id::text || '~', 'note', '', 'isChosen', true)),
     '2026-06-01', case when :shown then now() end)`,
  `insert into promise (workspace_id, id, project_id, subject_kind, subject_id, what, number, day, wording, channel, told_at, is_shown)
   values (:w, :id, :project, 'client-project', :project, 'date', 900 + :n, '2026-06-01', 'Told', 'portal', now(), true)`,
  `insert into delay_notice (workspace_id, id, project_id, subject_kind, subject_id, promise_id, wording, old_day, new_day,
     slip_days, state, reasons, client_reasons, holds, language, client_text, sent_at)
   select :w, :id, :project, 'client-project', :project, p.id, 'Later', '2026-06-01', '2026-06-08', 7,
     case when :shown then 'sent' else 'draft' end, '[]', '[]', '{"days": [], "price": true}', 'en', 'Sorry',
     case when :shown then now() end
   from promise p where p.project_id = :project limit 1`,
  `insert into meeting (workspace_id, id, name, purpose, project_id, starts_at, minutes, time_zone, place, outcome,
     is_client_visible, organiser_id)
   values (:w, :id, 'Steering', 'Purpose', :project, now() + interval '1 day', 60, 'UTC', 'Here', 'Done', :shown, :member)`,
  `insert into agenda_item (workspace_id, id, meeting_id, position, name, minutes, is_client_visible, outcome)
   select :w, gen_random_uuid(), m.id, point, 'Point', 10, point = 1, 'Outcome'
   from meeting m, generate_series(1, 2) point where m.project_id = :project and m.name = 'Steering'
     and not exists (select from agenda_item a where a.meeting_id = m.id)`,
  `insert into question (workspace_id, id, project_id, because, question, answer, state, published_at, published_by)
   values (:w, :id, :project, 'Because', 'Why?', 'So.', case when :shown then 'published' else 'drafted' end,
     case when :shown then now() end, :member)`,
  // Of one project there is one draft, which the sample may have left: then that one is it.
  `insert into status_report (workspace_id, id, project_id, week_on, drafted_on, language, internal_text, client_text,
     sent_at, sent_by)
   select :w, :id, :project, '2026-06-01', '2026-06-05', 'en',
     jsonb_build_object('standing', 'Ours ~status_report.internal_text.' || :id::text || '~'),
     jsonb_build_object('standing', 'Theirs ~status_report.client_text.' || :id::text || '~', 'done', '',
       'next', '', 'needs', '', 'decisions', '', 'slips', '', 'risks', ''),
     case when :shown then now() end, case when :shown then :member::uuid end
   where :shown or not exists (select from status_report r where r.project_id = :project and r.sent_at is null)`,
];

function workBothWays({ app, firm }: Start, projectIds: readonly ProjectId[]): Promise<void> {
  return asOwner(app.databaseUrl, async (client) => {
    let n = 0;
    for (const projectId of projectIds) {
      for (const shown of [true, false]) {
        n += 1;
        for (const statement of statements)
          await run(client, statement, { n, shown, projectId, member: firm.member });
      }
    }
  });
}

async function run(
  client: pg.Client,
  statement: string,
  values: {
    readonly n: number;
    readonly shown: boolean;
    readonly projectId: ProjectId;
    readonly member: Client['member'];
  },
): Promise<void> {
  const literals: Record<string, string> = {
    w: `'${values.member.workspaceId}'::uuid`,
    member: `'${values.member.memberId}'::uuid`,
    project: `'${values.projectId}'::uuid`,
    id: `'${crypto.randomUUID()}'::uuid`,
    n: String(values.n),
    shown: String(values.shown),
  };
  await client.query(
    statement.replace(/(?<!:):(\w+)/g, (whole, name: string) => literals[name] ?? whole),
  );
}
