// A workspace of any size, written with a few statements of SQL: what the benchmarks run on.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './paths.mjs';

const password = 'a long password for a benchmark';

/** Makes the workspace and its owner over the API; the cookie of the session. */
export async function signUp(address, { firm = 'Benchmark', person = 'Bench Owner' } = {}) {
  const response = await fetch(`${address}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({
      workspace: {
        name: firm,
        currency: 'EUR',
        timeZone: 'Europe/Berlin',
        strategicShareTarget: 2000,
      },
      owner: { name: person, email: 'owner@example.com', password },
    }),
  });
  if (!response.ok) throw new Error(`set-up answered ${response.status}: ${await response.text()}`);
  return response.headers.get('set-cookie').split(';')[0];
}

/** Calls the API as whoever holds the cookie; throws on refusals. */
export function caller(address, cookie) {
  return async (method, path, body, version) => {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie,
        origin: address,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(version ? { 'if-match': `"${version}"` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text);
  };
}

/**
 * Fills the only workspace: people, accounts, deals over the stages, initiatives and client projects
 * of 500 tasks, time entries of a year. Numbers go on from where they are. With `entries` that many
 * stand there in all, spread over people and working days; without it one for each sixth task.
 * @param {{ dataFolder: string, deals: number, tasks: number, people?: number, projects?: number,
 *   entries?: number }} size what stands there afterwards
 */
export async function fillWorkspace({ dataFolder, ...size }) {
  const client = await databaseOf(dataFolder);
  try {
    await client.query('begin');
    await client.query(`set local evenkeel.maintenance = 'on'`);
    // A million rows without their change records and key checks: they are not what is measured.
    await client.query(`set local session_replication_role = 'replica'`);
    const { rows } = await client.query('select id from workspace');
    const workspace = rows[0].id;
    await client.query(`set local evenkeel.workspace = '${workspace}'`);
    for (const statement of statements(size))
      await client.query(statement.replaceAll(':w', `'${workspace}'`));
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

function statements({
  deals,
  tasks,
  people = 40,
  projects = Math.max(60, Math.round(tasks / 500)),
  entries = 0,
}) {
  const pick = (table, column = 'id') =>
    `(array(select ${column} from ${table} where workspace_id = :w order by id))`;
  const one = (list, n) => `(${list})[1 + (${n}) % array_length(${list}, 1)]`;
  const accounts = Math.max(200, Math.round(deals / 20));
  return [
    `insert into person (workspace_id, id, name, team_id, role_id, joined_on)
     select :w, gen_random_uuid(), 'Person ' || n, ${one(pick('team'), 'n')}, ${one(pick('role'), 'n')}, '2020-01-01'
     from generate_series((select count(*)::int from person) + 1, ${people}) n`,
    `insert into account (workspace_id, id, number, name, sector, country, owner_id)
     select :w, gen_random_uuid(), 10000 + n, 'Account ' || n || ' ' || md5(n::text), 'Sector ' || n % 12, 'Country ' || n % 20, (select p[1 + n % array_length(p, 1)] from (select ${pick('person')} p) x)
     from generate_series((select count(*)::int from account) + 1, ${accounts}) n`,
    `insert into deal (workspace_id, id, number, name, account_id, owner_id, stage_id, stage_since, value, opened_on, close_on, next_step)
     select :w, gen_random_uuid(), 10000 + n, 'Deal ' || n || ' ' || substr(md5(n::text), 1, 8), a[1 + n % array_length(a, 1)], p[1 + n % array_length(p, 1)], s[1 + n % array_length(s, 1)],
            current_date - n % 90, (n * 7919 % 900 + 10) * 10000, current_date - 100 - n % 400, current_date - 200 + n % 400, 'Step ' || n % 50
     from generate_series((select count(*)::int from deal) + 1, ${deals}) n,
          (select ${pick('account')} a, ${pick('person')} p, ${pick('stage')} s) lists`,
    `insert into project (workspace_id, id, number, kind, name, state, start_on, end_on, owner_id, project_manager_id, team_id, budget, account_id, price, promised_weekly_minutes)
     select :w, gen_random_uuid(), 10000 + n, case when n % 5 = 0 then 'initiative' else 'client' end, 'Project ' || n, 'executing',
            current_date - 200 + n % 100, current_date + 60 + n % 200, p[1 + n % array_length(p, 1)], p[1 + (n + 7) % array_length(p, 1)], t[1 + n % array_length(t, 1)], 5000000,
            case when n % 5 = 0 then null else a[1 + n % array_length(a, 1)] end, case when n % 5 = 0 then null else 9000000 end, case when n % 5 = 0 then 600 else 0 end
     from generate_series((select count(*)::int from project) + 1, ${projects}) n,
          (select ${pick('account')} a, ${pick('person')} p, ${pick('team')} t) lists`,
    `insert into task (workspace_id, id, number, project_id, name, position, state, role_id, estimate_minutes, start_on, due_on, done_on)
     select :w, gen_random_uuid(), 10000 + n, r[1 + n % array_length(r, 1)], 'Task ' || n || ' ' || substr(md5(n::text), 1, 6), n,
            case when n % 10 < 8 then 'done' when n % 10 = 8 then 'started' else 'open' end, o[1 + n % array_length(o, 1)], 60 + n % 20 * 30,
            current_date - 300 + n % 330, current_date - 290 + n % 330, case when n % 10 < 8 then current_date - 290 + n % 330 end
     from generate_series((select count(*)::int from task) + 1, ${tasks}) n,
          (select ${pick('project')} r, ${pick('role')} o) lists`,
    `insert into assignment (workspace_id, id, project_id, task_id, person_id)
     select :w, gen_random_uuid(), t.project_id, t.id, p[1 + t.number % array_length(p, 1)]
     from task t, (select ${pick('person')} p) lists
     where not exists (select from assignment a where a.task_id = t.id)`,
    `insert into time_entry (workspace_id, id, person_id, project_id, task_id, on_date, minutes, is_billable)
     select :w, gen_random_uuid(), a.person_id, a.project_id, a.task_id, least(t.due_on, current_date - 1), 30 + t.number % 8 * 15, r.kind = 'client'
     from assignment a join task t on t.id = a.task_id join project r on r.id = t.project_id
     where t.state <> 'open' and t.number % 5 = 0 and t.start_on < current_date
       and not exists (select from time_entry e where e.task_id = t.id)`,
    `insert into time_entry (workspace_id, id, person_id, project_id, task_id, on_date, minutes, is_billable)
     select :w, gen_random_uuid(), p[1 + n % array_length(p, 1)], t.project_id, t.id, current_date - 1 - n / array_length(p, 1) / 4 % 365,
            45 + n * 7 % 6 * 15, r.kind = 'client'
     from generate_series((select count(*)::int from time_entry) + 1, ${entries}) n,
          (select ${pick('person')} p, ${pick('task')} k) lists,
          lateral (select * from task x where x.workspace_id = :w and x.id = k[1 + n * 31 % array_length(k, 1)]) t
     join project r on r.workspace_id = :w and r.id = t.project_id`,
    `insert into counter (workspace_id, subject, last)
     select :w, subject, 10000000 from unnest(array['account', 'deal', 'project', 'task', 'goal', 'strategic_plan']) subject
     on conflict (workspace_id, subject) do update set last = 10000000`,
  ];
}

/** A connection of the embedded database's owner, past the server. */
export async function databaseOf(dataFolder) {
  const pg = createRequire(join(root, 'server/package.json'))('pg');
  const host = encodeURIComponent(join(dataFolder, 'run'));
  const client = new pg.Client(`postgresql://evenkeel@localhost:5432/evenkeel?host=${host}`);
  await client.connect();
  return client;
}
