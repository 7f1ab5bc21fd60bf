import { AppError } from '../../../platform/app-error.ts';
import { asVisitor } from '../../../platform/db/visitor.ts';
import { portalOf, systemScopeIn, takenBack } from '../../../platform/http/preview.ts';
import { hashOf, type Identity, limitLinkAttempts, type Visit } from '../../identity/service.ts';
import { makeOnlooker } from '../onlooker/service.ts';
import { readStatus } from '../overviews/service.ts';
import { readFirm } from '../service.ts';
import * as repository from './repository.ts';

/**
 * What a link shows: read with the eyes of a client user who sees that one project, so that a link
 * can never show more than the portal would.
 */
export async function showStatus(identity: Identity, visit: Visit, token: string) {
  await limitLinkAttempts(identity, visit);
  const hash = hashOf(token);
  const link = await asVisitor(identity.database, (tx) => repository.findProvenLink(tx, hash));
  if (!link) throw new AppError('expired', 'This link is over or was taken back.');
  identity.background(repository.noteOpening(identity.logins, hash));
  const workspace = {
    id: link.workspace_id,
    timeZone: link.time_zone,
    currency: link.currency,
  };
  return takenBack(identity.database, async (tx) => {
    const system = await systemScopeIn(tx, workspace, 'share-link');
    const reader = await makeOnlooker(system, {
      accountId: link.account_id,
      projectId: link.project_id,
      name: '',
    });
    const scope = await portalOf(tx, reader);
    const firm = await readFirm(scope);
    return { link, firm, ...(await readStatus(scope, link.project_id)) };
  });
}
