import { type Kysely, sql } from 'kysely';

/**
 * A login gets another address: in every workspace of its user, and on the person that the member is,
 * where that bore the old one. False when the login does not bear the old address any more.
 */
const changeEmail = `
create function identity.change_email(wanted_user uuid, old_email text, new_email text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update identity."user" set email = new_email, email_verified = true, updated_at = now()
    where id = wanted_user and email = old_email;
  if not found then
    return false;
  end if;
  perform set_config('evenkeel.maintenance', 'on', true);
  update member set email = new_email where user_id = wanted_user;
  update person p set email = new_email from member m
    where m.user_id = wanted_user and p.workspace_id = m.workspace_id and p.id = m.person_id
      and lower(p.email) = old_email;
  perform set_config('evenkeel.maintenance', 'off', true);
  return true;
end $$;
revoke execute on function identity.change_email from public;
grant execute on function identity.change_email to evenkeel_identity;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(changeEmail).execute(db);
}
