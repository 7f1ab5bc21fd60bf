import { type Kysely, sql } from 'kysely';

/**
 * Which types of file people may add, by the ending of the name: the endings named are refused, or no
 * others are taken. At first what runs as a program when somebody opens it is refused (CL-19).
 */
const limits = `
alter table workspace
  add column file_endings_rule text not null default 'refuse' check (file_endings_rule in ('refuse', 'only')),
  add column file_endings text[] not null
    default '{apk,app,bat,cmd,com,dmg,exe,hta,jar,lnk,msi,pif,ps1,scr,vbs,wsf}'
    check (cardinality(file_endings) <= 200);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(limits).execute(db);
}
