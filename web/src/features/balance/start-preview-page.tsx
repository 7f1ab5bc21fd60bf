import type { ProjectId } from '@evenkeel/core/id';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { ErrorState } from '../../ui/states/error-state.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useStartPreview } from './api.ts';
import { ProjectPreviewFigures } from './components/project-preview.tsx';

/** What changes if an initiative is approved: the other way round of winning a deal (B13). */
export function StartPreviewPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('initiativeId') as ProjectId;
  const { data: preview, error, refetch } = useStartPreview(id);
  return (
    <Page
      title="What changes if we start this?"
      breadcrumbs={[
        { label: 'Initiatives', href: '/initiatives' },
        ...(preview ? [{ label: preview.project.name, href: `/initiatives/${id}` }] : []),
      ]}
    >
      {preview ? <ProjectPreviewFigures preview={preview} /> : null}
      {!preview && !error ? <LoadingState what="the preview" shape="cards" /> : null}
      {error ? (
        <ErrorState title="The preview could not be made" onRetry={() => void refetch()}>
          <p>{error.message}</p>
        </ErrorState>
      ) : null}
    </Page>
  );
}
