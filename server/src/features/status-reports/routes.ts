import { Readable } from 'node:stream';
import { statusReports } from '@evenkeel/contract/status-reports';
import { implement } from '../../platform/http/implement.ts';
import { renderPdf } from '../../platform/pdf/render-pdf.ts';
import { documentOf } from './document/service.ts';
import * as plan from './plan/service.ts';
import { presentReport, presentReportRow } from './presenter.ts';
import * as service from './service.ts';

export { checkInRoutes } from './check-ins/routes.ts';

export const statusReportRoutes = implement(statusReports, {
  list: async ({ scope, query }) => ({
    rows: (await service.listReports(scope, query.projectId ?? null)).map(presentReportRow),
  }),
  get: async ({ scope, params }) => presentReport(await service.getReport(scope, params.id)),
  draft: async ({ scope, body }) =>
    presentReport(await service.draftReport(scope, body.projectId, body.language)),
  update: async ({ scope, params, body, version }) =>
    presentReport(await service.updateReport(scope, { id: params.id, version }, body)),
  send: async ({ scope, params, version }) =>
    presentReport(await service.sendReport(scope, { id: params.id, version })),
  remove: async ({ scope, params }) => {
    await service.removeReport(scope, params.id);
    return {};
  },
  pdf: async ({ scope, params, reply }) => {
    const { report } = await service.getReport(scope, params.id);
    const firm = await service.firmNameOf(scope, report.project_id);
    const { document, fileName } = documentOf({
      firm,
      project: report.project_name,
      weekOn: report.week_on,
      language: report.language,
      text: report.client_text,
      sentAt: report.sent_at,
      timeZone: scope.actor.timeZone,
    });
    const pdf = await renderPdf(document);
    reply.header('content-type', 'application/pdf');
    reply.header('content-length', String(pdf.byteLength));
    reply.header('content-disposition', `attachment; filename="${fileName}"`);
    reply.header('cache-control', 'private, no-store');
    return Readable.from([pdf]);
  },
  plan: ({ scope, params }) => plan.findPlan(scope, params.projectId),
  setPlan: ({ scope, params, body }) => plan.setPlan(scope, params.projectId, body),
});
