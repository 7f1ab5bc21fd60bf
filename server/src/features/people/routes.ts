import { people } from '@evenkeel/contract/people';
import { implement } from '../../platform/http/implement.ts';
import { presentPerson, presentPersonRow } from './presenter.ts';
import * as service from './service.ts';
import * as terms from './terms/service.ts';

export const peopleRoutes = implement(people, {
  list: async ({ scope, query }) => {
    const { rows, rates, ...page } = await service.listPeople(scope, query);
    return { rows: rows.map((person) => presentPersonRow(person, rates)), ...page };
  },
  get: async ({ scope, params }) => presentPerson(await service.getPerson(scope, params.id)),
  create: async ({ scope, body }) => presentPerson(await service.createPerson(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentPerson(await service.updatePerson(scope, params.id, version, body)),
  remove: async ({ scope, params }) => {
    await service.removePerson(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentPerson(await service.restorePerson(scope, params.id)),
  addRate: async ({ scope, params, body }) =>
    presentPerson(await service.addRate(scope, params.id, body)),
  correctRate: async ({ scope, params, body, version }) =>
    presentPerson(
      await service.correctRate(
        scope,
        { personId: params.id, rateId: params.rateId, version },
        body,
      ),
    ),
  addTerm: async ({ scope, params, body }) => {
    await terms.addTerm(scope, params.id, body);
    return presentPerson(await service.getPerson(scope, params.id));
  },
  correctTerm: async ({ scope, params, body, version }) => {
    await terms.correctTerm(scope, { personId: params.id, id: params.termId, version }, body);
    return presentPerson(await service.getPerson(scope, params.id));
  },
  removeTerm: async ({ scope, params }) => {
    await terms.removeTerm(scope, { personId: params.id, id: params.termId });
    return presentPerson(await service.getPerson(scope, params.id));
  },
  removeRate: async ({ scope, params }) =>
    presentPerson(await service.removeRate(scope, params.id, params.rateId)),
});
