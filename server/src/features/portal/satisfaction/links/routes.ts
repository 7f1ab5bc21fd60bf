import { satisfactionLinks } from '@evenkeel/contract/portal/satisfaction';
import { implement, type Route } from '../../../../platform/http/implement.ts';
import { type Identity, visitOf } from '../../../identity/service.ts';
import { presentPage } from './presenter.ts';
import { answerQuestion, showQuestion } from './service.ts';

export function satisfactionLinkRoutes(identity: Identity): readonly Route[] {
  return implement(satisfactionLinks, {
    show: async ({ request, reply, body }) => {
      reply.header('x-robots-tag', 'noindex, nofollow');
      return presentPage(await showQuestion(identity, visitOf(request), body.token));
    },
    answer: async ({ request, reply, body }) => {
      reply.header('x-robots-tag', 'noindex, nofollow');
      return presentPage(await answerQuestion(identity, visitOf(request), body));
    },
  });
}
