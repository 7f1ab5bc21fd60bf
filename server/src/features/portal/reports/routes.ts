import { Readable } from 'node:stream';
import { portalReports } from '@evenkeel/contract/portal/reports';
import { implement } from '../../../platform/http/implement.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { documentOf } from '../../status-reports/document/service.ts';
import { presentLine, presentPortalReport } from './presenter.ts';
import * as service from './service.ts';

export const portalReportRoutes = implement(portalReports, {
  list: async ({ scope, params }) => ({
    rows: (await service.listReports(scope, params.projectId)).map(presentLine),
  }),
  get: async ({ scope, params }) =>
    presentPortalReport(await service.getReport(scope, params.projectId, params.id)),
  pdf: async ({ scope, params, reply }) => {
    const { report, ...names } = await service.getReportPage(scope, params.projectId, params.id);
    const { document, fileName } = documentOf({
      ...names,
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
  react: async ({ scope, params, body }) => {
    await service.react(scope, params, body.reaction);
    return {};
  },
});
