import { accounts } from '@evenkeel/contract/accounts';
import { brandings } from '@evenkeel/contract/branding';
import { clientUsers } from '@evenkeel/contract/client-users';
import { contacts } from '@evenkeel/contract/contacts';
import { identity } from '@evenkeel/contract/identity';
import { portal } from '@evenkeel/contract/portal/portal';
import { portalSettings } from '@evenkeel/contract/portal-settings';
import { projects } from '@evenkeel/contract/projects';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { openBrowser } from '../../test/browser.ts';

const app = await startTestApp();
const password = 'kite over the lake';

let firm: Client;
let accountId: AccountId;
let first: ProjectId;
let second: ProjectId;

beforeAll(async () => {
  firm = await app.client();
  const account = await firm.call(accounts.create, { body: { name: 'Velden Energy' } });
  accountId = account.id;
  await firm.call(accounts.update, {
    params: { id: accountId },
    version: account.version,
    body: { language: 'de' },
  });
  first = await openedProject('Roll-out');
  second = await openedProject('Audit');
});

async function openedProject(name: string): Promise<ProjectId> {
  const { id, version } = await firm.call(projects.create, {
    body: { kind: 'client', name, accountId },
  });
  await firm.call(portalSettings.update, { params: { id }, version, body: { isOpen: true } });
  return id;
}

async function invited(email: string, projectId: ProjectId | null): Promise<string> {
  const { link } = await firm.call(clientUsers.invite, { body: { email, accountId, projectId } });
  return link?.split('#')[1] ?? '';
}

async function mailTo(email: string, subject: RegExp): Promise<string> {
  const find = () => {
    const mail = app.mails.find((one) => one.to === email && subject.test(one.subject));
    if (!mail) throw new Error(`no mail to ${email}`);
    return mail.text;
  };
  return vi.waitFor(find, { timeout: 15_000 });
}

describe('an invitation to the portal', () => {
  it('goes straight to one project, in the language of the account, and lets in (U08, CL-22)', async () => {
    const token = await invited('vera@velden.example', first);
    expect(await mailTo('vera@velden.example', /Ihr Zugang zu Roll-out/)).toContain(
      `/portal-invitation#${token}`,
    );
    const vera = openBrowser(app.app);
    const offer = await vera.call(clientUsers.showOffer, { body: { token } });
    expect(offer).toMatchObject({ language: 'de', what: 'Roll-out', hasLogin: false });
    await vera.call(clientUsers.acceptOffer, {
      body: { token, login: { name: 'Vera', password } },
    });
    const session = await vera.call(portal.session);
    expect(session.projects.map(({ name }) => name)).toEqual(['Roll-out']);
    expect(session).toMatchObject({ language: 'de', firm: { name: 'Test firm' } });
    const { users } = await firm.call(clientUsers.list, { query: { projectId: first } });
    expect(users[0]).toMatchObject({ name: 'Vera', access: [{ project: { name: 'Roll-out' } }] });
    expect((await vera.refused(clientUsers.showOffer, { body: { token } })).code).toBe('expired');
  });

  it('gives a client user more without another login, and says so by mail', async () => {
    const { link } = await firm.call(clientUsers.invite, {
      body: { email: 'vera@velden.example', accountId, projectId: second },
    });
    expect(link).toBeNull();
    expect(await mailTo('vera@velden.example', /„Audit“ ist für Sie freigegeben/)).toContain(
      `/portal/projects/${second}`,
    );
    const again = await firm.refused(clientUsers.invite, {
      body: { email: 'vera@velden.example', accountId, projectId: second },
    });
    expect(again.issues[0]?.path).toEqual(['email']);
    // One contact of the account under that address, whom approvals and duties can name (CL-25).
    const { rows } = await firm.call(contacts.list, { query: { accountId } });
    expect(rows).toMatchObject([{ name: 'Vera', email: 'vera@velden.example' }]);
    const { users } = await firm.call(clientUsers.list, { query: { accountId } });
    expect(users[0]?.access.map(({ contact }) => contact?.id)).toEqual([rows[0]?.id, rows[0]?.id]);
  });

  it('goes in the language named for the person, which then is theirs (CL-22)', async () => {
    const body = {
      email: 'luc@velden.example',
      accountId,
      projectId: first,
      language: 'fr',
    } as const;
    const { link } = await firm.call(clientUsers.invite, { body });
    const luc = openBrowser(app.app);
    await luc.call(clientUsers.acceptOffer, {
      body: { token: link?.split('#')[1] ?? '', login: { name: 'Luc', password } },
    });
    expect(await luc.call(portal.session)).toMatchObject({ language: 'fr' });
  });

  it('can be renewed and taken back; the links made before open nothing', async () => {
    const old = await invited('otto@velden.example', null);
    const renewed = await invited('otto@velden.example', null);
    const otto = openBrowser(app.app);
    expect((await otto.refused(clientUsers.showOffer, { body: { token: old } })).code).toBe(
      'expired',
    );
    const { invitations } = await firm.call(clientUsers.list, { query: { accountId } });
    const [open] = invitations.filter(({ email }) => email === 'otto@velden.example');
    if (!open) throw new Error('the invitation is not listed');
    await firm.call(clientUsers.revokeInvitation, { params: { id: open.id } });
    const refused = await otto.refused(clientUsers.showOffer, { body: { token: renewed } });
    expect(refused.code).toBe('expired');
  });

  it('is not for members of the firm, nor to the project of another account', async () => {
    const other = await firm.call(accounts.create, { body: { name: 'Other' } });
    const body = { email: 'x@velden.example', accountId: other.id, projectId: first };
    expect((await firm.refused(clientUsers.invite, { body })).issues[0]?.path).toEqual([
      'projectId',
    ]);
    const email = `${firm.member.userId}@example.com`;
    const own = await firm.refused(clientUsers.invite, {
      body: { email, accountId, projectId: null },
    });
    expect(own.detail).toContain('member of the firm');
  });
});

describe('a client user', () => {
  it('comes in without a password and signs in by links that work once (CL-15)', async () => {
    const token = await invited('ida@velden.example', null);
    const ida = openBrowser(app.app);
    await ida.call(clientUsers.acceptOffer, {
      body: { token, login: { name: 'Ida', password: null } },
    });
    expect((await ida.call(portal.session)).projects).toHaveLength(2);
    const later = openBrowser(app.app);
    await later.call(identity.requestSignInLink, { body: { email: 'ida@velden.example' } });
    const text = await mailTo('ida@velden.example', /Anmeldung bei Test firm/);
    const secret = /sign-in-link\S*#(\S+)/.exec(text)?.[1] ?? '';
    await later.call(identity.signInWithLink, { body: { token: secret } });
    expect((await later.call(portal.session)).member.name).toBe('Ida');
    const used = await openBrowser(app.app).refused(identity.signInWithLink, {
      body: { token: secret },
    });
    expect(used.code).toBe('expired');
  });

  it('keeps a password when a link signed them in, and nobody else gets a letter', async () => {
    const vera = openBrowser(app.app);
    await vera.call(identity.requestSignInLink, { body: { email: 'vera@velden.example' } });
    const text = await mailTo('vera@velden.example', /Anmeldung/);
    const secret = /sign-in-link\S*#(\S+)/.exec(text)?.[1] ?? '';
    await vera.call(identity.signInWithLink, { body: { token: secret } });
    await openBrowser(app.app).call(identity.signIn, {
      body: { email: 'vera@velden.example', password },
    });
    await vera.call(identity.requestSignInLink, { body: { email: 'nobody@velden.example' } });
    expect(app.mails.some(({ to }) => to === 'nobody@velden.example')).toBe(false);
  });

  it('may ask for five links in a quarter of an hour', async () => {
    const browser = openBrowser(app.app);
    const ask = { body: { email: 'often@velden.example' } };
    for (let count = 0; count < 5; count += 1) await browser.call(identity.requestSignInLink, ask);
    expect((await browser.refused(identity.requestSignInLink, ask)).code).toBe('too-many-requests');
  });

  it('sees nothing any more from the moment their access ends (U06)', async () => {
    const token = await invited('eva@velden.example', first);
    const eva = openBrowser(app.app);
    await eva.call(clientUsers.acceptOffer, { body: { token, login: { name: 'Eva', password } } });
    await eva.call(portal.project, { params: { projectId: first } });
    const { users } = await firm.call(clientUsers.list, { query: { accountId } });
    const access = users.find(({ name }) => name === 'Eva')?.access[0];
    if (!access) throw new Error('Eva has no access');
    await firm.call(clientUsers.revokeAccess, { params: { id: access.id } });
    expect((await eva.refused(portal.session)).code).toBe('not-signed-in');
  });
});

describe('the face of the firm', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

  it('has a colour and a logo, which whoever knows its id may see (CL-15)', async () => {
    const { version } = await firm.call(brandings.get);
    await firm.call(brandings.update, { version, body: { accent: '#0B5D4E' } });
    const { logo } = await firm.call(brandings.putLogo, {
      body: png,
      headers: { 'content-type': 'application/octet-stream' },
    });
    const face = await openBrowser(app.app).call(brandings.face, {
      params: { workspaceId: firm.member.workspaceId },
    });
    expect(face).toMatchObject({ name: 'Test firm', accent: '#0b5d4e', logo });
    const picture = await app.app.http.inject({ method: 'GET', url: logo ?? '' });
    expect(picture.headers['content-type']).toBe('image/png');
    expect(picture.rawPayload.equals(png)).toBe(true);
    expect((await firm.call(brandings.removeLogo)).logo).toBeNull();
  });

  it('takes no picture that could hold a script, and none that is too large', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    const svg = await firm.refused(brandings.putLogo, { body: Buffer.from('<svg/>'), headers });
    expect(svg.code).toBe('unsupported-media');
    const large = await firm.refused(brandings.putLogo, {
      body: Buffer.concat([png, Buffer.alloc(512 * 1024)]),
      headers,
    });
    expect(large.code).toBe('too-large');
  });
});
