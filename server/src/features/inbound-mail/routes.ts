import { inboundMail } from '@evenkeel/contract/inbound-mail';
import { AppError } from '../../platform/app-error.ts';
import { implement, type Route } from '../../platform/http/implement.ts';
import type { MailSigning } from '../mail-addresses/service.ts';
import { presentMail } from './presenter.ts';
import * as service from './service.ts';

/** What the routes of mail need beside a scope. */
export type MailOptions = {
  /** Null while no mail domain is set: nothing can be taken. */
  readonly signing: MailSigning | null;
  /** With which a provider signs what it hands in; null: none may. */
  readonly secret: string | null;
};

export function inboundMailRoutes(
  take: (mail: service.Handed) => Promise<void>,
  { signing, secret }: MailOptions,
): Route[] {
  return implement(inboundMail, {
    list: async ({ scope, query }) => {
      const { rows, ...page } = await service.listMail(scope, query);
      return { rows: rows.map(presentMail), ...page };
    },
    accept: async ({ scope, params }) => presentMail(await service.acceptMail(scope, params.id)),
    discard: async ({ scope, params }) => presentMail(await service.discardMail(scope, params.id)),
    address: async ({ scope, body }) => ({
      address: await service.readRecordAddress(scope, body, signing),
    }),
    receive: async ({ request, query, body }) => {
      if (signing === null || secret === null) {
        throw new AppError('not-found', 'This server takes no mail over HTTP.');
      }
      service.requireSigned(body, request.headers['x-evenkeel-signature'], secret);
      await take({
        raw: Buffer.from(body),
        returnPath: null,
        to: query.to === undefined ? [] : [query.to],
      });
      return {};
    },
  });
}
